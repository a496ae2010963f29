#include <fmt/format.h>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console/interrupt.hpp"
#include "emitter/base/parallel.hpp"
#include "emitter/check/lint.hpp"
#include "emitter/tex/emit.hpp"
#include "latex/pictures/pictures.hpp"

namespace listok::cli {
namespace {

int check_bank(const CommandLine& line, Console& console) {
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
    found = emitter::emit(*bank, *item, *translation).diagnostics;
    if (translation->broken) return;
    for (auto& note : emitter::lint(*translation)) found.push_back(std::move(note));
  });
  latex::Translations translations;
  for (const File& file : files) translations.push_back(file.translation);
  const latex::SeenPictures pictures =
      latex::look_at_pictures(*bank, translations, interrupt.token());
  if (interrupt.token().stop_requested()) return interrupted;
  console.diagnostics(latex::picture_faults(*bank, pictures));
  for (const File& file : files) {
    if (line.verbose) console.say(file.translation->source->name());
    console.diagnostics(file.found);
    console.diagnostics(latex::picture_faults(*file.translation, pictures));
  }
  console.settle();
  console.say(fmt::format("{}, {}, {}", plural(files.size(), "file"),
                          plural(console.errors(), "error"),
                          plural(console.warnings(), "warning")));
  return console.errors() > 0 ? content_error : all_made;
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = "report everything that is wrong, as far as it shows without TeX",
      .usage = {"[BANK] [OPTIONS]"},
      .about =
          R"(Reads the whole bank and reports everything that is wrong, as far as it shows without TeX; of a
selection, what is wrong with the items chosen and with listok.yaml. Notes tell what could be typed better:
hyphens for dashes, straight quotation marks.)",
      .examples = {"listok check content/llm-interview --message-format json",
                   "listok check content/llm-interview --only '0*' --lang en"},
      .options = {{"lang"}, {"only"}, {"tag"}, {"difficulty"}},
      .run = check_bank};
}

}  // namespace listok::cli
