#include "cli/help/command_spec.hpp"

#include <algorithm>
#include <sstream>

#include "cli/help/help.hpp"

namespace listok::cli {
namespace {

using Strings = std::vector<std::string>;

bool small(char letter) { return letter >= 'a' && letter <= 'z'; }

// "usage: listok …" -> "usage"
std::string title_of(const std::string& line) {
  const std::string title = line.substr(0, line.find(':'));
  const bool good = !title.empty() && title.size() < line.size() &&
                    std::all_of(title.begin(), title.end(),
                                [](char letter) { return small(letter) || letter == ' '; });
  return good && small(title.front()) ? title : "";
}

std::string without_indent(const std::string& line, std::size_t most) {
  return line.substr(std::min(most, std::min(line.find_first_not_of(' '), line.size())));
}

// The words after "listok COMMAND" that are no options, without the brackets of what may be left
// out: "[COMMAND | math]" -> "COMMAND|math".
Strings words_of(const std::string& usage) {
  std::string text;
  for (const char letter : usage) {
    if (letter == '|' && text.ends_with(' ')) text.pop_back();
    if (letter == ' ' && text.ends_with('|')) continue;
    text += letter;
  }
  Strings words;
  std::istringstream stream(text);
  stream >> text >> text;
  bool option = false;  // inside of "[-o DIR]"
  for (std::string word; stream >> word;) {
    option = option || word.starts_with("[-") || word.starts_with("-");
    const bool passed = option || word == "[OPTIONS]";
    if (option && word.find(']') != std::string::npos) option = false;
    if (passed) continue;
    std::erase_if(word, [](char letter) { return letter == '[' || letter == ']'; });
    words.push_back(word);
  }
  return words;
}

// "  build    make …", or "  completion" with the rest on the next line -> its summary
std::string summary_of(const std::string& command, const std::vector<HelpBlock>& overview) {
  for (const HelpBlock& block : overview) {
    if (block.title != "commands") continue;
    std::string name;
    std::string summary;
    for (const std::string& line : block.lines) {
      const bool begins = !line.starts_with(' ');
      if (begins && name == command) break;
      if (begins) name = line.substr(0, line.find(' '));
      if (name != command) continue;
      const std::string rest =
          without_indent(begins ? line.substr(name.size()) : line, line.size());
      summary += (summary.empty() || rest.empty() ? "" : " ") + rest;
    }
    return summary;
  }
  return {};
}

}  // namespace

std::vector<HelpBlock> help_blocks(const std::string& text) {
  std::vector<HelpBlock> blocks;
  std::istringstream stream(text);
  bool between = true;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty()) {
      between = true;
      continue;
    }
    if (between) {
      const std::string title = title_of(line);
      blocks.push_back({title, {}});
      if (!title.empty()) line = without_indent(line.substr(title.size() + 1), 1);
      between = false;
    } else if (blocks.back().title == "usage") {
      line = without_indent(line, line.size());
    } else if (!blocks.back().title.empty()) {
      line = without_indent(line, 2);
    }
    if (!line.empty()) blocks.back().lines.push_back(line);
  }
  return blocks;
}

std::vector<Argument> arguments_of(const Strings& usage) {
  std::vector<Argument> arguments;
  for (const std::string& line : usage) {
    Strings before;
    for (const std::string& word : words_of(line)) {
      auto known = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& argument) {
        return argument.before == before;
      });
      if (known == arguments.end()) { known = arguments.insert(arguments.end(), {before, {}}); }
      std::istringstream choices(word);
      bool literal = true;
      for (std::string selection; std::getline(choices, selection, '|');) {
        const Strings meant = selection == "COMMAND" ? commands() : Strings{selection};
        known->choices.insert(known->choices.end(), meant.begin(), meant.end());
        literal = literal && small(selection.front()) && word == selection;
      }
      before.push_back(literal ? word : "*");
    }
  }
  return arguments;
}

std::vector<CommandSpec> command_specs() {
  const std::vector<HelpBlock> overview = help_blocks(help(""));
  std::vector<CommandSpec> all;
  for (const std::string& command : commands()) {
    CommandSpec spec{command, summary_of(command, overview), help_blocks(help(command)), {}, {}};
    for (const HelpBlock& block : spec.blocks) {
      if (block.title == "usage") spec.arguments = arguments_of(block.lines);
    }
    spec.options = options_of(command);
    all.push_back(std::move(spec));
  }
  return all;
}

Kind kind_of(const std::string& placeholder) {
  if (placeholder == "BANK") return Kind::bank;
  if (placeholder == "DIR" || placeholder == "FOLDER") return Kind::folder;
  if (placeholder == "FILE") return Kind::file;
  return !placeholder.empty() && small(placeholder.front()) ? Kind::word : Kind::anything;
}

Strings choices_of(const std::string& value) {
  Strings choices;
  if (kind_of(value) != Kind::word) return choices;
  std::istringstream stream(value);
  for (std::string selection; std::getline(stream, selection, '|');) choices.push_back(selection);
  return choices;
}

}  // namespace listok::cli
