#include <fmt/format.h>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "emitter/bank/load.hpp"
#include "latex/output/edited_sheets.hpp"
#include "latex/record/command_json.hpp"

namespace listok::cli {
namespace {

int show_diff(const CommandLine& line, Console& console) {
  if (line.arguments.empty()) {
    throw UsageError("`listok diff` wants the ID of an item",
                     "`listok status` lists those that were edited");
  }
  const emitter::Loaded loaded = emitter::load(bank_folder(line, 1));
  if (!has_items(loaded, console)) return content_error;
  latex::BuildOptions options = line.build;
  check_selection(*loaded.bank, options.selection);
  options.selection.ids = {line.arguments.front()};
  const auto sheets = latex::edited_sheets(*loaded.bank, options);
  if (sheets.empty()) {  // an item that is gone may have been edited, and is no item of the bank
    check_ids(options.selection.ids, *loaded.bank, "listok diff");
    console.say(fmt::format("no sheet of `{}` was edited by hand", line.arguments.front()));
  }
  for (const latex::EditedSheet& sheet : sheets) {
    std::string diff = latex::whole_diff(sheet, console.color_output());
    console.json(latex::diff_json(line.build.output / sheet.file, diff));
    if (diff.ends_with('\n')) diff.pop_back();
    if (!diff.empty()) console.say(diff);
  }
  return all_made;
}

}  // namespace

Command diff_command() {
  return {
      .name = "diff",
      .summary = "show your changes to the .tex of an item",
      .usage = {"ID [BANK] [OPTIONS]"},
      .about =
          R"(Shows what you changed in the .tex of an item, in every language, against what listok wrote. Needs
no TeX, but the program git.)",
      .examples = {"listok diff 01-mqa-gqa content/llm-interview --lang ru"},
      .options = {{"lang", "this language only; may be repeated"},
                  {"output", "folder of what was made (default: out)"}},
      .run = show_diff};
}

}  // namespace listok::cli
