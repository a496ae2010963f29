#include "cli/help/command_spec.hpp"

#include <algorithm>
#include <sstream>

namespace listok::cli {
namespace {

using Strings = std::vector<std::string>;

bool small(char letter) { return letter >= 'a' && letter <= 'z'; }

}  // namespace

std::vector<Argument> arguments_of(const Strings& usages, const Commands& commands) {
  std::vector<Argument> arguments;
  for (const std::string& usage : usages) {
    Strings before;
    for (const std::string& word : argument_words(usage)) {
      auto known = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& argument) {
        return argument.before == before;
      });
      if (known == arguments.end()) { known = arguments.insert(arguments.end(), {before, {}}); }
      std::istringstream choices(word);
      bool literal = true;
      for (std::string selection; std::getline(choices, selection, '|');) {
        const Strings meant = selection == "COMMAND" ? names_of(commands) : Strings{selection};
        known->choices.insert(known->choices.end(), meant.begin(), meant.end());
        literal = literal && small(selection.front()) && word == selection;
      }
      before.push_back(literal ? word : "*");
    }
  }
  // "COMMAND|CODE|man": what is no word cannot be completed next to words.
  for (Argument& argument : arguments) {
    if (argument.choices.size() == 1) continue;
    std::erase_if(argument.choices,
                  [](const std::string& selection) { return !small(selection.front()); });
  }
  return arguments;
}

std::vector<CommandSpec> command_specs(const Commands& commands) {
  std::vector<CommandSpec> all;
  for (const Command& command : commands) {
    all.push_back({command.name, command.summary, arguments_of(command.usage, commands),
                   options_of(command)});
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
