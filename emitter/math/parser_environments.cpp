// The environments of formulas.
#include <fmt/format.h>

#include "emitter/base/spelling.hpp"
#include "emitter/math/advice.hpp"
#include "emitter/math/parser.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

}  // namespace

// Reads "{name}" and moves past it.
std::optional<std::string> MathParser::environment_name() {
  const std::string_view rest = lexer_.rest();
  const auto close = rest.find('}');
  if (rest.empty() || rest.front() != '{' || close == rest.npos) return std::nullopt;
  lexer_.move_to(lexer_.at() + close + 1);
  return std::string(rest.substr(1, close - 1));
}

std::string MathParser::environment(const MathToken& begin) {
  const auto name = environment_name();
  const Span whole{begin.span.begin, lexer_.at()};
  const MathCommand* found = name ? find_math_environment(*name) : nullptr;
  if (found == nullptr) {
    const auto close = name ? nearest(*name, math_environment_names()) : std::string_view{};
    const auto advice = name ? math_advice(*name) : std::string_view{};
    stop(whole, "math-environment",
         name ? fmt::format("the environment `{}` is not allowed in math", *name)
              : "`\\begin` lacks the name of an environment",
         !close.empty()    ? fmt::format("did you mean `{}`? see `listok help math`", close)
         : !advice.empty() ? std::string(advice)
                           : "for lines one below the other write `\\begin{aligned}`; see "
                             "`listok help math`");
    return {};
  }
  advance();
  const std::string tex = environment_content(*found);
  if (stopped_) return {};
  if (!at_command("\\end")) {
    stop(whole, "math-structure", fmt::format("`\\begin{{{}}}` is not ended", found->name),
         fmt::format("write `\\end{{{}}}`, and close the braces between them", found->name));
    return {};
  }
  const MathToken end = token_;
  if (const auto last = environment_name(); !last || *last != found->name) {
    stop({end.span.begin, lexer_.at()}, "math-structure",
         fmt::format("`\\begin{{{}}}` is ended by another name", found->name),
         fmt::format("write `\\end{{{}}}`", found->name));
    return {};
  }
  advance();
  return tex;
}

// What is written for it, from \begin to \end: sheets have no numbers of formulas, so that what
// LaTeX would number is written as what it would number.
std::string MathParser::environment_content(const MathCommand& environment) {
  if (environment.tex.empty()) return lines();
  std::size_t columns = environment.columns;
  std::string letters;
  if (environment.tex == "array") columns = column_letters(letters);
  if (environment.name.starts_with("alignat") || environment.name == "alignedat") {
    pairs_of_columns(environment);
  }
  const Rows content = rows(environment, columns);
  if (environment.name == "rcases" || environment.name == "drcases") {
    return fmt::format("\\left. \\begin{{array}}{{{}}}\n{}\\end{{array}} \\right\\}}",
                       content.align ? "ll" : "l", content.tex());
  }
  return fmt::format("\\begin{{{0}}}{1}\n{2}\\end{{{0}}}", environment.tex, letters, content.tex());
}

// `{2}` of `\begin{alignat}{2}`: aligned has as many columns as there are.
void MathParser::pairs_of_columns(const MathCommand& environment) {
  const Span open = token_.span;
  const std::string_view rest = lexer_.rest();
  const std::size_t close = rest.find('}');
  const bool number = at(Kind::open) && close != rest.npos && close > 0 &&
                      rest.find_first_not_of("0123456789 ") == close;
  if (!number) {
    stop(open, "math-environment",
         fmt::format("`{}` lacks the number of its pairs of columns", environment.name),
         fmt::format("write it in braces, `\\begin{{{}}}{{2}}`, or take `aligned`",
                     environment.name));
    return;
  }
  lexer_.move_to(lexer_.at() + close + 1);
  advance();
}

std::size_t MathParser::column_letters(std::string& tex) {
  std::string letters;
  const Span open = token_.span;
  std::size_t columns = 0;
  if (at(Kind::open)) {
    for (advance(); at(Kind::character); advance()) {
      if (std::string_view("lcr|").find(token_.text) == std::string_view::npos) break;
      if (token_.text != "|") ++columns;
      letters += token_.text;
    }
  }
  if (columns == 0 || !at(Kind::close)) {
    stop(open, "math-environment", "`array` lacks its columns",
         "write one letter for each, `l`, `c` or `r`: `\\begin{array}{lcr}`");
    return 1;
  }
  advance();
  tex += "{" + letters + "}";
  return columns;
}

}  // namespace listok::emitter
