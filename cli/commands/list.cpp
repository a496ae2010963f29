#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/bank.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/item_table.hpp"
#include "cli/console/columns.hpp"

namespace listok::cli {
namespace {

latex::ItemLine line_of(const emitter::Item& item, const emitter::Selection& selection) {
  latex::ItemLine line{item.number, item.id, "", {}, {}};
  for (const emitter::Translation& translation : item.translations) {
    if (line.difficulty.empty()) line.difficulty = translation.difficulty;
    for (const std::string& tag : translation.tags) {
      if (std::find(line.tags.begin(), line.tags.end(), tag) == line.tags.end()) {
        line.tags.push_back(tag);
      }
    }
    if (!emitter::chosen_language(translation.language, selection)) continue;
    line.files.push_back({translation.language, translation.source->name(),
                          emitter::plain_text(translation.title, *translation.source),
                          translation.broken});
  }
  return line;
}

bool is_broken(const latex::ItemLine& item) {
  return std::any_of(item.files.begin(), item.files.end(),
                     [](const latex::ItemLine::File& file) { return file.broken; });
}

std::string summary(const std::vector<latex::ItemLine>& items) {
  const auto broken = std::count_if(items.begin(), items.end(), is_broken);
  std::string text = fmt::format("{} item{}", items.size(), items.size() == 1 ? "" : "s");
  return broken > 0 ? text + fmt::format(", {} with errors (!)", broken) : text;
}

int list_items(const CommandLine& line, Console& console) {
  const std::optional<emitter::Bank> bank = read_bank(line, console);
  if (!bank) return content_error;
  std::vector<latex::ItemLine> items;
  for (const emitter::Item* item : emitter::chosen_items(*bank, line.build.selection)) {
    items.push_back(line_of(*item, line.build.selection));
    console.json(latex::item_json(items.back()));
  }
  constexpr std::size_t usual_columns = 100;
  console.say(item_table(items, columns_of(STDOUT_FILENO, usual_columns)));
  if (line.verbose) {
    for (const latex::ItemLine& item : items) {
      for (const latex::ItemLine::File& file : item.files) console.say(file.name);
    }
  }
  console.say(summary(items));
  return console.errors() > 0 ? content_error : all_made;
}

}  // namespace

Command list_command() {
  return {
      .name = "list",
      .summary = "print the items: numbers, ids, languages, difficulty, tags, titles",
      .usage = {"[BANK] [OPTIONS]"},
      .about =
          R"(Prints the items of a bank as a table as wide as the terminal (elsewhere COLUMNS, or 100); a `!`
stands after a language in which an item has an error. As JSON, a line an item, with all of it:

  {"number":1,"id":…,"difficulty":…,"tags":[…],"titles":{"ru":…},"files":{"ru":…},"broken":["ru"]})",
      .examples = {"listok list content/llm-interview --tag attention --lang en",
                   "listok list content/llm-interview --message-format json"},
      .options = {{"lang"}, {"only"}, {"tag"}, {"difficulty"}},
      .run = list_items};
}

}  // namespace listok::cli
