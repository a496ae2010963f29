#include "emitter/text/graphemes.hpp"

#include <algorithm>

#include "emitter/text/print_symbols.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// Characters that the escaper prints as commands need no glyph, and neither do those it drops.
bool needs_glyph(char32_t c) {
  if (c > U' ' && c < 0xA0) return true;
  constexpr std::u32string_view without =
      U"\t\n\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
      U"\u200B\u2011\u202F\u205F\u2060\u3000\uFEFF";
  return without.find(c) == std::u32string_view::npos;
}

bool covers(Face face, const NamedFaces* named, char32_t c) {
  return !needs_glyph(c) || has_glyph(face, named, c);
}

enum class Script { none, super, sub };

Script script(const Grapheme& grapheme) {
  if (!grapheme.single) return Script::none;
  const char32_t c = grapheme.base;
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207F)) return Script::super;
  if (c >= 0x2080 && c <= 0x209C) return Script::sub;
  return Script::none;
}

void join_scripts(std::vector<Grapheme>& all) {
  for (std::size_t begin = 0; begin < all.size();) {
    const Script kind = script(all[begin]);
    std::size_t end = begin + 1;
    while (end < all.size() && script(all[end]) == kind) ++end;
    const auto run = std::ranges::subrange(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                           all.begin() + static_cast<std::ptrdiff_t>(end));
    if (kind != Script::none && !std::ranges::all_of(run, &Grapheme::in_face)) {
      for (Grapheme& grapheme : run) grapheme.in_face = false;
    }
    begin = end;
  }
}

void find_symbol_faces(Grapheme& grapheme) {
  if (grapheme.in_face) return;
  for (std::size_t i = 0; i < symbol_faces.size(); ++i) {
    grapheme.symbol[i] = covers(symbol_faces[i], nullptr, grapheme.printed);
  }
}

}  // namespace

bool covers(Face face, const NamedFaces* named, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (!covers(face, named, next_code_point(text, offset))) return false;
  }
  return true;
}

std::vector<Grapheme> graphemes(std::string_view text, Face face, const NamedFaces* named) {
  std::vector<Grapheme> all;
  all.reserve(text.size());
  int state = 0;
  char32_t before = 0;
  bool all_in_face = true;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (all.empty() || grapheme_break(before, c, state)) {
      all.push_back({.bytes = text.substr(begin, 0), .base = c});
    } else {
      all.back().single = false;
    }
    Grapheme& grapheme = all.back();
    grapheme.bytes = {grapheme.bytes.data(), grapheme.bytes.size() + (offset - begin)};
    grapheme.in_face = grapheme.in_face && covers(face, named, c);
    all_in_face = all_in_face && grapheme.in_face;
    before = c;
  }
  for (Grapheme& grapheme : all) grapheme.printed = grapheme.bytes;
  if (all_in_face) return all;
  join_scripts(all);
  for (Grapheme& grapheme : all) {
    if (grapheme.in_face) continue;
    if (const auto sign = print_symbol(grapheme.bytes); !sign.empty()) {
      grapheme.printed = sign;
      grapheme.in_face = covers(face, named, sign);
    }
    find_symbol_faces(grapheme);
    // Where no face knows of it, the selector of a picture is not seen.
    constexpr std::string_view selector = "\uFE0F";
    if (grapheme.symbol.any() || !grapheme.printed.ends_with(selector)) continue;
    grapheme.printed.remove_suffix(selector.size());
    grapheme.in_face = covers(face, named, grapheme.printed);
    find_symbol_faces(grapheme);
  }
  return all;
}

}  // namespace listok::emitter
