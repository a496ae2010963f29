// The parts of a formula that have a grammar of their own: environments and words.
#include <fmt/format.h>

#include "emitter/base/spelling.hpp"
#include "emitter/math/advice.hpp"
#include "emitter/math/parser.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/text.hpp"

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
  std::string tex = fmt::format("\\begin{{{}}}", found->name);
  std::size_t columns = found->columns;
  if (found->name == "array") columns = column_letters(tex);
  tex += "\n" + rows(*found, columns);
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
  return tex + fmt::format("\\end{{{}}}", found->name);
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

std::string MathParser::rows(const MathCommand& environment, std::size_t columns) {
  std::string tex;
  std::string row;
  bool tight = false;  // "a &= b" stays as it was written; "a&b" becomes "a & b"
  for (std::size_t cells = 1; !stopped_;) {
    while (environment.name == "array" && cells == 1 && row.empty() && at_command("\\hline")) {
      tex += "\\hline\n";
      advance();
    }
    const bool spaced = !tight || token_.spaced;
    std::string cell = list(Inside::cell);
    if (cells == 1) cell = guarded_row(std::move(cell));
    if (!row.empty() && !cell.empty() && spaced) row += ' ';
    row += cell;
    if (at(Kind::align)) {
      if (columns != 0 && ++cells > columns) {
        stop(token_.span, "math-environment",
             fmt::format("`{}` has no more than {} column{}", environment.name, columns,
                         columns == 1 ? "" : "s"),
             "remove the `&`, or take another environment");
      } else if (columns == 0) {
        ++cells;
      }
      tight = token_.spaced || row.empty();
      row += row.empty() ? "&" : " &";
      advance();
    } else if (at(Kind::row)) {
      if (begins_with_length(lexer_.rest())) {
        stop(token_.span, "math-argument", "a length after `\\\\` is not allowed in math",
             "remove it: the rows are set apart by the class");
      }
      tex += row + (row.empty() ? "\\\\\n" : " \\\\\n");
      row.clear();
      cells = 1;
      advance();
    } else {
      break;
    }
  }
  return row.empty() ? tex : tex + row + "\n";
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

std::string MathParser::text(const MathToken& command) {
  if (!at(Kind::open)) {
    stop(command.span, "math-argument", fmt::format("`{}` lacks an argument", command.text),
         fmt::format("write the words in braces: `{}{{…}}`", command.text));
    return {};
  }
  const std::size_t begin = token_.span.end;
  lexer_.move_to(begin);
  const std::string_view rest = lexer_.rest();
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '}') {
      lexer_.move_to(begin + i + 1);
      advance();
      return text_content({begin, begin + i}, command);
    }
  }
  stop(command.span, "math-structure",
       fmt::format("the words of `{}` are not closed", command.text), "write `}` where they end");
  return {};
}

// What TeX would print for the content, as text: no commands but those for single characters.
std::string MathParser::text_content(Span content, const MathToken& command) {
  constexpr std::string_view after_backslash = "%#$&_{} ";
  constexpr std::string_view refused = "${%#&_^\"`";
  const std::string_view raw = source_.text().substr(content.begin, content.end - content.begin);
  std::string plain;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    const bool escaped = c == '\\' && i + 1 < raw.size();
    if (escaped && after_backslash.find(raw[i + 1]) != after_backslash.npos) {
      plain += raw[++i];
    } else if (c == '\\' || (c != '"' && c != '`' && refused.find(c) != refused.npos)) {
      report({content.begin + i, content.begin + i + 1}, "math-text",
             fmt::format("`{}` is not allowed in `{}`", c, command.text),
             c == '\\' ? "words alone stand there; end it before the command"
                       : fmt::format("write `\\{}`", c));
    } else if (c == '~') {
      plain += "\u00A0";
    } else if (c == '\n' || c == '\t' || c == '\r') {
      plain += ' ';
    } else {
      plain += c;
    }
  }
  return words(plain, content, command.text);
}

std::string MathParser::words(std::string_view words, Span span, std::string_view name) {
  const std::string text = to_nfc(words);
  const Context context = name == "\\texttt"   ? Context::code
                          : name == "\\textsf" ? Context::heading
                                               : Context::text;
  for (const auto run : without_glyph(text, context)) {
    report(span, "missing-glyph", fmt::format("no face has `{}` ({})", run, code_points(run)),
           "write it in other characters");
  }
  return fmt::format("{}{{{}}}", name, escape(text, context));
}

}  // namespace listok::emitter
