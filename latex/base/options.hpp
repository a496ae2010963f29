// What is asked of a build, who is kept informed of it, and what came of it. Plain values.
// Errors: none.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "emitter/bank/selection.hpp"
#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"
#include "latex/base/shard.hpp"
#include "latex/folder/output_folder.hpp"

namespace listok::latex {

struct BuildOptions {
  Folder output = "out";
  emitter::Selection selection;
  std::vector<std::string> editions;  // names; empty: the full sheet
  std::size_t workers = 0;            // engines at a time; 0: one a core
  bool book = false;                  // of every language
  bool explain = false;
  bool force = false;
  std::filesystem::path archive;  // of what is emitted, too; empty: none
  bool trust_tex = false;         // TeX that listok did not write may run without a sandbox
  std::optional<Shard> shard;     // only this part of the items
  // Of an edition that is made up for this build: the keys as they were given; none: there is none.
  std::vector<std::string> sections;
  emitter::Space space = emitter::Space::blank;
};

// Called as things happen, from any thread, one call at a time.
struct Observer {
  std::function<void(const emitter::Diagnostic&)> diagnostic = [](const auto&) {};
  // `done` of `all` sheets that have to be made are set; called some times a second.
  std::function<void(std::size_t done, std::size_t all)> progress = [](auto, auto) {};
  // "ru/01-mqa.pdf: 11 pt, 62 % of the page": a PDF that has just been put in place.
  std::function<void(const std::string&)> made = [](const auto&) {};
  // Whether the user, who is asked, trusts these files of TeX that listok did not write.
  std::function<bool(const std::vector<std::string>& files)> trusts = [](const auto&) {
    return false;
  };
  // For --explain: one line for every sheet.
  std::function<void(const std::string&)> explanation = [](const auto&) {};
};

struct BuildResult {
  std::size_t made = 0;
  std::size_t up_to_date = 0;
  std::size_t failed = 0;   // sheets without a new PDF; each has its diagnostic
  std::size_t tweaked = 0;  // of all: whose .tex is a person's
  std::size_t packed = 0;   // files in the archive
  std::size_t wanted = 0;   // that had to be made, as far as it was found out
  bool stopped = false;     // by the stop token; what was done is kept
};

}  // namespace listok::latex
