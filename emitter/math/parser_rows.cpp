// The rows of environments, of a display, of an index.
#include <fmt/format.h>

#include "emitter/math/parser.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

// After `\\`, and where an environment begins, LaTeX looks for an option or a star.
std::string guarded_row(std::string row) {
  if (!row.empty() && (row.front() == '[' || row.front() == '*')) {
    row = fmt::format("{{{}}}{}", row.front(), row.substr(1));
  }
  return row;
}

// The length in `\\[2pt]`, which is no part of a formula.
bool begins_with_length(std::string_view rest) {
  constexpr std::string_view units[] = {"pt", "em", "ex", "mm", "cm", "in", "bp", "mu"};
  const auto close = rest.find(']');
  if (rest.empty() || rest.front() != '[' || close == rest.npos || close < 4) return false;
  for (const auto unit : units) {
    if (rest.substr(close - unit.size(), unit.size()) == unit) return true;
  }
  return false;
}

}  // namespace

std::string MathParser::Rows::tex() const {
  std::string all;
  for (const Row& row : rows) {
    all += row.rules + guarded_row(row.tex);
    if (row.ended) all += row.tex.empty() ? "\\\\" : " \\\\";
    if (row.ended || !row.tex.empty()) all += '\n';
  }
  return all;
}

MathParser::Rows MathParser::rows(const MathCommand& environment, std::size_t columns) {
  Rows read;
  read.rows.emplace_back();
  bool tight = false;  // "a &= b" stays as it was written; "a&b" becomes "a & b"
  for (std::size_t cells = 1; !stopped_;) {
    Row& row = read.rows.back();
    while (environment.name == "array" && cells == 1 && row.tex.empty() && at_command("\\hline")) {
      row.rules += "\\hline\n";
      advance();
    }
    const bool spaced = !tight || token_.spaced;
    const std::string cell = list(Inside::cell);
    if (!row.tex.empty() && !cell.empty() && spaced) row.tex += ' ';
    row.tex += cell;
    if (at(Kind::align)) {
      if (++cells > columns && columns != 0) {
        stop(token_.span, "math-environment",
             fmt::format("`{}` has no more than {} column{}", environment.name, columns,
                         columns == 1 ? "" : "s"),
             "remove the `&`, or take another environment");
      }
      if (!read.align) read.align = token_.span;
      // What eqnarray sets on both sides of a relation, aligned sets on one.
      const bool joins = environment.name.starts_with("eqnarray") && cells == 3;
      tight = !joins && (token_.spaced || row.tex.empty());
      if (!joins) row.tex += row.tex.empty() ? "&" : " &";
      advance();
    } else if (at(Kind::row)) {
      if (begins_with_length(lexer_.rest())) {
        stop(token_.span, "math-argument", "a length after `\\\\` is not allowed in math",
             "remove it: the rows are set apart by the class");
      }
      row.ended = true;
      read.rows.emplace_back();
      cells = 1;
      advance();
    } else {
      break;
    }
  }
  return read;
}

// A display may have rows without an environment around them.
std::string MathParser::lines() {
  Rows read = rows(*find_math_environment("aligned"), 0);
  if (read.rows.size() > 1 && read.rows.back().tex.empty()) {
    read.rows.pop_back();
    read.rows.back().ended = false;
  }
  if (read.rows.size() > 1) {
    const std::string_view name = read.align ? "aligned" : "gathered";
    return fmt::format("\\begin{{{0}}}\n{1}\\end{{{0}}}", name, read.tex());
  }
  if (read.align) {
    report(
        *read.align, "math-structure", "`&` outside an environment",
        "put the rows between `\\begin{aligned}` and `\\end{aligned}`; the sign itself is `\\&`");
  }
  return read.rows.front().tex;
}

std::string MathParser::substack(const MathToken& command) {
  if (!at(Kind::open)) return command.text + argument(command);
  const Span open = token_.span;
  advance();
  std::string tex = command.text + "{" + list(Inside::cell);
  while (at(Kind::row)) {
    advance();
    tex += " \\\\ " + guarded_row(list(Inside::cell));
  }
  if (!at(Kind::close)) {
    stop(open, "math-structure", "`{` is not closed", "every `{` needs its `}`; a brace is `\\{`");
    return {};
  }
  advance();
  return tex + "}";
}

}  // namespace listok::emitter
