#include "emitter/math/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/math/decimal_comma.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

void append(std::string& out, std::string_view tex, bool spaced) {
  if (tex.empty()) return;
  const bool joins = ends_with_control_word(out) && is_ascii_letter(tex.front());
  if (!out.empty() && out.back() != '\n' && out.back() != ' ' && (spaced || joins)) out += ' ';
  out += tex;
}

}  // namespace

MathParser::MathParser(std::string_view text, Span formula, const MathRules& rules)
    : text_(text), formula_(formula), rules_(rules), lexer_(text, formula) {
  if (rules.decimal_comma) decimal_commas_ = decimal_commas(text, formula);
  advance();
}

std::string MathParser::run() {
  std::string tex = rules_.display ? lines() : list(Inside::formula);
  if (!stopped_ && !at(Kind::end)) {
    if (at(Kind::close)) {
      stop(token_.span, "math-structure", "`}` closes nothing", "remove it, or write `\\}`");
    } else if (at(Kind::align) || at(Kind::row)) {
      stop(token_.span, "math-structure", fmt::format("`{}` outside an environment", token_.text),
           std::string("put the rows between `\\begin{aligned}` and `\\end{aligned}`") +
               (at(Kind::align) ? "; the sign itself is `\\&`" : ""));
    } else {
      stop(token_.span, "math-structure", fmt::format("`{}` closes nothing", token_.text),
           "`\\left` and `\\right`, `\\begin` and `\\end` come in pairs");
    }
  }
  if (!failed_ && tex.empty()) {
    report(formula_, "math-empty", "a formula is empty", "write it, or remove the dollars");
  }
  return tex;
}

void MathParser::advance() {
  if (!stopped_) token_ = lexer_.next();
}

bool MathParser::at_character(std::string_view text) const {
  return at(Kind::character) && token_.text == text;
}

bool MathParser::at_command(std::string_view name) const {
  return at(Kind::command) && token_.text == name;
}

// Whether the token is none of a list's own; the caller says whether it is the one it waits for.
bool MathParser::ends(Inside inside) const {
  return at(Kind::end) || at(Kind::close) || at(Kind::align) || at(Kind::row) ||
         at_command("\\right") || at_command("\\end") ||
         (inside == Inside::fence && at_command("\\middle")) ||
         (inside == Inside::bracket && at_character("]"));
}

std::string MathParser::list(Inside inside) {
  std::string tex = pieces(inside);
  return at_infix() ? infix(tex, inside) : tex;
}

std::string MathParser::pieces(Inside inside) {
  std::string tex;
  while (!stopped_ && !ends(inside) && !at_infix()) {
    const bool spaced = token_.spaced;
    append(tex, at_switch() ? switched(inside) : scripted().tex, spaced);
  }
  return tex;
}

MathParser::Part MathParser::scripted() {
  Part base;
  if (at(Kind::up) || at(Kind::down) || at(Kind::prime) || at(Kind::superscript) ||
      at(Kind::subscript)) {
    base.tex = "{}";
  } else {
    base = part();
  }
  bool up = false;
  bool down = false;
  while (!stopped_) {
    if (at_command("\\limits") || at_command("\\nolimits")) {
      if (!base.takes_limits || up || down) {
        report(token_.span, "math-structure",
               fmt::format("`{}` stands after no operator", token_.text),
               "write it right after an operator such as `\\sum` or `\\max`");
      }
      base.tex += token_.text;
      advance();
    } else if (at(Kind::prime)) {
      prime(base.tex, up);
    } else if (at(Kind::up) || at(Kind::superscript)) {
      script(base.tex, up, '^');
    } else if (at(Kind::down) || at(Kind::subscript)) {
      script(base.tex, down, '_');
    } else {
      break;
    }
  }
  return base;
}

void MathParser::script(std::string& tex, bool& seen, char sign) {
  if (std::exchange(seen, true)) {
    report(token_.span, "math-script", fmt::format("a second `{}` for one base", sign),
           fmt::format("group what belongs together: `{{a{0}b}}{0}c` or `a{0}{{b{0}c}}`", sign));
  }
  std::string content;
  if (at(Kind::superscript) || at(Kind::subscript)) {
    content = token_.text;
    advance();
  } else {
    advance();
    content = script_argument();
  }
  constexpr std::string_view may_stand_bare =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ*+-";
  const bool bare = content.size() == 1 && may_stand_bare.find(content) != content.npos;
  tex += bare ? fmt::format("{}{}", sign, content) : fmt::format("{}{{{}}}", sign, content);
}

