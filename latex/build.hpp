// A bank -> its sheets in the output folder. The one place that knows the order of the steps.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "emitter/model.hpp"

namespace listok::latex {

struct BuildOptions {
  std::filesystem::path output = "out";
  std::vector<std::string> languages;  // empty: those of the bank
  std::vector<std::string> only;       // ids; empty: all
  std::vector<std::string> editions;   // names; empty: the full sheet
  std::size_t workers = 0;             // engines at a time; 0: one a core
  bool book = false;                   // of every language
  bool explain = false;
  bool force = false;
};

// Called as things happen, from any thread, one call at a time.
struct Observer {
  std::function<void(const emitter::Diagnostic&)> diagnostic = [](const auto&) {};
  // `done` of `all` sheets that had to be made; `language` of the sheet that came last.
  std::function<void(std::size_t done, std::size_t all, const std::string& language)> progress =
      [](auto, auto, const auto&) {};
  // "ru/01-mqa.pdf: 11 pt, 62 % of the page": a PDF that has just been put in place.
  std::function<void(const std::string&)> made = [](const auto&) {};
  // For --explain: one line for every sheet.
  std::function<void(const std::string&)> explanation = [](const auto&) {};
};

struct BuildResult {
  std::size_t made = 0;
  std::size_t up_to_date = 0;
  std::size_t failed = 0;   // sheets without a new PDF; each has its diagnostic
  std::size_t tweaked = 0;  // of all: whose .tex is a person's
  bool stopped = false;     // by the stop token; what was done is kept
};

// Writes the class and the .tex files alone; needs no TeX. `made` counts them.
BuildResult emit_sources(const emitter::Bank& bank, const BuildOptions& options,
                         const Observer& observer);

// Makes what is stale. A PDF that cannot be made leaves the old one in place. Throws Trouble when
// the machine lacks something.
BuildResult build(const emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
                  std::stop_token stop);

}  // namespace listok::latex
