#include <fmt/format.h>

#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/edition.hpp"
#include "cli/console/interrupt.hpp"
#include "cli/arguments/exit_status.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/base/parallel.hpp"
#include "latex/build/build.hpp"
#include "latex/pictures/pictures.hpp"

namespace listok::cli {
namespace {

std::string summary(const CommandLine& line, const latex::BuildResult& result, double seconds) {
  const std::string what = line.command == "build" ? "sheet" : ".tex file";
  std::string text =
      fmt::format("{}: {} made", line.build.output.path().string(), plural(result.made, what));
  if (result.up_to_date > 0) text += fmt::format(", {} up to date", result.up_to_date);
  if (result.tweaked > 0) text += fmt::format(", {} edited by hand", result.tweaked);
  if (result.failed > 0) text += fmt::format(", {} failed", result.failed);
  return text + fmt::format(" ({:.1f} s)", seconds);
}

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

// What the command line asks of the bank, which may be too much.
void accept(emitter::Bank& bank, latex::BuildOptions& options) {
  check_selection(bank, options.selection);
  check_editions(bank, options.editions);
  if (options.sections.empty()) return;
  bank.editions.push_back(custom_edition(bank, options.sections, options.space));
  options.editions = {bank.editions.back().name};
}

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

}  // namespace

std::string plural(std::size_t count, const std::string& thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

int build_command(const CommandLine& line, Console& console) {
  const Interrupt interrupt;
  const latex::Observer observer = observer_of(line, console, interrupt.token());
  const auto result = line.command == "emit" ? emit(line, console, observer, interrupt.token())
                                             : latex::build(bank_folder(line), accept, line.build,
                                                            observer, interrupt.token());
  return result ? conclude(line, *result, console) : content_error;
}

int check_command(const CommandLine& line, Console& console) {
  const Interrupt interrupt;
  const emitter::Selection& selection = line.build.selection;
  const std::optional<emitter::Bank> bank = read_bank(line, console);
  if (!bank) return content_error;
  struct File {
    const emitter::Item* item;
    const emitter::Translation* translation;
    emitter::Diagnostics found;
  };
  std::vector<File> files;
  for (const emitter::Item* item : emitter::chosen_items(*bank, selection)) {
    for (const auto& translation : item->translations) {
      if (emitter::chosen_language(translation.language, selection))
        files.push_back({item, &translation, {}});
    }
  }
  emitter::in_parallel(files.size(), [&](std::size_t number) {
    auto& [item, translation, found] = files[number];
    if (!translation->broken) found = emitter::emit(*bank, *item, *translation).diagnostics;
  });
  latex::Translations sound;
  for (const File& file : files) {
    if (!file.translation->broken) sound.push_back(file.translation);
  }
  const latex::SeenPictures pictures = latex::look_at_pictures(*bank, sound, interrupt.token());
  if (interrupt.token().stop_requested()) return interrupted;
  for (const File& file : files) {
    if (line.verbose) console.say(file.translation->source->name());
    console.diagnostics(file.found);
    if (!file.translation->broken) {
      console.diagnostics(latex::picture_faults(*file.translation, pictures));
    }
  }
  console.settle();
  console.say(fmt::format("{}, {}, {}", plural(files.size(), "file"),
                          plural(console.errors(), "error"),
                          plural(console.warnings(), "warning")));
  return console.errors() > 0 ? content_error : all_made;
}

}  // namespace listok::cli
