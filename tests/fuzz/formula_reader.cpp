#include <fmt/format.h>

#include <algorithm>

#include "emitter/math/command_table.hpp"
#include "emitter/text/glyph_coverage.hpp"
#include "emitter/text/text.hpp"
#include "tests/fuzz/tex_reader.hpp"

namespace listok::fuzz {

void TexReader::math(std::string_view closing) {
  const std::size_t before = braces_++;
  std::size_t fences = 0;
  std::size_t rows = 0;
  ++silent_;
  const auto closes = [&] {
    return !closing.empty() && braces_ == before + 1 && tex_.substr(at_).starts_with(closing);
  };
  while (!done() && !closes()) {
    check_byte();
    const char c = here();
    if (c == '\\') {
      ++at_;
      math_control(fences, rows);
    } else if (std::string_view("%#$\"`").find(c) != std::string_view::npos) {
      trouble("a special character in a formula");
    } else if (c == '&' && rows == 0) {
      trouble("`&` outside rows");
    } else if (c == '}' && braces_ == before + 1) {
      trouble("a brace that closes nothing");
    } else if (static_cast<unsigned char>(c) > 0x7F) {
      const char32_t sign = emitter::next_code_point(tex_, at_);
      if (!has_glyph(emitter::Face::math, sign)) trouble("a character that formulas lack");
    } else {
      if (c == '{') ++braces_;
      if (c == '}') --braces_;
      ++at_;
    }
  }
  --silent_;
  if (!fine()) return;
  if (fences != 0 || rows != 0 || braces_ != before + 1) return trouble("an open formula");
  braces_ = before;
  expect(closing);
}

void TexReader::math_control(std::size_t& fences, std::size_t& rows) {
  std::string name(control_word());
  if (name.empty()) {
    emitter::next_code_point(tex_, at_);
    name = tex_[at_ - 1];
    if (name == " " || name == "\\") return;
  } else if (name == "operatorname" && here() == '*') {
    ++at_;
  }
  if (name == "begin" || name == "end") {
    const std::string_view environment = raw_argument("");
    const auto* known = emitter::find_math_environment(environment);
    if (known == nullptr || known->tex != environment) trouble("an unknown environment");
    if (name == "end" && rows == 0) return trouble("an environment ends that is not open");
    rows = name == "begin" ? rows + 1 : rows - 1;
    return;
  }
  if (name == "hline" && rows > 0) return;
  const auto* command = emitter::find_math_command(name);
  if (command == nullptr) return trouble(fmt::format("`\\{}` is no word of formulas", name));
  using Kind = emitter::MathKind;
  constexpr Kind passed_over[] = {Kind::tag, Kind::label, Kind::no_number};
  if (command->tex != "\\" + name || std::ranges::count(passed_over, command->kind) > 0) {
    return trouble(fmt::format("`\\{}` is written otherwise", name));
  }
  if (command->kind == Kind::text) group();
  if (name == "left") ++fences;
  if (name == "right" && fences-- == 0) trouble("`\\right` without its `\\left`");
}

std::string TexReader::formula() {
  math("");
  if (fine() && at_ != tex_.size()) trouble("more than a formula");
  return read_.trouble;
}

std::string trouble_in_formula(std::string_view tex) { return TexReader(tex).formula(); }

}  // namespace listok::fuzz
