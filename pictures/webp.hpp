// Reads WebP files. (Library: libwebp, with its libwebpdemux, loaded for the first.)
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "pictures/base/fault.hpp"
#include "pictures/pixels.hpp"

namespace listok::pictures {

// False when the library is not there: nothing may be read then.
bool load_webp();

// The first frame, or all of a picture that does not move, upright.
std::variant<FirstFrame, Fault> read_webp(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace listok::pictures
