#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/help/completion.hpp"

namespace listok::cli {
namespace {

constexpr const char* begin = R"(#compdef listok
# Completions of listok for zsh, made by `listok completion zsh`.

# Whether the folder $REPLY is a bank, or leads to one.
_listok_leads_to_bank() {
  local -a found=($REPLY/listok.yaml(N) $REPLY/*/listok.yaml(N) $REPLY/*/*/listok.yaml(N))
  (( $#found ))
}

_listok_banks() {
  _path_files -g '*(-/+_listok_leads_to_bank)' || _path_files -/
}

# _listok_argument COMMAND: the argument at CURRENT of those that are no options.
_listok_argument() {
  local before=${words[1,CURRENT-1]}
  case "$1 $((CURRENT - 1)) $before" in
)";

// Inside of '…' in a script, and with `special` escaped as _arguments and _describe want it.
std::string quoted(const std::string& text, std::string_view special) {
  std::string result;
  for (const char letter : text) {
    if (letter == '\'') {
      result += R"('\'')";
    } else {
      if (special.find(letter) != std::string_view::npos) result += '\\';
      result += letter;
    }
  }
  return result;
}

std::string action(Kind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case Kind::word: return fmt::format("compadd -- {}", fmt::join(words, " "));
    case Kind::bank: return "_listok_banks";
    case Kind::folder: return "_files -/";
    case Kind::file: return "_files";
    case Kind::anything: break;
  }
  return "";
}

// The number of words before is compared too, since a `*` matches spaces.
std::string arguments(const std::vector<CommandSpec>& specs) {
  std::string text;
  for (const CommandSpec& spec : specs) {
    for (const Argument& argument : spec.arguments) {
      std::string pattern = fmt::format("'{} {} '", spec.command, argument.before.size());
      const char* separator = "";
      for (const std::string& word : argument.before) {
        pattern += separator + (word == "*" ? "*" : "'" + word + "'");
        separator = "' '";
      }
      const Kind kind = kind_of(argument.choices.front());
      text += kind == Kind::anything
                  ? fmt::format("    {}) _message '{}' ;;\n", pattern, argument.choices.front())
                  : fmt::format("    {}) {} ;;\n", pattern, action(kind, argument.choices));
    }
  }
  return text;
}

// One specification of _arguments: '(-o --output)'{-o,--output=}'[text]:DIR:_files -/'
std::string specification(const Option& option) {
  const char* equals = option.value.empty() ? "" : "=";
  const std::string name = fmt::format("--{}{}", option.name, equals);
  std::string text = option.repeats ? "'*'" : fmt::format("'(--{})'", option.name);
  if (!option.letter.empty()) {
    if (!option.repeats) text = fmt::format("'(-{} --{})'", option.letter, option.name);
    text += fmt::format("{{-{},{}}}", option.letter, name);
  } else {
    text += name;
  }
  text += fmt::format("'[{}]", quoted(option.text, "[]\\"));
  if (!option.value.empty()) {
    const auto choices = choices_of(option.value);
    text += fmt::format(":{}:{}", quoted(option.value, ":\\"),
                        choices.empty() ? action(kind_of(option.value), {})
                                        : fmt::format("({})", fmt::join(choices, " ")));
  }
  return text + "'";
}

}  // namespace

std::string zsh_completion(const std::vector<CommandSpec>& specs) {
  std::string text = begin + arguments(specs) + "  esac\n}\n\n_listok() {\n";
  text += "  if (( CURRENT == 2 )); then\n    local -a commands=(\n";
  for (const CommandSpec& spec : specs) {
    text += fmt::format("      '{}:{}'\n", spec.command, quoted(spec.summary, ":\\"));
  }
  text +=
      "    )\n    _describe -t commands command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT -= 1 ))\n  case $command in\n";
  for (const CommandSpec& spec : specs) {
    text += fmt::format("    {})\n      _arguments -S", spec.command);
    for (const Option& option : spec.options) text += " \\\n        " + specification(option);
    text += fmt::format(" \\\n        '*:: :{{_listok_argument {}}}'\n      ;;\n", spec.command);
  }
  return text + "  esac\n}\n\n_listok \"$@\"\n";
}

}  // namespace listok::cli
