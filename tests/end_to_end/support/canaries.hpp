// Files that nobody but their owner should read, and TeX that tries to put them into a PDF.
#pragma once

#include <string>
#include <vector>

#include "tests/end_to_end/support/program.hpp"

namespace listok::tests {

// A program with a home of its own, in which it and TeX keep what they keep.
struct Canaries : Program {
  Canaries();

  // Writes canary.txt, .inc, .png, .pdf and .ttf into `folder`, which need not be below the test's.
  static void plant(const fs::path& folder);

  // TeX that sets what lies in `folder`, one way each; "" is the folder of the sheets themselves.
  static std::vector<std::string> ways_to_read(const std::string& folder);

  // Whether anything of a canary is in the PDF.
  bool has_canary(const std::string& pdf) const;

  // A bank of as many items as `words`, each with the words as its text: 01-x, 02-x …
  void write_bank(const std::string& name, const std::vector<std::string>& words) const;

  const fs::path home = path / "home";
};

// "01-x", "02-x" …
std::string id_of(std::size_t number);

}  // namespace listok::tests
