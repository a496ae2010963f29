#include "cli/help/help.hpp"

#include <fmt/format.h>

#include <sstream>

#include "cli/arguments/command_line.hpp"
#include "cli/arguments/version.hpp"
#include "cli/help/manual_page.hpp"
#include "emitter/base/codes.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/config/keys.hpp"
#include "emitter/math/math.hpp"

namespace listok::cli {

namespace program {

const char* const purpose = "question banks in Markdown, sheets of one page each in PDF";
const char* const usage = "listok COMMAND [BANK] [OPTIONS]";
const char* const about =
    "BANK is a folder with a listok.yaml; without it, the nearest one above the working directory.";
const char* const example = "listok new bank questions && listok build questions";
const char* const exit_status =
    R"(0 all was made; 1 some item has an error (the others were made); 2 the command line is
wrong; 3 the machine lacks something, or what was to be printed is lost; 130 interrupted; 141 the
reader of what is printed has gone, as in `| head`: the work is done all the same)";

}  // namespace program

namespace {

std::string overview(const Commands& commands) {
  std::string lines;
  for (const Command& command : commands) {
    lines += fmt::format("  {:12}{}\n", command.name, command.summary);
  }
  return fmt::format(
      "listok {}: {}\n\nusage: {}\n\ncommands:\n{}\n{}\n\nexample:\n  {}\n\nexit status: {}\n",
      version, program::purpose, program::usage, lines, program::about, program::example,
      program::exit_status);
}

std::string option_table(const Command& command) {
  std::string table;
  for (const Option& option : options_of(command)) {
    std::string names = (option.letter.empty() ? "    --" : "-" + option.letter + ", --");
    names += option.name;
    if (!option.value.empty()) names += " " + option.value;
    table += names.size() > 26 ? fmt::format("  {}\n{:30}{}\n", names, "", option.text)
                               : fmt::format("  {:28}{}\n", names, option.text);
  }
  return table;
}

std::string help_of(const Command& command) {
  std::string text;
  for (const std::string& usage : command.usage) {
    text +=
        fmt::format("{} listok {} {}\n", text.empty() ? "usage:" : "      ", command.name, usage);
  }
  text += "\n" + command.about + "\n\n";
  text += command.examples.size() == 1 ? "example:\n" : "examples:\n";
  for (const std::string& example : command.examples) {
    for (const std::string& line : lines_of(example)) text += "  " + line + "\n";
  }
  if (!command.remark.empty()) text += "\n" + command.remark + "\n";
  return text + "\noptions:\n" + option_table(command);
}

// "[code]" stands at the end of each diagnostic.
std::string help_of(const emitter::CodeMeaning& code) {
  return fmt::format("{}: {}\n\nWhat to do: {}\n", code.code, code.meaning, code.remedy);
}

std::string help_on_codes() {
  std::string text;
  for (const emitter::CodeMeaning& code : emitter::codes()) {
    text += fmt::format("{:20} {}\n{:20} {}\n", code.code, code.meaning, "", code.remedy);
  }
  return text;
}

// Lines of at most 88 columns, each after `indent`.
std::string wrapped(const std::string& text, const std::string& indent) {
  constexpr std::size_t columns = 88;
  std::string lines, line = indent;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (line != indent && line.size() + 1 + word.size() > columns) {
      lines += line + "\n";
      line = indent;
    }
    line += (line == indent ? "" : " ") + word;
  }
  return lines + line + "\n";
}

std::string help_on_bank() {
  std::string text;
  std::string_view map;
  for (const emitter::ConfigKey& key : emitter::config_keys()) {
    if (key.map != map) text += fmt::format("{}{}\n", map.empty() ? "" : "\n", key.map);
    map = key.map;
    text += fmt::format(
        "  {}: {}\n{}", key.name, key.value,
        wrapped(key.usual == "none" ? std::string(key.meaning)
                                    : fmt::format("{} Usually {}.", key.meaning, key.usual),
                "      "));
  }
  return text;
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string help(const std::string& topic, const Commands& commands) {
  if (topic.empty()) return overview(commands);
  if (topic == "math") return emitter::math_help();
  if (topic == "man") return manual_page(commands);
  if (topic == "bank") return help_on_bank();
  if (topic == "codes") return help_on_codes();
  if (const Command* command = find_command(commands, topic)) return help_of(*command);
  std::vector<std::string> topics = names_of(commands);
  topics.insert(topics.end(), {"bank", "codes", "man", "math"});
  for (const emitter::CodeMeaning& code : emitter::codes()) {
    if (code.code == topic) return help_of(code);
    topics.emplace_back(code.code);
  }
  const std::string_view meant = emitter::nearest(topic, topics);
  throw UsageError(fmt::format("there is no help on `{}`", topic),
                   meant.empty() ? "`listok --help` lists the commands"
                                 : fmt::format("did you mean `listok help {}`?", meant));
}

}  // namespace listok::cli
