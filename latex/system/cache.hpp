// Finds listok's place in the user's cache folder. What lies there may be deleted at any time.
// In: the name of a folder. Out: its path. Errors: none; empty when the user has no cache folder.
#pragma once

#include <filesystem>
#include <string_view>

namespace listok::latex {

// Where listok keeps its `what` ("formats"), absolute; empty when the user has no such folder.
std::filesystem::path cache_folder(std::string_view what);

}  // namespace listok::latex
