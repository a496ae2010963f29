// Documents of other classes that take sheets in, under both engines.
#pragma once

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

namespace listok::tests {

inline const char* const engines[] = {"xelatex", "lualatex"};

struct Host : Program {
  Host() {
    // LuaLaTeX lists all faces of the machine when it is first run; the list is kept for later
    // runs.
    environment["TEXMFVAR"] = (fs::temp_directory_path() / "listok-texmf-var").string();
  }

  // One command, as a person gives it. latexmk runs the engine until references are right, and
  // fails when there is an error.
  Ran make(const std::string& engine, const std::string& document) const {
    return tool("latexmk",
                {"-" + engine, "-interaction=nonstopmode", "-outdir=" + engine, document});
  }

  std::string text(const std::string& engine, const std::string& document) const {
    return tool("pdftotext", {engine + "/" + document + ".pdf", "-"}).output;
  }

  std::string log(const std::string& engine, const std::string& document) const {
    return read(path / engine / (document + ".log"));
  }
};

// Engines end lines and pages where they like.
inline std::string letters_of(const std::string& text) {
  std::string letters = without_spaces(text);
  std::erase(letters, '-');
  return letters;
}

}  // namespace listok::tests
