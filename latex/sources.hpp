// The .tex files of the output folder: made by us, changed by people, never overwritten.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "emitter/diagnostic.hpp"

namespace listok::latex {

// What becomes of a .tex file, decided from four texts alone:
//   disk       what the file holds now
//   generated  what we would write
//   base       what we wrote last time
//   offered    what we set beside the file as .tex.new last time, when that is gone again: the
//              person has dealt with it
enum class Settlement {
  write,     // nobody has touched it: write `generated`
  keep,      // it is as it should be, or a person's and nothing new is to be said
  conflict,  // a person changed it, and `generated` says something new
};

Settlement settle(const std::optional<std::string>& disk, std::string_view generated,
                  const std::optional<std::string>& base,
                  const std::optional<std::string>& offered);

struct Source {
  std::string text;      // what is on disk now: the thing to be compiled
  bool tweaked = false;  // it is a person's: lines are not those of our line map
  emitter::Diagnostics diagnostics;
};

// Brings `file` (below `output`, e.g. "ru/01-mqa.tex") up to date with `generated` and says what is
// compiled. A conflict leaves the file alone, writes `<file>.new` and is an error; with `force`, a
// person's file is kept as `<file>.orig` and replaced. Bases are kept in output/.listok.
Source update_source(const std::filesystem::path& output, const std::filesystem::path& file,
                     std::string_view generated, bool force);

}  // namespace listok::latex
