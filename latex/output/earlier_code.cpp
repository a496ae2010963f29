#include "latex/output/earlier_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace listok::latex {

namespace {

constexpr std::pair<std::string_view, std::string_view> escapes[] = {
    {"\\textbackslash{}", "\\"},
    {"\\textasciicircum{}", "^"},
    {"\\textasciitilde{}", "~"},
    {"\\textquotedbl{}", "\""},
    {"\\textasciigrave{}", "`"},
    {"\\textquotesingle{}", "'"},
    {"\\{", "{"},
    {"\\}", "}"},
    {"\\$", "$"},
    {"\\&", "&"},
    {"\\#", "#"},
    {"\\%", "%"},
    {"\\_", "_"},
    {"\\ ", " "},
    {"{[}", "["},
    {"{]}", "]"},
    {"-{}", "-"},
    {"<{}", "<"},
    {">{}", ">"},
    {",{}", ","},
};

// What the argument of \codeline prints; nothing where it has more than escaped text.
std::optional<std::string> printed(std::string_view argument) {
  std::string code;
  while (!argument.empty()) {
    const auto* const escape = std::ranges::find_if(
        escapes, [&](const auto& one) { return argument.starts_with(one.first); });
    if (escape != std::end(escapes)) {
      code += escape->second;
      argument.remove_prefix(escape->first.size());
      continue;
    }
    constexpr std::string_view special = "\\{}$&#%_^~";
    if (special.find(argument.front()) != special.npos) return std::nullopt;
    code += argument.front();
    argument.remove_prefix(1);
  }
  if (code.find("\\end") != code.npos) return std::nullopt;
  return code;
}

// Takes `before` from the front and `after` from the end; false where they are not there.
bool unwrap(std::string_view& text, std::string_view before, std::string_view after) {
  if (text.size() < before.size() + after.size() || !text.starts_with(before) ||
      !text.ends_with(after)) {
    return false;
  }
  text.remove_prefix(before.size());
  text.remove_suffix(after.size());
  return true;
}

// Of "\codeline[4]{return x}" the line of code.
std::optional<std::string> code_of(std::string_view line) {
  std::size_t indent = 0;
  if (!unwrap(line, "\\codeline", "}")) return std::nullopt;
  if (line.starts_with('[')) {
    const auto* const end = line.data() + line.size();
    const auto read = std::from_chars(line.data() + 1, end, indent);
    constexpr std::size_t most = 1000;
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != ']' || indent > most) {
      return std::nullopt;
    }
    line.remove_prefix(static_cast<std::size_t>(read.ptr + 1 - line.data()));
  }
  if (!unwrap(line, "{", "")) return std::nullopt;
  auto code = printed(line);
  if (code && !code->empty()) code->insert(0, indent, ' ');
  return code;
}

std::string_view without_spaces(std::string_view line) {
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  return line.substr(begin, line.find_last_not_of(" \r") + 1 - begin);
}

}  // namespace

std::string with_code_as_written(std::string_view tex) {
  std::string result;
  std::string block;  // the lines since \begin{codeblock}, in their new form
  constexpr std::size_t nowhere = std::string::npos;
  std::size_t begin = nowhere;  // where in `result` that stands
  while (!tex.empty()) {
    const std::size_t size = std::min(tex.find('\n'), tex.size() - 1) + 1;
    std::string line(tex.substr(0, size));
    tex.remove_prefix(size);
    const std::string_view words = without_spaces(
        std::string_view(line).substr(0, line.ends_with('\n') ? line.size() - 1 : line.size()));
    const std::string_view line_end = line.ends_with("\r\n") ? "\r\n" : "\n";
    if (words.starts_with("\\begin{codeblock}{") && words.ends_with('}')) {
      begin = result.size();
      block = line;
      block.replace(block.find("codeblock"), 9, "sheetcode");
    } else if (begin != nowhere && words == "\\end{codeblock}") {
      line.replace(line.find("codeblock"), 9, "sheetcode");
      result.replace(begin, result.npos, block);
      begin = nowhere;
    } else if (begin != nowhere) {
      const auto code = code_of(words);
      if (code) block += fmt::format("{}{}", *code, line_end);
      if (!code) begin = nowhere;
    }
    result += line;
  }
  return result;
}

}  // namespace listok::latex
