// Reads GIF files to the end of their first frame. (Library: giflib, loaded for the first.)
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "pictures/base/fault.hpp"
#include "pictures/pixels.hpp"

namespace listok::pictures {

// False when the library is not there: nothing may be read then.
bool load_gif();

// The first frame, where it stands on the whole; what it does not cover is transparent.
std::variant<FirstFrame, Fault> read_gif(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace listok::pictures
