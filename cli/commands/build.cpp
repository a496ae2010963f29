#include "cli/commands/build.hpp"

#include <fmt/format.h>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/edition.hpp"
#include "cli/console/interrupt.hpp"

namespace listok::cli {
namespace {

std::string summary(const CommandLine& line, const latex::BuildResult& result, double seconds) {
  const std::string what = line.command == "build" ? "sheet" : ".tex file";
  std::string text =
      fmt::format("{}: {} made", line.build.output.path().string(), plural(result.made, what));
  if (result.up_to_date > 0) text += fmt::format(", {} up to date", result.up_to_date);
  if (result.tweaked > 0) text += fmt::format(", {} edited by hand", result.tweaked);
  if (result.failed > 0) text += fmt::format(", {} failed", result.failed);
  if (result.packed > 0) {
    text += fmt::format(", {} in {}", plural(result.packed, "file"), line.build.archive.string());
  }
  return text + fmt::format(" ({:.1f} s)", seconds);
}

// What a person who pressed Ctrl-C wants to know.
std::string interruption(const CommandLine& line, const latex::BuildResult& result) {
  if (line.command == "emit") {
    return fmt::format("interrupted: {} made; run the command again to make the rest",
                       plural(result.made, ".tex file"));
  }
  if (result.wanted == 0) return "interrupted: no sheet was made yet; run the command again";
  std::string text =
      fmt::format("interrupted: {} of {} made", result.made, plural(result.wanted, "sheet"));
  if (result.failed > 0) text += fmt::format(", {} failed", result.failed);
  const bool all = result.made + result.failed >= result.wanted;
  if (all && !line.build.book) return text;
  return text + fmt::format("; run the command again to make the {}", all ? "book" : "rest");
}

}  // namespace

latex::Observer observer_of(const CommandLine& line, Console& console,
                            const std::stop_token& stop) {
  latex::Observer observer;
  observer.diagnostic = [&console](const auto& diagnostic) { console.diagnostic(diagnostic); };
  observer.progress = [&console](std::size_t done, std::size_t all) {
    if (all > 0) {
      console.progress(
          fmt::format("{} of {}, {:.1f} s", done, plural(all, "sheet"), console.seconds()));
    }
  };
  observer.trusts = [&console, stop](const std::vector<std::string>& files) {
    return console.confirms(
        fmt::format(
            "This machine cannot sandbox TeX. Do you trust these files, which listok did not "
            "write and which are new or changed?\n  {}\nRun them?",
            fmt::join(files, "\n  ")),
        stop);
  };
  observer.explanation = [&console](const std::string& text) { console.say(text); };
  if (line.verbose) observer.made = observer.explanation;
  return observer;
}

int conclude(const CommandLine& line, const latex::BuildResult& result, Console& console) {
  console.settle();
  console.json(fmt::format(R"({{"made":{},"up_to_date":{},"failed":{}{}}})", result.made,
                           result.up_to_date, result.failed,
                           result.stopped ? R"(,"interrupted":true)" : ""));
  if (result.stopped) {
    console.announce(interruption(line, result));
    return interrupted;
  }
  console.say(summary(line, result, console.seconds()));
  return console.errors() > 0 || result.failed > 0 ? content_error : all_made;
}

void accept(emitter::Bank& bank, latex::BuildOptions& options) {
  check_selection(bank, options.selection);
  check_editions(bank, options.editions);
  check_pair(bank, options.selection, options.editions);
  if (options.sections.empty()) return;
  bank.editions.push_back(custom_edition(bank, options.sections, options.space));
  options.editions = {bank.editions.back().name};
}

namespace {

int build_bank(const CommandLine& line, Console& console) {
  const Interrupt interrupt;
  const latex::Observer observer = observer_of(line, console, interrupt.token());
  const auto result =
      latex::build(bank_folder(line), accept, line.build, observer, interrupt.token());
  return result ? conclude(line, *result, console) : content_error;
}

}  // namespace

Command build_command() {
  return {
      .name = "build",
      .summary = "make the .tex and the PDF of every sheet",
      .usage = {"[BANK] [OPTIONS]"},
      .about =
          R"(Makes DIR/<language>/<id>.tex and .pdf of every item, one page each, or two where `pages: 2` allows
them. What is up to date is left alone, and what was said of it is said again. A sheet that failed is tried again when something has
changed, or with --force. A .tex that you edited is compiled as it is; when its Markdown changes as well, the two are
merged, and where both changed the same place your file stays and the new text is set beside it. Its PDF gets a .synctex.gz, by
which editors jump between the page and its lines.
TeX that listok did not write runs in a sandbox; where the machine has none (`listok doctor` tells), the
sheets that use it are made only after you have once said `--trust-tex`.
With --book the sheets of each folder are bound as well, with contents and bookmarks: DIR/<language>/book.pdf of the full
sheets, DIR/<language>/<edition>/book.pdf of an edition, DIR/bilingual/book.pdf; `book:` of listok.yaml asks for a cover and
for two sides.)",
      .examples =
          {"listok build content/llm-interview",
           "listok build content/llm-interview --lang ru --only 01-mqa-gqa -o /tmp/sheets",
           "listok build content/llm-interview --tag kv-cache --tag gpu --difficulty senior",
           "listok build content/llm-interview --edition candidate",
           "listok build content/llm-interview --book --edition candidate --edition interviewer",
           "listok build content/llm-interview --sections question,key-points --space lines"},
      .remark = "The last one makes DIR/<language>/question+key-points+lines/<id>.pdf.",
      .options = {{"lang"},
                  {"only"},
                  {"tag"},
                  {"difficulty"},
                  {"output"},
                  {"force",
                   "make everything again, and replace .tex files in conflict (kept as .tex.orig)"},
                  {"trust-tex"},
                  {"edition"},
                  {"sections"},
                  {"space"},
                  {"shard"},
                  {"book"},
                  {"jobs"},
                  {"explain"}},
      .run = build_bank};
}

}  // namespace listok::cli
