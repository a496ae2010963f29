// Has pictures looked into by processes of their own.
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "latex/pictures/picture_verdict.hpp"

namespace listok::latex {

// Looks into `files`, absolute; a verdict for each. A picture that its process dies of has a fault.
// One at which the process was stopped, and all behind it, are left without a verdict. What is to
// be set in place of the first is the file `0` in `scratch`, and so on. Throws Trouble when no
// process can be started.
std::vector<PictureVerdict> look_into_files(const std::vector<std::filesystem::path>& files,
                                            const std::filesystem::path& scratch,
                                            const std::stop_token& stop);

}  // namespace listok::latex
