#include "tests/formulas/formulas.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace listok::tests {

namespace {

// `formula = ok`, `formula ? code` or `formula ! code`; the last of them counts.
void read_expectation(Formula& formula) {
  const auto space = formula.text.rfind(' ');
  const std::string word = formula.text.substr(std::min(space, formula.text.size() - 1) + 1);
  const char before = formula.text.substr(0, space).back();
  const char sign = before == '!' || before == '?' ? before : '=';
  if (sign == '=' && !formula.text.ends_with(" = ok")) {
    throw std::runtime_error("nothing is expected of " + formula.text);
  }
  if (sign == '!') formula.refusal = word;
  if (sign == '?') formula.warning = word;
  formula.text.erase(space - 2);
}

std::string in_cell(std::string text) {
  for (auto bar = text.find('|'); bar != text.npos; bar = text.find('|', bar + 2)) {
    text.insert(bar, "\\");
  }
  return text;
}

// As code of Markdown.
std::string code(const std::string& text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) { longest = std::max(longest, run = c == '`' ? run + 1 : 0); }
  const std::string fence(longest + 1, '`');
  const bool apart = text.starts_with('`') || text.ends_with('`');
  return fmt::format("{0}{1}{2}{1}{0}", fence, apart ? " " : "", text);
}

}  // namespace

std::vector<Formula> all_formulas() {
  std::ifstream file(LISTOK_FORMULAS);
  std::vector<Formula> all;
  std::string group;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) group = line.substr(3);
    if (line.empty() || line.starts_with('#')) continue;
    Formula formula{.group = group,
                    .text = line,
                    .display = line.starts_with("[d] "),
                    .refusal = "",
                    .warning = ""};
    if (formula.display) formula.text.erase(0, 4);
    read_expectation(formula);
    all.push_back(std::move(formula));
  }
  return all;
}

emitter::MathText read(const Formula& formula) {
  const emitter::Source source("formulas.txt", formula.text);
  return emitter::read_math(source, {0, formula.text.size()}, {.display = formula.display});
}

std::string formulas_page() {
  std::string page =
      "# Formulas\n\n"
      "What authors write between `$` and `$`, or between `$$` and `$$`, and what becomes of it.\n"
      "`listok help math` lists every command that is known. This page is written by\n"
      "`scripts/formulas.sh` from `tests/formulas/formulas.txt`; tests set every formula that is\n"
      "accepted with the real class.\n";
  std::string group;
  std::string refused;
  const auto end_group = [&] {
    if (!refused.empty()) page += "\n| refused | why | instead |\n|---|---|---|\n" + refused;
    refused.clear();
  };
  for (const Formula& formula : all_formulas()) {
    if (formula.group != group) {
      end_group();
      group = formula.group;
      page += fmt::format("\n## {}\n\n", group);
    }
    if (formula.refusal.empty()) {
      page += fmt::format("* {}{}\n", code(formula.text),
                          formula.warning.empty() ? "" : " (with a warning)");
    } else {
      const auto found = read(formula).diagnostics;
      if (found.empty()) continue;
      refused += fmt::format("| {} | {} | {} |\n", in_cell(code(formula.text)),
                             in_cell(found.front().message), in_cell(found.front().hint));
    }
  }
  end_group();
  return page;
}

}  // namespace listok::tests
