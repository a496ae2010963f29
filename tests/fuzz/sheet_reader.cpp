#include "tests/fuzz/sheet_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tests/fuzz/tex_reader.hpp"
#include "tests/fuzz/words.hpp"

namespace listok::fuzz {

namespace {

// What follows the name: t: {text}, f: {a file, an address or a length}, c: {columns},
// o: [options] or nothing, a, b: [text] or nothing, p: [options], e: {}.
struct Word {
  std::string_view name, form, prints;
};

constexpr Word words[] = {
    {"textbackslash", "e", "\\"},
    {"textasciicircum", "e", "^"},
    {"textasciitilde", "e", "~"},
    {"textquotedbl", "e", "\""},
    {"textasciigrave", "e", "`"},
    {"textquotesingle", "e", "'"},
    {"enspace", "e", ""},
    {"quad", "e", ""},
    {"nobreak", "e", ""},
    {"allowbreak", "e", ""},
    {"hspace", "f", ""},
    {"mbox", "t", ""},
    {"sym", "t", ""},
    {"code", "t", ""},
    {"emph", "t", ""},
    {"textbf", "t", ""},
    {"strike", "t", ""},
    {"textsubscript", "t", ""},
    {"textsuperscript", "t", ""},
    {"weblink", "aft", ""},
    {"gap", "f", ""},
    {"gapline", "", ""},
    {"subheading", "t", ""},
    {"picture", "of", ""},
    {"codeline", "ot", ""},
    {"contentsentry", "oft", ""},
    {"footnote", "t", ""},
    {"sharednote", "ft", ""},
    {"ticked", "e", "☑"},
    {"unticked", "e", "☐"},
    {"item", "b", ""},
    {"newline", "", ""},
    {"tabularnewline", "", ""},
    {"tableheadend", "", ""},
};

constexpr Word environments[] = {
    {"document", "", ""},    {"sheet", "pt", ""},    {"sheetrow", "", ""},
    {"contents", "ot", ""},  {"itemize", "", ""},    {"sheetsection", "pt", ""},
    {"description", "", ""}, {"quote", "", ""},      {"enumerate", "o", ""},
    {"sheettable", "c", ""}, {"codeblock", "t", ""}, {"sheetcode", "t", ""},
    {"cover", "ot", ""},
};

}  // namespace

void TexReader::trouble(std::string_view what) {
  if (!fine()) return;
  const std::size_t from = at_ < 40 ? 0 : at_ - 40;
  read_.trouble = fmt::format("{} at byte {}: …{}", what, at_, tex_.substr(from, 80));
}

void TexReader::expect(std::string_view literal) {
  if (!tex_.substr(at_).starts_with(literal)) return trouble(fmt::format("no `{}`", literal));
  at_ += literal.size();
}

std::string_view TexReader::control_word() {
  const std::size_t begin = at_;
  while (is_letter(here())) ++at_;
  return tex_.substr(begin, at_ - begin);
}

// "{…}" of `allowed` characters and escaped ones.
std::string_view TexReader::raw_argument(std::string_view allowed) {
  expect("{");
  const std::size_t begin = at_;
  while (!done() && here() != '}') {
    if (here() == '\\' && tex_.substr(at_).starts_with("\\textasciitilde{}")) {
      at_ += 17;
    } else if (here() == '\\' &&
               std::string_view("%#&_$").find(here(1)) != std::string_view::npos) {
      at_ += 2;
    } else if (allowed.find(here()) != std::string_view::npos || is_letter(here()) ||
               (here() >= '0' && here() <= '9')) {
      ++at_;
    } else {
      trouble("a character that has no place in an address");
    }
  }
  const std::string_view content = tex_.substr(begin, at_ - begin);
  expect("}");
  return content;
}

void TexReader::check_byte() {
  const char c = here();
  if ((c >= 0 && c < ' ' && c != '\n') || c == 0x7F) trouble("a control character");
  if (c == '^' && here(1) == '^') trouble("two carets");
  if (c == '\n' && here(1) == '\n' && braces_ > 0) trouble("a blank line in an argument");
}

void TexReader::text() {
  while (!done() && here() != '}') character();
}

void TexReader::character() {
  check_byte();
  const char c = here();
  constexpr std::string_view special = "%#^_\"`";
  if (c == '\\') {
    control();
  } else if (c == '{') {
    group();
  } else if (c == '$') {
    ++at_;
    math("$");
  } else if (c == '&' && (braces_ > 0 || open_.empty() || open_.back() != "sheettable")) {
    trouble("`&` outside a table");
  } else if (special.find(c) != special.npos) {
    trouble("a special character");
  } else if ((c == '[' || c == ']') && (at_ == 0 || tex_[at_ - 1] != '{' || here(1) != '}')) {
    trouble("a bare bracket");
  } else {
    if (c != '~' && c != '&') print(tex_.substr(at_, 1));
    ++at_;
  }
}

void TexReader::group() {
  expect("{");
  ++braces_;
  text();
  --braces_;
  expect("}");
}

// What is shown in place of an address: no words of the author's.
void TexReader::printed_address() {
  expect("[");
  ++silent_;
  ++braces_;
  while (!done() && here() != ']') character();
  --braces_;
  --silent_;
  expect("]");
}

// "[key=value, key={text}]"
void TexReader::options() {
  expect("[");
  ++silent_;
  ++braces_;
  while (!done() && here() != ']') {
    check_byte();
    if (here() == '{') {
      group();
    } else if (tex_.substr(at_).starts_with("\\linewidth")) {
      at_ += 10;
    } else if (is_letter(here()) ||
               std::string_view("0123456789=,.- \n").find(here()) != std::string_view::npos) {
      ++at_;
    } else {
      trouble("a character that wants braces in an option");
    }
  }
  --braces_;
  --silent_;
  expect("]");
}

// "[text]", in which what needs it stands in braces.
void TexReader::label() {
  expect("[");
  ++braces_;
  while (!done() && here() != ']') character();
  --braces_;
  expect("]");
}

void TexReader::arguments(std::string_view form) {
  for (const char one : form) {
    if (!fine()) return;
    switch (one) {
      case 't': group(); break;
      case 'f': raw_argument("-./:?@!*+,;='_"); break;
      case 'c':
        if (raw_argument("").find_first_not_of("lcrX") != std::string_view::npos)
          trouble("a column that is none");
        break;
      case 'o':
        if (here() == '[') options();
        break;
      case 'a':
        if (here() == '[') printed_address();
        break;
      case 'b':
        if (here() == '[') label();
        break;
      case 'p':
        options();
        while (here() == '\n' || here() == ' ') ++at_;  // TeX passes over them
        break;
      default: expect("{}"); break;
    }
  }
}

void TexReader::control() {
  ++at_;
  constexpr std::string_view printed = "{}$&#%_";
  constexpr std::string_view silent = ",- ";
  if (here() == '[') {
    ++at_;
    if (braces_ > 0) trouble("a display in an argument");
    return math("\\]");
  }
  if (!is_letter(here())) {
    const bool prints = printed.find(here()) != printed.npos;
    if (prints) print(tex_.substr(at_, 1));
    if (!prints && silent.find(here()) == silent.npos) trouble("an unknown control symbol");
    ++at_;
    return;
  }
  const std::string_view name = control_word();
  if (name == "begin") return begin_environment();
  if (name == "end") return end_environment();
  const auto* word = std::ranges::find(words, name, &Word::name);
  if (word == std::end(words)) return trouble(fmt::format("`\\{}` is no word of sheets", name));
  print(word->prints);
  arguments(word->form);
}

void TexReader::begin_environment() {
  const std::string name(raw_argument(""));
  const auto* known = std::ranges::find(environments, name, &Word::name);
  if (known == std::end(environments)) return trouble("an unknown environment");
  if (braces_ > 0) return trouble("an environment in an argument");
  open_.push_back(name);
  arguments(known->form);
  if (name == "sheetcode") code();
}

// Nothing means anything in it, and no line has the word that ends it.
void TexReader::code() {
  const auto end = std::min(tex_.find("\\end", at_), tex_.size());
  while (at_ < end) {
    if (here() >= 0 && here() < ' ' && here() != '\n') trouble("a control character");
    print(tex_.substr(at_++, 1));
  }
}

void TexReader::end_environment() {
  const std::string name(raw_argument(""));
  if (open_.empty() || open_.back() != name) return trouble("an environment ends that is not open");
  if (braces_ > 0) return trouble("an environment ends in an argument");
  open_.pop_back();
}

ReadSheet TexReader::sheet() {
  expect("% !TEX program = xelatex\n% Made by listok from ");
  at_ = std::min(tex_.find('\n', at_), tex_.size());
  expect("\n\\documentclass");
  options();
  expect("{listok}\n");
  if (tex_.substr(at_).starts_with("\\usepackage")) {  // the preamble of a bank
    expect("\\usepackage{");
    at_ = std::min(tex_.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-",
                                          at_),
                   tex_.size());
    expect("}\n");
  }
  expect("\\begin{document}\n");
  open_.push_back("document");
  while (!done() && !open_.empty() && here() != '}') character();
  if (!open_.empty()) trouble("something is left open, or closed twice");
  expect("\n");
  if (at_ != tex_.size()) trouble("more than a document");
  read_.words = visible(read_.words);
  return std::move(read_);
}

ReadSheet read_sheet(std::string_view tex) { return TexReader(tex).sheet(); }

}  // namespace listok::fuzz
