#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/templates.hpp"
#include "emitter/bank/load.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/system/files.hpp"

namespace listok::cli {
namespace {

namespace fs = std::filesystem;

int new_bank(const fs::path& folder, bool verbose, Console& console) {
  std::error_code error;
  if (fs::exists(folder) && !fs::is_empty(folder, error)) {
    throw UsageError(fmt::format("`{}` is there already, and not empty", folder.string()),
                     "name a folder that does not exist");
  }
  for (const TemplateFile& file : bank_template()) {
    latex::write_file(folder / file.path, file.text);
    if (verbose) console.say((folder / file.path).string());
  }
  // An output folder belongs to one bank; this one is another's.
  const std::string output =
      fs::exists("out/.listok")
          ? fmt::format(" -o {}-out", (folder / "").parent_path().filename().string())
          : "";
  console.say(fmt::format("{0}: a bank with one question. Next: listok build {0}{1}",
                          folder.string(), output));
  return all_made;
}

// "hash-tables" -> "04-hash-tables" where the bank's last number is 3; an id with a number stays.
std::string numbered(const std::string& id, const emitter::Bank& bank) {
  if (id.front() >= '0' && id.front() <= '9') return id;
  unsigned last = 0;
  for (const emitter::Item& item : bank.items) last = std::max(last, item.number);
  return fmt::format("{:02}-{}", last + 1, id);
}

std::string item_text(const emitter::Bank& bank, const std::string& language) {
  const Placeholder words = placeholder(language);
  std::string text = fmt::format("# {}\n", words.title);
  if (bank.sections.empty()) text += fmt::format("\n## {}\n\n{}\n", words.heading, words.text);
  for (const emitter::SectionKind& section : bank.sections) {
    text += fmt::format("\n## {}\n\n{}\n", section.titles.at(language), words.text);
  }
  return text;
}

void check_id(const std::string& id) {
  const bool good = std::all_of(id.begin(), id.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '_';
  });
  if (!good || id.empty()) {
    throw UsageError(fmt::format("`{}` cannot be an id", id),
                     "an id is the stem of a file name: small letters, digits and `-`");
  }
}

int new_item(const std::string& id, const fs::path& folder, Console& console) {
  check_id(id);
  const emitter::Loaded loaded = emitter::load(folder);
  if (!loaded.bank) {
    console.diagnostics(loaded.diagnostics);
    return content_error;
  }
  const std::string stem = numbered(id, *loaded.bank);
  for (const std::string& language : loaded.bank->languages) {
    const fs::path file = folder / language / (stem + ".md");
    if (fs::exists(file)) throw UsageError(fmt::format("`{}` is there already", file.string()));
  }
  for (const std::string& language : loaded.bank->languages) {
    const fs::path file = folder / language / (stem + ".md");
    latex::write_file(file, item_text(*loaded.bank, language));
    console.say(file.string());
  }
  return all_made;
}

fs::path bank_of(const CommandLine& line) {
  if (line.arguments.size() == 3) return line.arguments[2];
  if (auto found = emitter::find_bank(fs::current_path())) return fs::relative(*found);
  throw UsageError("there is no bank here: no listok.yaml in this folder or above it",
                   "name the bank's folder after the id");
}

int begin(const CommandLine& line, Console& console) {
  const auto& words = line.arguments;
  if (words.size() == 2 && words[0] == "bank") return new_bank(words[1], line.verbose, console);
  if (words.size() >= 2 && words[0] == "item") return new_item(words[1], bank_of(line), console);
  throw UsageError("`listok new` wants to know what",
                   "`listok new bank FOLDER` or `listok new item ID`");
}

}  // namespace

Command new_command() {
  return {
      .name = "new",
      .summary = "begin a bank or an item",
      .usage = {"bank FOLDER", "item ID [BANK]"},
      .about =
          R"(`new bank` begins a bank that builds as it is. `new item` adds a file to every language of a bank,
with the bank's sections; an ID without a number in front gets the next one.)",
      .examples = {"listok new bank questions", "listok new item hash-tables questions"},
      .run = begin};
}

}  // namespace listok::cli
