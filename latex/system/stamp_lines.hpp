// Notes the stamps of files as lines of text, to be kept next to what was made of these files.
// In: a path, or such lines. Out: a line; whether nothing has changed since. Errors: none.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace listok::latex {

// "SIZE MODIFIED CHANGED INODE NAME" and the end of the line; zeros for a file that is not there.
std::string stamp_line(const std::filesystem::path& file);

// Whether every line of `text` is what stamp_line gives now, and the last one is whole.
bool are_as_they_were(std::string_view text);

}  // namespace listok::latex
