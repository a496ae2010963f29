// Reads what stands in braces behind a picture or a link: `{width=60% #id .class}`.
// In: the text that follows. Out: what is asked for, and what is passed over.
// Errors: none; text in braces that is no list of attributes is left to be printed.
#pragma once

#include <cstddef>
#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::emitter {

struct PictureAttributes {
  std::size_t length =
      0;  // bytes of the text that they take, from its beginning; 0: there are none
  Extent width = {}, height = {};
  bool passed_over = false;  // some of them: `#id`, `.class`, a width that is no length
};

PictureAttributes read_picture_attributes(std::string_view text);

// "60%", "5cm", "300px" and "300"; nothing said when it is none of these. Also of `<img width=…>`.
Extent read_extent(std::string_view written);

}  // namespace listok::emitter
