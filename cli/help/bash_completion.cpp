#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/help/completion.hpp"

namespace listok::cli {
namespace {

// What stands before and after the parts that are made from the description. `words` are the
// arguments so far without options and their values; readline splits `--color=always` at the `=`.
constexpr const char* begin = R"(# Completions of listok for bash, made by `listok completion bash`.

_listok_folders() {
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -d -- "$1")
}

# Folders that are banks, or lead to one; any folders when there is none.
_listok_banks() {
  _listok_folders "$1"
  local folder banks=()
  for folder in "${COMPREPLY[@]}"; do
    if compgen -G "$folder/listok.yaml" >/dev/null || compgen -G "$folder/*/listok.yaml" >/dev/null ||
      compgen -G "$folder/*/*/listok.yaml" >/dev/null; then
      banks+=("$folder")
    fi
  done
  ((${#banks[@]} == 0)) || COMPREPLY=("${banks[@]}")
}

_listok_words() {
  mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

_listok() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} options= valued= words=() i
  COMPREPLY=()
  if [[ $current == '=' ]]; then
    current=
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

constexpr const char* count_words = R"(  for ((i = 2; i < COMP_CWORD; ++i)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      words+=("${COMP_WORDS[i]}")
    elif [[ ${COMP_WORDS[i + 1]} == '=' ]]; then
      ((i += 2))
    elif [[ " $valued " == *" ${COMP_WORDS[i]} "* ]]; then
      ((i += 1))
    fi
  done
)";

std::string action(Kind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case Kind::word: return fmt::format("_listok_words \"$current\" '{}'", fmt::join(words, " "));
    case Kind::bank: return "_listok_banks \"$current\"";
    case Kind::folder: return "_listok_folders \"$current\"";
    case Kind::file: return "compopt -o default";
    case Kind::anything: break;
  }
  return "";
}

std::string names(const Option& option, const char* between) {
  return (option.letter.empty() ? "" : "-" + option.letter + between) + "--" + option.name;
}

std::string option_lists(const std::vector<CommandSpec>& specs) {
  std::string text = "  case $command in\n";
  for (const CommandSpec& spec : specs) {
    std::vector<std::string> all;
    std::vector<std::string> valued;
    for (const Option& option : spec.options) {
      all.push_back(names(option, " "));
      if (!option.value.empty()) valued.push_back(all.back());
    }
    text += fmt::format("    {})\n      options='{}'\n      valued='{}'\n      ;;\n", spec.command,
                        fmt::join(all, " "), fmt::join(valued, " "));
  }
  return text + "  esac\n";
}

std::string values(const std::vector<CommandSpec>& specs) {
  std::string text = "  case \"$command $previous\" in\n";
  for (const CommandSpec& spec : specs) {
    for (const Option& option : spec.options) {
      if (option.value.empty()) continue;
      const std::string between = fmt::format("' | '{} ", spec.command);
      const std::string how = action(kind_of(option.value), choices_of(option.value));
      text += fmt::format("    '{} {}')\n{}      return\n      ;;\n", spec.command,
                          names(option, between.c_str()), how.empty() ? "" : "      " + how + "\n");
    }
  }
  return text + "  esac\n";
}

// The number of words before is compared too, since a `*` matches spaces.
std::string arguments(const std::vector<CommandSpec>& specs) {
  std::string text = "  case \"$command ${#words[@]} ${words[*]}\" in\n";
  for (const CommandSpec& spec : specs) {
    for (const Argument& argument : spec.arguments) {
      const std::string how = action(kind_of(argument.choices.front()), argument.choices);
      if (how.empty()) continue;
      std::string pattern = fmt::format("'{} {} '", spec.command, argument.before.size());
      const char* separator = "";
      for (const std::string& word : argument.before) {
        pattern += separator + (word == "*" ? "*" : "'" + word + "'");
        separator = "' '";
      }
      text += fmt::format("    {})\n      {}\n      ;;\n", pattern, how);
    }
  }
  return text + "  esac\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandSpec>& specs) {
  std::vector<std::string> commands{"--help", "--version"};
  for (const CommandSpec& spec : specs) commands.push_back(spec.command);
  return fmt::format(
      "{}  if ((COMP_CWORD == 1)); then\n    _listok_words \"$current\" '{}'\n    return\n  fi\n"
      "{}{}{}  if [[ $current == -* ]]; then\n    _listok_words \"$current\" \"$options\"\n"
      "    return\n  fi\n{}}}\ncomplete -F _listok listok\n",
      begin, fmt::join(commands, " "), option_lists(specs), values(specs), count_words,
      arguments(specs));
}

}  // namespace listok::cli
