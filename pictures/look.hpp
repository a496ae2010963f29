// Finds what is wrong with a picture, and makes what is set in its place. The decoders behind it
// read what strangers made, so call it in a process that has nothing to lose.
// In: the bytes of a PNG, JPEG, WebP, GIF, SVG or PDF. Out: a fault, or the bytes of a picture to be
// set instead.
// Errors: a fault in words, also when memory runs out. A damaged picture may crash a decoder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/base/fault.hpp"

namespace listok::pictures {

struct Look {
  std::optional<Fault> fault;
  // The bytes of a picture that looks the same and that every program shows alike: upright, without
  // what viewers differ in, of a PDF only its first page, of what moves its first frame, of an SVG
  // a PDF of its lines. Nothing when the picture can be set itself.
  std::optional<std::string> instead;
  // What the picture that is set lacks, where that does not change what it says.
  std::optional<Fault> loss = {};
  bool lasting = true;  // false: on a machine with other libraries or faces it is another
};

// Loads what reads pictures that begin as `head`, which is no part of the program for WebP, GIF and
// SVG, and returns the files that have to be readable when they are looked into: those of faces. For
// a process that is about to lose the right to open files.
std::vector<std::string> get_ready_for(std::string_view head);

// `bytes` are read to their end, of what moves to the end of the first frame. Past `most_pixels`
// nothing is decoded.
Look look_into(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace listok::pictures
