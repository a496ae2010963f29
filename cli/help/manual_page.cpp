#include "cli/help/manual_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments/command_line.hpp"
#include "cli/arguments/version.hpp"
#include "cli/help/help.hpp"

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

std::string lines(const std::string& text) {
  std::string result;
  for (const std::string& line : lines_of(text)) result += roff(line) + "\n";
  return result;
}

std::string as_it_is(const Strings& texts) {
  std::string result = ".nf\n";
  for (const std::string& text : texts) result += lines(text);
  return result + ".fi\n";
}

// Those of a text with a blank line between; one that is indented stays as it is.
std::string paragraphs(const std::string& text) {
  const std::string between = "\n\n";
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(between, begin), text.size());
    const std::string one = text.substr(begin, end - begin);
    result += ".PP\n" + (one.starts_with("  ") ? as_it_is({one}) : lines(one));
    begin = end + between.size();
  }
  return result;
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
std::vector<Option> shared_options(const Commands& commands) {
  std::vector<Option> shared = options_of(commands.front());
  for (const Command& command : commands) {
    const std::vector<Option> options = options_of(command);
    std::erase_if(shared, [&](const Option& option) {
      return std::none_of(options.begin(), options.end(),
                          [&](const Option& other) { return same(option, other); });
    });
  }
  return shared;
}

std::string section_of(const Command& command, const std::vector<Option>& shared) {
  std::string text = fmt::format(".SS listok {}\n.nf\n", roff(command.name));
  for (const std::string& usage : command.usage) {
    text += roff(fmt::format("listok {} {}", command.name, usage)) + "\n";
  }
  text += ".fi\n" + paragraphs(command.about) + paragraphs(command.remark);
  for (const Option& option : options_of(command)) {
    const bool elsewhere = std::any_of(shared.begin(), shared.end(),
                                       [&](const Option& other) { return same(option, other); });
    if (!elsewhere) text += option_entry(option);
  }
  return text + fmt::format(".PP\nFor example:\n.RS 4\n.PP\n{}.RE\n", as_it_is(command.examples));
}

}  // namespace

std::string manual_page(const Commands& commands) {
  const std::vector<Option> shared = shared_options(commands);
  std::string text = fmt::format(
      ".TH LISTOK 1 \"\" \"listok {}\" \"User Commands\"\n.SH NAME\nlistok \\- {}\n.SH SYNOPSIS\n{}"
      ".SH DESCRIPTION\n{}{}.SH COMMANDS\n",
      version, roff(program::purpose), as_it_is({program::usage}),
      lines("listok turns a bank of questions, written in Markdown, into LaTeX that may be "
            "edited by hand, and that into PDFs: one question, one page."),
      paragraphs(program::about));
  for (const Command& command : commands) text += section_of(command, shared);
  text += ".SH OPTIONS\nEvery command takes these.\n";
  for (const Option& option : shared) text += option_entry(option);
  return text + ".SH EXAMPLE\n" + as_it_is({program::example}) + ".SH EXIT STATUS\n" +
         lines(program::exit_status) + ".SH SEE ALSO\n.BR xelatex (1)\n";
}

}  // namespace listok::cli
