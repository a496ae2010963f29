#include "emitter/math/math.hpp"

#include <fmt/format.h>

#include "emitter/math/command_table.hpp"
#include "emitter/math/macros.hpp"
#include "emitter/math/parser.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t help_width = 80;

std::string help_entry(MathKind kind, std::string_view entry) {
  if (kind == MathKind::environment) return std::string(entry.substr(0, entry.find_first_of("=:")));
  const auto equals = std::min(entry.find('='), entry.size());
  std::string shown = fmt::format("\\{}", entry.substr(0, equals));
  if (equals < entry.size()) shown += fmt::format(" {}", entry.substr(equals + 1));
  return shown;
}

// How the names of a group are to be used.
std::string_view help_example(MathKind kind) {
  switch (kind) {
    case MathKind::argument:
    case MathKind::operator_argument: return "with an argument: \\hat{x}";
    case MathKind::two: return "with two arguments: \\frac{a}{b}";
    case MathKind::optional: return "with an argument and an option: \\sqrt[n]{x}";
    case MathKind::infix: return "{a \\over b}";
    case MathKind::arrow: return "\\xRightarrow[below]{above}";
    case MathKind::colour: return "\\color{red}{x}";
    case MathKind::limits: return "\\sum\\limits_{i}";
    case MathKind::switch_: return "{\\rm x}";
    case MathKind::space: return "\\hspace{1em}";
    case MathKind::tag: return "\\tag{1}";
    case MathKind::label:
    case MathKind::no_number: break;
    case MathKind::text: return "\\text{words}";
    case MathKind::rows: return "\\substack{a \\\\ b}";
    case MathKind::big: return "with a delimiter: \\big|";
    case MathKind::fence: return "\\left( a \\middle| b \\right)";
    case MathKind::environment: return "\\begin{cases} a & b \\\\ c & d \\end{cases}";
    case MathKind::symbol:
    case MathKind::operator_:
    case MathKind::negation: break;
  }
  return {};
}

std::string help_group(const MathGroup& group) {
  const auto example = help_example(group.kind);
  std::string help(group.heading);
  if (!example.empty()) help += fmt::format(" ({})", example);
  help += ":\n";
  std::size_t column = 0;
  for (std::string_view rest = group.names; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string shown = help_entry(group.kind, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (column + length(shown) + 2 > help_width && column > 0) {
      help += '\n';
      column = 0;
    }
    help += "  " + shown;
    column += 2 + length(shown);
  }
  return help + "\n\n";
}

Diagnostic told(const Source& source, MathFinding one) {
  return source.diagnostic(one.severity, one.span, std::move(one.code), std::move(one.message),
                           std::move(one.hint));
}

// `expanded`: what the parser reads, when it is not `source` itself.
MathText parsed(const Source& source, MathParser parser, const ExpandedFormula* expanded) {
  MathText result;
  result.tex = parser.run();
  if (parser.failed()) result.tex.clear();
  for (MathFinding& one : std::move(parser).findings()) {
    result.diagnostics.push_back(
        told(source, expanded == nullptr ? std::move(one) : expanded->in_file(std::move(one))));
  }
  return result;
}

}  // namespace

MathText read_math(const Source& source, Span formula, const MathRules& rules) {
  if (formula.end - formula.begin > longest_formula) {
    const Span begin{formula.begin, formula.begin + 1};
    return {.tex = {},
            .diagnostics = {
                source.diagnostic(Severity::error, begin, "math-size",
                                  fmt::format("a formula is longer than {} bytes", longest_formula),
                                  "break it into several")}};
  }
  const auto written = source.text().substr(formula.begin, formula.end - formula.begin);
  if (rules.macros == nullptr || !has_macro(written, *rules.macros)) {
    return parsed(source, MathParser(source.text(), formula, rules), nullptr);
  }
  const ExpandedFormula expanded(source.text(), formula, *rules.macros);
  if (const auto& trouble = expanded.trouble()) return {{}, {told(source, *trouble)}};
  const std::string_view text = expanded.text();
  return parsed(source, MathParser(text, {0, text.size()}, rules), &expanded);
}

std::string math_help() {
  std::string help =
      "Formulas stand between $ and $, or between $$ and $$ when displayed. They may\n"
      "hold letters, digits, + - * / = < > ( ) [ ] | . , ; : ! ? ', scripts ^ and\n"
      "_, groups { }, and the commands below. The characters after a command may be\n"
      "typed for it. The rows of a display, a \\\\ b, need no environment. Words in\n"
      "Cyrillic become \\text{...} by themselves.\n\n";
  for (const MathGroup& group : math_groups()) help += help_group(group);
  help.pop_back();
  return help;
}

}  // namespace listok::emitter
