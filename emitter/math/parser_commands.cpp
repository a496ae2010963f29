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
      return {.tex = token.text + content};
    }
    case MathKind::operator_argument:
      return {.tex = token.text + argument(token), .takes_limits = true};
    case MathKind::two: {
      std::string tex = token.text + argument(token);
      tex += argument(token);
      return {.tex = tex};
    }
    case MathKind::optional: return {.tex = optional(*found, token)};
    case MathKind::negation: return {.tex = negation(token)};
    case MathKind::text: return {.tex = text(token)};
    case MathKind::rows: return {.tex = substack(token)};
    case MathKind::big: return {.tex = token.text + delimiter(token)};
    case MathKind::fence:
      if (name == "left") return {.tex = fence(token)};
      break;
    case MathKind::space: return {.tex = space(token)};
    case MathKind::tag: return {.tex = tag(token)};
    case MathKind::label: label(token); return {};
    case MathKind::no_number: return {};
    case MathKind::switch_:
      stop(token.span, "math-argument", fmt::format("`{}` cannot stand here", token.text),
           fmt::format("put it in braces with what it is for: `{{{} x}}`", token.text));
      return {};
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

std::string MathParser::optional(const MathCommand& command, const MathToken& token) {
  std::string tex = "\\" + command.name;
  if (at_character("[")) {
    const Span open = token_.span;
    advance();
    const std::string option = list(Inside::bracket);
    if (!at_character("]")) {
      stop(open, "math-structure", "`[` is not closed", "write `\\sqrt[n]{x}`");
      return {};
    }
    advance();
    if (option.find_first_of("&\n") != option.npos) {
      report(open, "math-structure", fmt::format("rows in the option of `{}`", token.text),
             "give what they say a name, and write that");
    }
    const bool plain = option.find_first_of("[]") == option.npos;
    tex += plain ? fmt::format("[{}]", option) : fmt::format("[{{{}}}]", option);
  }
  return tex + argument(token);
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
  const std::string tex = token.text == "<"   ? "\\langle"
                          : token.text == ">" ? "\\rangle"
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
  const bool relation = (known != nullptr && known->kind == MathKind::symbol) ||
                        (at(Kind::character) && signs.find(token_.text) != signs.npos);
  if (!relation) {
    stop(command.span, "math-argument", "`\\not` stands before no relation",
         "write `\\not=` or `\\not\\subset`");
    return {};
  }
  return command.text + part().tex;
}

}  // namespace listok::emitter
