#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/run.hpp"
#include "emitter/emit.hpp"
#include "emitter/load.hpp"
#include "latex/json.hpp"
#include "latex/snapshot.hpp"

namespace listok::cli {
namespace {

namespace fs = std::filesystem;

fs::path bank_folder(const CommandLine& line) {
  if (!line.arguments.empty()) return line.arguments.front();
  if (auto found = emitter::find_bank(fs::current_path())) return fs::relative(*found);
  throw UsageError("there is no bank here: no listok.yaml in this folder or above it",
                   "name the bank's folder, or begin one with `listok new bank FOLDER`");
}

// A name on the command line that the bank does not have.
void check_names(const std::vector<std::string>& given, const std::vector<std::string>& known,
                 const std::string& option) {
  for (const std::string& name : given) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view meant = emitter::nearest(name, known);
    throw UsageError(fmt::format("the bank has no `{}` for `{}`", name, option),
                     !meant.empty()  ? fmt::format("did you mean `{}`?", meant)
                     : known.empty() ? "it has none at all"
                                     : fmt::format("it has {}", fmt::join(known, ", ")));
  }
}

void check_names(const emitter::Bank& bank, const latex::BuildOptions& options) {
  std::vector<std::string> ids;
  std::vector<std::string> editions;
  for (const auto& item : bank.items) ids.push_back(item.id);
  for (const auto& edition : bank.editions) editions.push_back(edition.name);
  if (bank.languages.size() == 2) editions.emplace_back("bilingual");
  check_names(options.languages, bank.languages, "--lang");
  check_names(options.only, ids, "--only");
  check_names(options.editions, editions, "--edition");
}

std::string plural(std::size_t count, const std::string& thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string summary(const CommandLine& line, const latex::BuildResult& result, double seconds) {
  const std::string what = line.command == "build" ? "sheet" : ".tex file";
  std::string text =
      fmt::format("{}: {} made", line.build.output.string(), plural(result.made, what));
  if (result.up_to_date > 0) text += fmt::format(", {} up to date", result.up_to_date);
  if (result.tweaked > 0) text += fmt::format(", {} edited by hand", result.tweaked);
  if (result.failed > 0) text += fmt::format(", {} failed", result.failed);
  return text + fmt::format(" ({:.1f} s)", seconds);
}

latex::Observer observer_of(const CommandLine& line, Console& console) {
  latex::Observer observer;
  observer.diagnostic = [&console](const auto& diagnostic) { console.diagnostic(diagnostic); };
  observer.progress = [&console](std::size_t done, std::size_t all, const std::string& language) {
    console.progress(done, all, language);
  };
  observer.explanation = [&console](const std::string& text) { console.say(text); };
  if (line.verbose) observer.made = observer.explanation;
  return observer;
}

int conclude(const CommandLine& line, const latex::BuildResult& result, Console& console) {
  console.say(summary(line, result, console.seconds()));
  console.json(fmt::format(R"({{"made":{},"up_to_date":{},"failed":{}}})", result.made,
                           result.up_to_date, result.failed));
  if (result.stopped) return interrupted;
  return console.errors() > 0 || result.failed > 0 ? content_error : all_made;
}

}  // namespace

int build_command(CommandLine line, Console& console) {
  const Interrupt interrupt;
  line.build.begun = latex::now();
  const fs::path folder = bank_folder(line);
  if (line.command == "build") {
    if (const auto result = latex::nothing_to_do(folder, line.build)) {
      return conclude(line, *result, console);
    }
  }
  const emitter::Loaded loaded = emitter::load(folder);
  console.diagnostics(loaded.diagnostics);
  if (!loaded.bank || loaded.bank->items.empty()) return content_error;
  check_names(*loaded.bank, line.build);
  line.build.whole = !emitter::has_errors(loaded.diagnostics);
  line.build.flawless = loaded.diagnostics.empty();
  const latex::Observer observer = observer_of(line, console);
  const latex::BuildResult result =
      line.command == "emit" ? latex::emit_sources(*loaded.bank, line.build, observer)
                             : latex::build(*loaded.bank, line.build, observer, interrupt.token());
  return conclude(line, result, console);
}

int check_command(const CommandLine& line, Console& console) {
  const emitter::Loaded loaded = emitter::load(bank_folder(line));
  console.diagnostics(loaded.diagnostics);
  if (!loaded.bank) return content_error;
  std::size_t sheets = 0;
  for (const auto& item : loaded.bank->items) {
    for (const auto& translation : item.translations) {
      ++sheets;
      if (line.verbose) console.say(translation.source->name());
      if (translation.broken) continue;
      console.diagnostics(emitter::emit(*loaded.bank, item, translation).diagnostics);
    }
  }
  console.say(fmt::format("{}, {}, {}", plural(sheets, "file"), plural(console.errors(), "error"),
                          plural(console.warnings(), "warning")));
  return console.errors() > 0 ? content_error : all_made;
}

}  // namespace listok::cli
