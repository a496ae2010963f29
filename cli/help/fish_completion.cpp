#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/help/completion.hpp"

namespace listok::cli {
namespace {

// `valued` goes between: the options that take a value.
constexpr const char* begin = R"(# Completions of listok for fish, made by `listok completion fish`.

# The words so far that are neither options nor their values; the command is the first.
function __listok_words
    set -l value no
    for word in (commandline -opc)[2..-1]
        if test $value = yes
            set value no
        else if contains -- $word {}
            set value yes
        else if not string match -q -- '-*' $word
            printf '%s\n' $word
        end
    end
end

function __listok_command
    set -l words (__listok_words)
    test (count $words) -gt 0; and test $words[1] = $argv[1]
end

# Whether the words so far are these; `*` is any.
function __listok_after
    set -l words (__listok_words)
    test (count $words) -eq (count $argv); or return 1
    for i in (seq (count $argv))
        string match -q -- $argv[$i] $words[$i]; or return 1
    end
end

function __listok_folders
    set -l start (commandline -ct | string unescape)
    set -l folders "$start"*/
    string join -- \n $folders
end

# Folders that are banks, or lead to one; any folders when there is none.
function __listok_banks
    set -l banks
    for folder in (__listok_folders)
        set -l inside {{$folder}}listok.yaml {{$folder}}*/listok.yaml {{$folder}}*/*/listok.yaml
        for file in $inside
            if test -e $file
                set -a banks $folder
                break
            end
        end
    end
    if test (count $banks) -gt 0
        string join -- \n $banks
    else
        __listok_folders
    end
end

complete -c listok -f
)";

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') result += '\\';
    result += letter;
  }
  return result + "'";
}

// What stands after -a, -r or -f: where candidates come from.
std::string source(Kind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case Kind::word: return "-a " + quoted(fmt::format("{}", fmt::join(words, " ")));
    case Kind::bank: return "-a '(__listok_banks)'";
    case Kind::folder: return "-a '(__listok_folders)'";
    case Kind::file: return "-F";
    case Kind::anything: break;
  }
  return "";
}

std::string option_line(const std::string& command, const Option& option) {
  std::string text = fmt::format("complete -c listok -n '__listok_command {}'", command);
  if (!option.letter.empty()) text += " -s " + option.letter;
  text += " -l " + option.name;
  if (!option.value.empty()) {
    const Kind kind = kind_of(option.value);
    text += kind == Kind::file ? " -r " : " -x ";
    text += source(kind, choices_of(option.value));
    if (text.back() == ' ') text.pop_back();
  }
  return text + " -d " + quoted(option.text) + "\n";
}

std::string argument_line(const std::string& command, const Argument& argument) {
  const std::string candidates = source(kind_of(argument.choices.front()), argument.choices);
  if (candidates.empty()) return {};
  std::string after = command;
  for (const std::string& word : argument.before) after += word == "*" ? " \"*\"" : " " + word;
  return fmt::format("complete -c listok -n '__listok_after {}' {}\n", after, candidates);
}

}  // namespace

std::string fish_completion(const std::vector<CommandSpec>& specs) {
  std::vector<std::string> valued;
  std::string lines =
      "complete -c listok -n __listok_after -l help -d 'print the help'\n"
      "complete -c listok -n __listok_after -l version -d 'print the version'\n";
  for (const CommandSpec& spec : specs) {
    lines += fmt::format("complete -c listok -n __listok_after -a {} -d {}\n", spec.command,
                         quoted(spec.summary));
  }
  for (const CommandSpec& spec : specs) {
    for (const Option& option : spec.options) {
      lines += option_line(spec.command, option);
      if (option.value.empty()) continue;
      if (!option.letter.empty()) valued.push_back("-" + option.letter);
      valued.push_back("--" + option.name);
    }
    for (const Argument& argument : spec.arguments) lines += argument_line(spec.command, argument);
  }
  std::sort(valued.begin(), valued.end());
  valued.erase(std::unique(valued.begin(), valued.end()), valued.end());
  return fmt::format(fmt::runtime(begin), fmt::join(valued, " ")) + lines;
}

}  // namespace listok::cli
