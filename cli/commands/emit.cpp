#include <fmt/format.h>

#include <filesystem>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/build.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console/interrupt.hpp"
#include "latex/build/build.hpp"

namespace listok::cli {
namespace {

std::optional<latex::BuildResult> emit(const CommandLine& line, Console& console,
                                       const latex::Observer& observer,
                                       const std::stop_token& stop) {
  auto bank = read_bank(line, console);
  if (!bank) return std::nullopt;
  if (stop.stop_requested()) return latex::BuildResult{.stopped = true};
  latex::BuildOptions options = line.build;
  accept(*bank, options);
  return latex::emit_sources(std::move(*bank), options, observer, stop);
}

// Told before the work, not after it.
void check_archive(const CommandLine& line) {
  std::error_code error;
  const std::filesystem::path& file = line.build.archive;
  const bool there = std::filesystem::exists(std::filesystem::symlink_status(file, error));
  if (!there || std::filesystem::is_regular_file(file, error)) return;
  throw UsageError(fmt::format("`--zip` cannot write `{}`, which is {}", file.string(),
                               std::filesystem::is_directory(file, error) ? "a folder" : "no file"),
                   "give the archive another name");
}

int emit_bank(const CommandLine& line, Console& console) {
  check_archive(line);
  const Interrupt interrupt;
  const latex::Observer observer = observer_of(line, console, interrupt.token());
  const auto result = emit(line, console, observer, interrupt.token());
  return result ? conclude(line, *result, console) : content_error;
}

}  // namespace

Command emit_command() {
  return {
      .name = "emit",
      .summary = "make the .tex alone; needs no TeX",
      .usage = {"[BANK] [OPTIONS]"},
      .about =
          R"(Makes DIR/<language>/<id>.tex of every item, and the class beside them. Needs no TeX.
With --zip all that they need is packed, too, with what you edited in DIR: the archive compiles on Overleaf as it is
uploaded, and anywhere else by latexmk.)",
      .examples =
          {"listok emit content/llm-interview -o sources\ncd sources/ru && xelatex 01-mqa-gqa.tex",
           "listok emit content/llm-interview --zip course.zip"},
      .options = {{"lang"}, {"only"}, {"tag"}, {"difficulty"}, {"output"}, {"zip"}, {"force"}},
      .run = emit_bank};
}

}  // namespace listok::cli