std::string MathParser::script_argument() {
  if (at(Kind::open)) return braced();
  if (ends(Inside::formula) || at(Kind::up) || at(Kind::down) || at(Kind::prime)) {
    stop(token_.span, "math-script", "a script is missing after `^` or `_`",
         "write one letter, or several in braces: `x^{10}`");
    return {};
  }
  return part().tex;
}

// A prime is a superscript to TeX, and takes a `^` that follows it at once along.
void MathParser::prime(std::string& tex, bool& up) {
  if (std::exchange(up, true)) {
    report(token_.span, "math-script", "a prime follows a superscript",
           "write the prime first: `f'^2`");
  }
  while (at(Kind::prime)) {
    tex += token_.text;
    advance();
  }
  if (at(Kind::up) || at(Kind::superscript)) up = false;
}

MathParser::Part MathParser::part() {
  if (depth_ > deepest_formula) {
    stop(token_.span, "math-size",
         fmt::format("a formula is nested deeper than {} levels", deepest_formula),
         "give its parts names of their own");
    return {};
  }
  ++depth_;
  Part part = at(Kind::command) ? command() : piece();
  --depth_;
  return part;
}

MathParser::Part MathParser::piece() {
  const MathToken token = token_;
  switch (token.kind) {
    case Kind::open: return {.tex = "{" + braced() + "}"};
    case Kind::words: advance(); return {.tex = words(token.text, token.span, "\\text")};
    case Kind::symbol: {
      advance();
      if (token.text.empty()) {
        const auto seen = text_.substr(token.span.begin, token.span.end - token.span.begin);
        std::size_t first = 0;
        const auto code_point = static_cast<unsigned>(next_code_point(seen, first));
        report(token.span, "math-character",
               fmt::format("`{}` (U+{:04X}) is not allowed in math", seen, code_point),
               "write its command, or put it in `\\text{…}`; see `listok help math`");
      }
      const auto* known =
          find_math_command(std::string_view(token.text).substr(token.text.empty() ? 0 : 1));
      return {.tex = token.text,
              .takes_limits = known != nullptr && known->kind == MathKind::operator_};
    }
    default: break;
  }
  advance();
  if (capitals_alone_ && token.text.front() >= 'a' && token.text.front() <= 'z') {
    report(token.span, "math-character",
           fmt::format("`{}` has no shape in `\\mathcal` and `\\mathscr`", token.text),
           "capitals alone have one; `\\mathfrak` has small letters too");
  }
  if (token.text == "," && std::ranges::binary_search(decimal_commas_, token.span.begin)) {
    return {.tex = "{,}"};
  }
  constexpr std::string_view refused = "%#$\"`";
  if (refused.find(token.text) != refused.npos) {
    const bool has_command = token.text == "%" || token.text == "#" || token.text == "$";
    report(token.span, "math-character", fmt::format("`{}` is not allowed in math", token.text),
           has_command ? fmt::format("write `\\{}`", token.text) : "put it in `\\text{…}`");
  }
  return {.tex = token.text};
}

std::string MathParser::braced(Inside inside) {
  const Span open = token_.span;
  advance();
  std::string tex = list(inside);
  if (!at(Kind::close)) {
    stop(open, "math-structure", "`{` is not closed", "every `{` needs its `}`; a brace is `\\{`");
    return {};
  }
  advance();
  return tex;
}

std::string MathParser::fence(const MathToken& left) {
  std::string tex = "\\left" + delimiter(left);
  while (!stopped_) {
    const bool spaced = token_.spaced;
    append(tex, list(Inside::fence), spaced);
    const MathToken token = token_;
    if (!at_command("\\middle") && !at_command("\\right")) break;
    const bool closes = at_command("\\right");
    advance();
    append(tex, token.text + delimiter(token), token.spaced);
    if (closes) return tex;
  }
  stop(left.span, "math-structure", "`\\left` has no `\\right`",
       "close it; `\\right.` shows nothing");
  return {};
}

void MathParser::report(Span span, std::string code, std::string message, std::string hint) {
  if (stopped_) return;
  constexpr std::size_t most = 10;  // a formula with so many mistakes is none
  failed_ = true;
  findings_.push_back(
      {Severity::error, span, std::move(code), std::move(message), std::move(hint)});
  if (findings_.size() >= most) end();
}

void MathParser::stop(Span span, std::string code, std::string message, std::string hint) {
  if (span.begin == span.end && span.begin > formula_.begin) --span.begin;
  report(span, std::move(code), std::move(message), std::move(hint));
  end();
}

void MathParser::end() {
  stopped_ = true;
  token_ = {.kind = Kind::end, .text = {}, .span = {formula_.end, formula_.end}, .spaced = false};
}

}  // namespace listok::emitter
