// Finds what is wrong with a picture, and makes what is set in its place. The decoders behind it
// read what strangers made, so call it in a process that has nothing to lose.
// In: the bytes of a PNG, a JPEG or a PDF. Out: a fault, or the bytes of a picture to be set
// instead.
// Errors: a fault in words, also when memory runs out. A damaged picture may crash a decoder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace listok::pictures {

// Why a picture cannot be printed.
struct Fault {
  std::string code;  // of the diagnostic
  std::string what;  // follows the picture's name: "is damaged: …"
  std::string hint;

  bool operator==(const Fault&) const = default;
};

struct Look {
  std::optional<Fault> fault;
  // The bytes of a picture that looks the same and that every program shows alike: upright, without
  // what viewers differ in, of a PDF only its first page. Nothing when the picture can be set
  // itself.
  std::optional<std::string> instead;
};

// `bytes` of a PNG, a JPEG or a PDF are read to their end. Past `most_pixels` nothing is decoded.
Look look_into(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace listok::pictures
