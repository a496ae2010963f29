// The parts of a formula that are no formulas: words, numbers of formulas, spaces.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "emitter/math/parser.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

// A number and a unit of length, not larger than a space between words may be.
bool is_small_length(std::string_view length) {
  struct Unit {
    std::string_view name;
    double points;
  };
  constexpr Unit units[] = {{"em", 10}, {"ex", 5}, {"pt", 1}, {"mm", 2.85}, {"cm", 28.5}};
  constexpr double smallest = -6, largest = 24;  // pt
  constexpr std::size_t longest = 8;
  if (length.size() < 3 || length.size() > longest) return false;
  const std::string_view number = length.substr(0, length.size() - 2);
  const auto* unit = std::ranges::find(units, length.substr(number.size()), &Unit::name);
  double value = 0;
  const char* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value, std::chars_format::fixed);
  if (unit == std::end(units) || read.ec != std::errc() || read.ptr != end) return false;
  return value * unit->points >= smallest && value * unit->points <= largest;
}

// Where the next dollar stands in `words` that is none of `\$`; their end when there is none.
std::size_t next_dollar(std::string_view text, Span words) {
  for (std::size_t at = words.begin; at < words.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '$') {
      return at;
    }
  }
  return words.end;
}

// What stands for the command of words that begins with the backslash at `at`, which is moved past
// it; empty when words may not hold it.
std::string_view character_of(std::string_view words, std::size_t& at) {
  struct Character {
    std::string_view name, text;
  };
  constexpr Character characters[] = {
      {"%", "%"}, {"#", "#"},     {"$", "$"},    {"&", "&"},         {"_", "_"},
      {"{", "{"}, {"}", "}"},     {" ", " "},    {",", "\u2009"},    {";", " "},
      {":", " "}, {"ldots", "…"}, {"dots", "…"}, {"quad", "\u2003"}, {"textbackslash", "\\"}};
  std::size_t end = at + 1;
  while (end < words.size() && is_ascii_letter(words[end])) ++end;
  if (end == at + 1) end = std::min(end + 1, words.size());
  const auto* found =
      std::ranges::find(characters, words.substr(at + 1, end - at - 1), &Character::name);
  if (found == std::end(characters)) return {};
  // A space behind a command of letters ends its name.
  if (end < words.size() && words[end] == ' ' && is_ascii_letter(words[end - 1])) ++end;
  at = end - 1;
  return found->text;
}

}  // namespace

// Reads "{…}" of one piece that is no formula, and moves past it.
std::optional<std::string_view> MathParser::raw_argument(const MathToken& command) {
  const std::string_view rest = lexer_.rest();
  const auto close = rest.find('}');
  if (!at(Kind::open) || close == rest.npos) {
    stop(command.span, "math-argument", fmt::format("`{}` lacks an argument", command.text),
         fmt::format("write it in braces: `{}{{…}}`", command.text));
    return std::nullopt;
  }
  lexer_.move_to(lexer_.at() + close + 1);
  advance();
  return rest.substr(0, close);
}

std::string MathParser::space(const MathToken& command) {
  const auto length = raw_argument(command);
  if (!length) return {};
  std::string bare(*length);
  std::erase(bare, ' ');
  if (!is_small_length(bare)) {
    report(command.span, "math-argument",
           fmt::format("`{}{{{}}}` is no small space", command.text, *length),
           "a formula may have `\\hspace{1em}`, at most 2em; or write `\\,`, `\\quad`, `\\qquad`");
  }
  return fmt::format("\\hspace{{{}}}", bare);
}

// The number of a formula stands behind it.
std::string MathParser::tag(const MathToken& command) {
  const bool bare = command.text.ends_with('*');
  const auto content = words_of(command);
  if (!content) return {};
  return fmt::format("\\qquad {}",
                     text_content(*content, "\\text", bare ? "" : "(", bare ? "" : ")"));
}

