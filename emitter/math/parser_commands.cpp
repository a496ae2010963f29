// Commands of formulas and what follows them: arguments, options, delimiters.
#include <fmt/format.h>

#include <utility>

#include "emitter/base/spelling.hpp"
#include "emitter/math/advice.hpp"
#include "emitter/math/parser.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

}  // namespace

MathParser::Part MathParser::command() {
  const MathToken token = token_;
  const std::string name = token.text.substr(1);
  if (name == "begin") return {.tex = environment(token)};
  advance();
  if (name == " ") return {.tex = "\\ "};
  const MathCommand* found = find_math_command(name);
  if (found == nullptr) {
    unknown_command(token);
    return {};
  }
  switch (found->kind) {
    case MathKind::symbol: return {.tex = found->tex};
    case MathKind::operator_: return {.tex = found->tex, .takes_limits = true};
    case MathKind::argument: {
      // The face of formulas has no small letters in these two shapes.
      const bool shape = name.starts_with("math");
      const bool capitals = shape ? name == "mathcal" || name == "mathscr" : capitals_alone_;
      const bool before = std::exchange(capitals_alone_, capitals);
      const std::string content = argument(token);
      capitals_alone_ = before;
      return {.tex = found->tex + content};
    }
    case MathKind::operator_argument:
      return {.tex = found->tex + argument(token), .takes_limits = true};
    case MathKind::two: {
      std::string tex = found->tex + argument(token);
      tex += argument(token);
      return {.tex = tex};
    }
    case MathKind::optional: return {.tex = optional(*found, token)};
    case MathKind::negation: return {.tex = negation(token)};
    case MathKind::arrow: return {.tex = arrow(*found, token)};
    case MathKind::text: return {.tex = text(token, found->tex)};
    case MathKind::rows: return {.tex = substack(token)};
    case MathKind::big: return {.tex = token.text + delimiter(token)};
    case MathKind::fence:
      if (name == "left") return {.tex = fence(token)};
      break;
    case MathKind::space: return {.tex = space(token)};
    case MathKind::tag: return {.tex = tag(token)};
    case MathKind::label: label(token); return {};
    case MathKind::colour: colour(token); return {};
    case MathKind::no_number: return {};
    case MathKind::switch_:
      stop(token.span, "math-argument", fmt::format("`{}` cannot stand here", token.text),
           fmt::format("put it in braces with what it is for: `{{{} x}}`", token.text));
      return {};
    case MathKind::infix:  // a list takes them
    case MathKind::limits:
    case MathKind::environment: break;
  }
  stop(token.span, "math-structure", fmt::format("`{}` has nothing to belong to", token.text),
       name == "middle" ? "it stands between `\\left` and `\\right`"
                        : "write it right after an operator such as `\\sum`");
  return {};
}

void MathParser::unknown_command(const MathToken& token) {
  std::string hint = "see `listok help math` for the commands that are";
  if (const auto advice = math_advice(token.text.substr(1)); !advice.empty()) {
    hint = advice;
  } else if (const auto close = nearest(token.text.substr(1), math_command_names());
             !close.empty()) {
    hint = fmt::format("did you mean `\\{}`? {}", close, hint);
  }
  report(token.span, "math-command", fmt::format("`{}` is not allowed in math", token.text), hint);
}

std::string MathParser::argument(const MathToken& command) {
  if (at(Kind::open)) return "{" + braced() + "}";
  if (ends(Inside::formula) || at(Kind::up) || at(Kind::down) || at(Kind::prime)) {
    stop(command.span, "math-argument", fmt::format("`{}` lacks an argument", command.text),
         fmt::format("write it in braces: `{}{{…}}`", command.text));
    return {};
  }
  return "{" + part().tex + "}";
}

// What stands between the brackets that follow, if any do.
std::string MathParser::option(const MathToken& command) {
  if (!at_character("[")) return {};
  const Span open = token_.span;
  advance();
  std::string content = list(Inside::bracket);
  if (!at_character("]")) {
    stop(open, "math-structure", "`[` is not closed", "write `\\sqrt[n]{x}`");
    return {};
  }
  advance();
  if (content.find_first_of("&\n") != content.npos) {
    report(open, "math-structure", fmt::format("rows in the option of `{}`", command.text),
           "give what they say a name, and write that");
  }
  return content;
}

