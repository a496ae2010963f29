#include "latex/output/edited_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "emitter/bank/load.hpp"
#include "latex/record/command_json.hpp"

namespace listok::cli {
namespace {

using latex::EditedSheet;

constexpr std::size_t shown_width = 96;  // bytes of a changed line

std::string shortened(std::string line) {
  if (line.size() <= shown_width) return line;
  std::size_t end = shown_width;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + "…";
}

void show(const EditedSheet& sheet, const CommandLine& line, Console& console) {
  const auto changed = latex::short_diff(sheet);
  console.json(latex::edited_json(sheet, line.build.output.path(), changed));
  const std::string file = (line.build.output / sheet.file).string();
  if (!changed) {
    console.say(fmt::format("{:10} {}", latex::name_of(sheet.state), file));
    return;
  }
  const std::string size = changed->first.empty()
                               ? "line ends alone"
                               : fmt::format("+{} −{}", changed->added, changed->removed);
  console.say(fmt::format("{:10} {}  {}", latex::name_of(sheet.state), file, size));
  for (const std::string& one : changed->first) console.say("    " + shortened(one));
  if (changed->added + changed->removed > changed->first.size()) console.say("    …");
}

// "2 sheets edited, 1 in conflict"
std::string summary(const std::vector<EditedSheet>& sheets) {
  if (sheets.empty()) return "no sheet was edited by hand";
  std::map<EditedSheet::State, std::size_t> counts;
  for (const EditedSheet& sheet : sheets) ++counts[sheet.state];
  std::string text = fmt::format("{} edited", plural(sheets.size(), "sheet"));
  for (const auto& [state, count] : counts) {
    if (state == EditedSheet::State::edited) continue;
    text += fmt::format(", {} {}{}", count, state == EditedSheet::State::conflict ? "in " : "",
                        latex::name_of(state));
  }
  return text;
}

int show_status(const CommandLine& line, Console& console) {
  const emitter::Loaded loaded = emitter::load(bank_folder(line));
  if (!has_items(loaded, console)) return content_error;
  check_selection(*loaded.bank, line.build.selection);
  const auto sheets = latex::edited_sheets(*loaded.bank, line.build);
  for (const EditedSheet& sheet : sheets) show(sheet, line, console);
  console.say(summary(sheets));
  const bool conflict = std::any_of(sheets.begin(), sheets.end(), [](const EditedSheet& sheet) {
    return sheet.state == EditedSheet::State::conflict;
  });
  return conflict ? content_error : all_made;
}

}  // namespace

Command status_command() {
  return {
      .name = "status",
      .summary = "list the .tex files that you edited, and what becomes of them",
      .usage = {"[BANK] [OPTIONS]"},
      .about =
          R"(Lists the .tex files in DIR that you edited, with the first lines of each change: `edited` ones are
compiled as they are; `merging` ones have new Markdown, which the next build merges in; those in
`conflict` were changed by both in the same place; those `left over` have lost their item. Writes
nothing, needs no TeX. Exit status 1 when there is a conflict.)",
      .examples = {"listok status content/llm-interview"},
      .options = {{"lang"},
                  {"only"},
                  {"tag"},
                  {"difficulty"},
                  {"output", "folder of what was made (default: out)"}},
      .run = show_status};
}

}  // namespace listok::cli
