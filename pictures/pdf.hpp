// Takes the first page of a PDF out of it, to be set as a picture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "pictures/look.hpp"

namespace listok::pictures {

// The first page as a PDF of its own, plainly put together, without links, actions and the like:
// TeX's programs die of what libqpdf reads with ease. Or why there is none: the file is encrypted,
// or damaged in what the page needs. All objects and streams that the page leads to are read; what
// unpacks to more than `most_pixels` would take is refused.
std::variant<std::string, Fault> first_page(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace listok::pictures
