#include "cli/help/manual_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/help/command_spec.hpp"
#include "cli/help/help.hpp"
#include "cli/arguments/version.hpp"

namespace listok::cli {
namespace {

using Strings = std::vector<std::string>;

std::string roff(const std::string& text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result = "\\&";
  for (const char letter : text) {
    if (letter == '\\')
      result += "\\e";
    else if (letter == '-')
      result += "\\-";
    else if (letter == '`')
      result += "\\(ga";
    else if (letter == '\'')
      result += "\\(aq";
    else if (letter == '^')
      result += "\\(ha";
    else if (letter == '~')
      result += "\\(ti";
    else
      result += letter;
  }
  return result;
}

std::string as_it_is(const Strings& lines) {
  std::string text = ".nf\n";
  for (const std::string& line : lines) text += roff(line) + "\n";
  return text + ".fi\n";
}

std::string paragraph(const Strings& lines) {
  if (lines.front().starts_with("  ")) return ".PP\n" + as_it_is(lines);
  std::string text = ".PP\n";
  for (const std::string& line : lines) text += roff(line) + "\n";
  return text;
}

std::string option_entry(const Option& option) {
  std::string text = ".TP\n\\fB";
  if (!option.letter.empty()) text += roff("-" + option.letter) + "\\fR, \\fB";
  text += roff("--" + option.name) + "\\fR";
  if (!option.value.empty()) text += " \\fI" + roff(option.value) + "\\fR";
  return text + "\n" + roff(option.text) + "\n";
}

bool same(const Option& one, const Option& other) {
  return one.name == other.name && one.text == other.text;
}

// Those that every command explains in the same words.
std::vector<Option> shared_options(const std::vector<CommandSpec>& specs) {
  std::vector<Option> shared = specs.front().options;
  for (const CommandSpec& spec : specs) {
    std::erase_if(shared, [&](const Option& option) {
      return std::none_of(spec.options.begin(), spec.options.end(),
                          [&](const Option& other) { return same(option, other); });
    });
  }
  return shared;
}

std::string section_of(const CommandSpec& spec, const std::vector<Option>& shared) {
  std::string text = fmt::format(".SS listok {}\n", roff(spec.command));
  Strings examples;
  for (const HelpBlock& block : spec.blocks) {
    if (block.title == "usage") text += as_it_is(block.lines);
    if (block.title.empty()) text += paragraph(block.lines);
    if (block.title.starts_with("example")) examples = block.lines;
  }
  for (const Option& option : spec.options) {
    const bool elsewhere = std::any_of(shared.begin(), shared.end(),
                                       [&](const Option& other) { return same(option, other); });
    if (!elsewhere) text += option_entry(option);
  }
  if (!examples.empty()) {
    text += fmt::format(".PP\nFor example:\n.RS 4\n.PP\n{}.RE\n", as_it_is(examples));
  }
  return text;
}

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return text;
}

}  // namespace

std::string manual_page() {
  const std::vector<HelpBlock> overview = help_blocks(help(""));
  const std::vector<CommandSpec> all = command_specs();
  const std::vector<Option> shared = shared_options(all);
  const std::string& name = overview.front().lines.front();  // "listok 0.1.0: question banks …"
  std::string text =
      fmt::format(".TH LISTOK 1 \"\" \"listok {}\" \"User Commands\"\n.SH NAME\nlistok \\- {}\n",
                  version, roff(name.substr(name.find(": ") + 2)));
  std::string after;
  for (std::size_t i = 1; i < overview.size(); ++i) {
    const HelpBlock& block = overview[i];
    if (block.title == "usage") {
      text += ".SH SYNOPSIS\n" + as_it_is(block.lines) + ".SH DESCRIPTION\n";
      text += roff(
                  "listok turns a bank of questions, written in Markdown, into LaTeX that may be "
                  "edited by hand, and that into PDFs: one question, one page.") +
              "\n";
    } else if (block.title.empty()) {
      text += paragraph(block.lines);
    } else if (block.title != "commands") {
      after += fmt::format(".SH {}\n", capitals(block.title));
      after += block.title.starts_with("example") ? as_it_is(block.lines)
                                                  : paragraph(block.lines).substr(4);
    }
  }
  text += ".SH COMMANDS\n";
  for (const CommandSpec& spec : all) text += section_of(spec, shared);
  text += ".SH OPTIONS\nEvery command takes these.\n";
  for (const Option& option : shared) text += option_entry(option);
  return text + after + ".SH SEE ALSO\n.BR xelatex (1)\n";
}

}  // namespace listok::cli
