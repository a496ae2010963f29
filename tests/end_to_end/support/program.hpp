// Runs the real `listok`, and the tools that look at what it made, as a person would.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "latex/folder/output_folder.hpp"
#include "latex/system/process.hpp"
#include "latex/system/programs.hpp"
#include "tests/scratch.hpp"

namespace listok::tests {

namespace fs = std::filesystem;

struct Ran {
  int status = -1;
  std::string output;  // standard output and standard error together
};

struct Program : Scratch {
  std::map<std::string, std::string> environment{{"PATH", std::getenv("PATH")},
                                                 {"HOME", std::getenv("HOME")}};
  fs::path folder = path;  // the working directory of what is run

  Ran run(const fs::path& program, std::vector<std::string> arguments) const {
    const latex::Limits limits{.wall_seconds = 600, .cpu_seconds = 600, .memory_bytes = no_limit};
    const auto ended = latex::run(
        {program, std::move(arguments), folder, environment, path / ".output", limits}, {});
    return {ended.cause == latex::ProcessResult::Cause::exited ? ended.code : -1,
            latex::read_file(path / ".output").value_or("")};
  }

  Ran listok(std::vector<std::string> arguments) const {
    return run(LISTOK_PROGRAM, std::move(arguments));
  }

  Ran tool(const std::string& name, std::vector<std::string> arguments) const {
    return run(latex::find_program(name).value(), std::move(arguments));
  }

  void write(const fs::path& file, std::string_view text) const {
    latex::write_file(path / file, text);
  }

  std::string read(const fs::path& file) const { return latex::read_file(path / file).value(); }

  // How many pages a PDF below out/ has, 0 when it is none; what it says, laid out as there.
  std::size_t pages(const std::string& pdf) const {
    const std::string info = tool("pdfinfo", {"out/" + pdf}).output;
    const auto at = info.find("Pages:");
    return at == std::string::npos ? 0 : std::stoul(info.substr(at + 6));
  }
  std::string words(const std::string& pdf) const {
    return tool("pdftotext", {"-layout", "out/" + pdf, "-"}).output;
  }

  // Every file below `where`, relative to it, whose name ends so; sorted.
  std::vector<std::string> files(const fs::path& where, const std::string& ending) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(path / where)) {
      const std::string name = fs::relative(entry.path(), path / where).string();
      if (entry.is_regular_file() && name.ends_with(ending)) found.push_back(name);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  // A copy of the shipped bank, to be spoilt.
  void copy_shipped_bank() const {
    fs::copy(LISTOK_BANK, path / "bank", fs::copy_options::recursive);
  }

  void replace(const fs::path& file, const std::string& from, const std::string& to) const {
    std::string text = read(file);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace in " + file.string());
    write(file, text.replace(at, from.size(), to));
  }

 private:
  // Address sanitizers reserve terabytes; the limit is for engines.
  static constexpr std::size_t no_limit = ~std::size_t{0};
};

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline std::string without_spaces(std::string text) {
  std::erase_if(text,
                [](char letter) { return letter == ' ' || letter == '\n' || letter == '\f'; });
  return text;
}

inline std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace listok::tests