std::string MathParser::optional(const MathCommand& command, const MathToken& token) {
  std::string tex = "\\" + command.name;
  const std::string content = option(token);
  const bool plain = content.find_first_of("[]") == content.npos;
  if (!content.empty()) tex += fmt::format(fmt::runtime(plain ? "[{}]" : "[{{{}}}]"), content);
  return tex + argument(token);
}

// Without the packages that stretch it, an arrow has its words above and below.
std::string MathParser::arrow(const MathCommand& command, const MathToken& token) {
  const std::string below = option(token);
  std::string tex = fmt::format("\\overset{}{{{}}}", argument(token), command.tex);
  return below.empty() ? tex : fmt::format("\\underset{{{}}}{{{}}}", below, tex);
}

bool MathParser::at_infix() const {
  constexpr std::size_t longest = 7;  // "\\choose"
  if (!at(Kind::command) || token_.text.size() > longest) return false;
  const MathCommand* found = find_math_command(std::string_view(token_.text).substr(1));
  return found != nullptr && found->kind == MathKind::infix;
}

// `{n \choose k}`: all before it in the group stands above all behind it.
std::string MathParser::infix(std::string_view above, Inside inside) {
  const MathToken token = token_;
  const std::string tex = find_math_command(std::string_view(token.text).substr(1))->tex;
  if (depth_ > deepest_formula) return part().tex;  // which says so
  ++depth_;
  advance();
  const std::string below = pieces(inside);
  --depth_;
  if (at_infix()) {
    stop(token_.span, "math-structure",
         fmt::format("`{}` stands in a group with `{}`", token_.text, token.text),
         fmt::format("put one of the two in braces: `{{a {0} {{b {0} c}}}}`", token.text));
  }
  if (tex == "\\substack") return fmt::format("{}{{{} \\\\ {{}}{}}}", tex, above, below);
  return fmt::format("{}{{{}}}{{{}}}", tex, above, below);
}

bool MathParser::at_switch() const {
  constexpr std::size_t longest = 4;  // "\\cal"
  if (!at(Kind::command) || token_.text.size() > longest) return false;
  const MathCommand* found = find_math_command(std::string_view(token_.text).substr(1));
  return found != nullptr && found->kind == MathKind::switch_;
}

// `{\rm d}` is \mathrm of all that follows in the group.
std::string MathParser::switched(Inside inside) {
  const std::string tex = find_math_command(std::string_view(token_.text).substr(1))->tex;
  if (depth_ > deepest_formula) return part().tex;  // which says so
  ++depth_;
  advance();
  const bool before = std::exchange(capitals_alone_, tex == "\\mathcal");
  const std::string content = list(inside);
  capitals_alone_ = before;
  --depth_;
  return content.empty() ? content : fmt::format("{}{{{}}}", tex, content);
}

std::string MathParser::delimiter(const MathToken& command) {
  const MathToken token = token_;
  // `<` and `>` as delimiters are angle brackets, which have no place in a face of letters.
  const auto* known =
      at(Kind::command) ? find_math_command(std::string_view(token.text).substr(1)) : nullptr;
  const std::string tex = token.text == "<"   ? "\\langle"
                          : token.text == ">" ? "\\rangle"
                          : known != nullptr  ? known->tex
                                              : token.text;
  if (!is_math_delimiter(tex)) {
    stop(command.span, "math-argument", fmt::format("`{}` lacks a delimiter", command.text),
         fmt::format("write one, as in `{}(` or `{}\\langle`; a dot stands for none", command.text,
                     command.text));
    return {};
  }
  advance();
  return tex;
}

std::string MathParser::negation(const MathToken& command) {
  constexpr std::string_view signs = "=<>|";
  const auto* known =
      at(Kind::command) || at(Kind::symbol)
          ? find_math_command(std::string_view(token_.text).substr(token_.text.empty() ? 0 : 1))
          : nullptr;
  const bool relation =
      (known != nullptr && known->kind == MathKind::symbol &&
       known->tex.find_first_of("{ ", 1) == known->tex.npos && !known->tex.starts_with("\\not")) ||
      (at(Kind::character) && signs.find(token_.text) != signs.npos);
  if (!relation) {
    stop(command.span, "math-argument", "`\\not` stands before no relation",
         "write `\\not=` or `\\not\\subset`");
    return {};
  }
  return command.text + part().tex;
}

}  // namespace listok::emitter
