// Divides text into user-perceived characters, and says which faces can set each.
#pragma once

#include <bitset>
#include <string_view>
#include <vector>

#include "emitter/text/named_faces.hpp"

namespace listok::emitter {

using SymbolFaces = std::bitset<symbol_faces.size()>;  // one bit for each of symbol_faces

struct Grapheme {
  std::string_view bytes{};    // where it stands in the text
  std::string_view printed{};  // what is set for it: these bytes, or the sign of a picture
  char32_t base = 0;           // its first code point
  bool single = true;          // it has no other
  bool in_face = true;         // set in the text's own face
  SymbolFaces symbol{};        // those of \sym that have all of it, when its own face lacks it
};

// Splits `text`. A character is whole in one face, and so is a run of superscripts or of
// subscripts: when the text's face lacks one of them, none is set in it.
std::vector<Grapheme> graphemes(std::string_view text, Face face, const NamedFaces* named);

// Whether `face`, or what a bank has in its place, has all that is seen of the text.
bool covers(Face face, const NamedFaces* named, std::string_view text);

}  // namespace listok::emitter