// Nothing is printed for it, and a reference to it is an error of its own.
void MathParser::label(const MathToken& command) {
  if (!raw_argument(command)) return;
  findings_.push_back({Severity::warning, command.span, "math-label",
                       "formulas have no numbers: `\\label` is passed over",
                       "name the formula in the text, or give it a number with `\\tag{1}`"});
}

// Sheets are printed in black.
void MathParser::colour(const MathToken& command) {
  const auto name = raw_argument(command);
  if (!name) return;
  findings_.push_back({Severity::warning, command.span, "math-colour",
                       fmt::format("the colour `{}` is not printed", *name),
                       "let `\\boxed` or `\\underbrace` show what matters, or remove it"});
}

// Words, and between dollars formulas: `\text{if $x<0$}`.
std::string MathParser::text(const MathToken& command, std::string_view name) {
  const auto content = words_of(command);
  if (!content) return {};
  std::string tex;
  Span words = *content;
  for (bool formula = false;; formula = !formula) {
    const std::size_t dollar = next_dollar(text_, words);
    const Span part{words.begin, dollar};
    if (formula) {
      tex += formula_in_words(part);
    } else if (part.begin < part.end || *content == part) {
      tex += text_content(part, name);
    }
    if (dollar == words.end) {
      if (formula) {
        report({words.begin - 1, words.begin}, "math-text",
               fmt::format("the formula that `$` begins in `{}` has no end", command.text),
               "write `\\$` for a dollar");
      }
      return tex;
    }
    words.begin = dollar + 1;
  }
}

std::string MathParser::formula_in_words(Span formula) {
  MathRules rules = rules_;
  rules.display = false;
  MathParser parser(text_, formula, rules);
  std::string tex = parser.run();
  if (parser.failed()) failed_ = true;
  for (MathFinding& one : std::move(parser).findings()) findings_.push_back(std::move(one));
  return "{" + tex + "}";
}

// Where the words stand in the braces that follow; moves past them.
std::optional<Span> MathParser::words_of(const MathToken& command) {
  if (!at(Kind::open)) {
    stop(command.span, "math-argument", fmt::format("`{}` lacks an argument", command.text),
         fmt::format("write the words in braces: `{}{{…}}`", command.text));
    return std::nullopt;
  }
  const std::size_t begin = token_.span.end;
  lexer_.move_to(begin);
  const std::string_view rest = lexer_.rest();
  std::size_t open = 1;  // braces, with those of formulas between the words
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '{') {
      ++open;
    } else if (rest[i] == '}' && --open == 0) {
      lexer_.move_to(begin + i + 1);
      advance();
      return Span{begin, begin + i};
    }
  }
  stop(command.span, "math-structure",
       fmt::format("the words of `{}` are not closed", command.text), "write `}` where they end");
  return std::nullopt;
}

// What TeX would print for the content, as text: no commands but those for single characters.
std::string MathParser::text_content(Span content, std::string_view name, std::string_view before,
                                     std::string_view after) {
  const std::string_view raw = text_.substr(content.begin, content.end - content.begin);
  std::string plain(before);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    const std::size_t backslash = i;
    if (const auto written = c == '\\' ? character_of(raw, i) : std::string_view();
        !written.empty()) {
      plain += written;
    } else if (c == '\\' || c == '{' || c == '}' || c == '$') {
      report({content.begin + backslash, content.begin + backslash + 1}, "math-text",
             fmt::format("`{}` is not allowed in `{}`", c, name),
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
  plain += after;
  return words(plain, content, name);
}

std::string MathParser::words(std::string_view words, Span span, std::string_view name) {
  const std::string text = to_nfc(words);
  const Context context = name == "\\texttt"   ? Context::code
                          : name == "\\textsf" ? Context::heading
                                               : Context::text;
  for (const auto run : without_glyph(text, context, rules_.faces)) {
    report(span, "missing-glyph", fmt::format("no face has `{}` ({})", run, code_points(run)),
           "write it in other characters");
  }
  return fmt::format("{}{{{}}}", name, escape(text, context, rules_.faces));
}

}  // namespace listok::emitter
