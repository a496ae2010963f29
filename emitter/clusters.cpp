#include "emitter/clusters.hpp"

#include <algorithm>

#include "emitter/text.hpp"

namespace listok::emitter {

namespace {

// Characters that the escaper prints as commands need no glyph, and neither do those it drops.
bool needs_glyph(char32_t c) {
  constexpr std::u32string_view without =
      U"\t\n\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
      U"\u200B\u2011\u202F\u205F\u2060\u3000\uFEFF";
  return without.find(c) == std::u32string_view::npos;
}

bool covers(Face face, const Cluster& cluster) {
  return std::ranges::all_of(cluster.code_points,
                             [face](char32_t c) { return !needs_glyph(c) || has_glyph(face, c); });
}

enum class Script { none, super, sub };

Script script(const Cluster& cluster) {
  if (cluster.code_points.size() != 1) return Script::none;
  const char32_t c = cluster.code_points.front();
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207F)) return Script::super;
  if (c >= 0x2080 && c <= 0x209C) return Script::sub;
  return Script::none;
}

void join_scripts(std::vector<Cluster>& all) {
  for (std::size_t begin = 0; begin < all.size();) {
    const Script kind = script(all[begin]);
    std::size_t end = begin + 1;
    while (end < all.size() && script(all[end]) == kind) ++end;
    const auto run = std::ranges::subrange(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                           all.begin() + static_cast<std::ptrdiff_t>(end));
    if (kind != Script::none && !std::ranges::all_of(run, &Cluster::in_face)) {
      for (Cluster& cluster : run) cluster.in_face = false;
    }
    begin = end;
  }
}

}  // namespace

std::vector<Cluster> clusters(std::string_view text, Face face) {
  std::vector<Cluster> all;
  int state = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (all.empty() || grapheme_break(all.back().code_points.back(), c, state)) {
      all.push_back({.bytes = text.substr(begin, 0)});
    }
    Cluster& cluster = all.back();
    cluster.code_points += c;
    const auto length = cluster.bytes.size() + (offset - begin);
    cluster.bytes = {cluster.bytes.data(), length};
  }
  for (Cluster& cluster : all) cluster.in_face = covers(face, cluster);
  join_scripts(all);
  for (Cluster& cluster : all) {
    if (cluster.in_face) continue;
    for (std::size_t i = 0; i < symbol_faces.size(); ++i) {
      cluster.symbol[i] = covers(symbol_faces[i], cluster);
    }
  }
  return all;
}

}  // namespace listok::emitter
