#include "cli/arguments/command.hpp"

#include <algorithm>
#include <sstream>

namespace listok::cli {

const Command* find_command(const Commands& commands, const std::string& name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const Commands& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

std::vector<std::string> argument_words(const std::string& usage) {
  std::string text;
  for (const char letter : usage) {
    if (letter == '|' && text.ends_with(' ')) text.pop_back();
    if (letter == ' ' && text.ends_with('|')) continue;
    text += letter;
  }
  std::vector<std::string> words;
  std::istringstream stream(text);
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

}  // namespace listok::cli
