#include "emitter/math/tokens.hpp"

#include "emitter/math/command_table.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/glyph_coverage.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

using Kind = MathToken::Kind;

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x00A0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200B);
}

Kind kind_of(char c) {
  switch (c) {
    case '{': return Kind::open;
    case '}': return Kind::close;
    case '^': return Kind::up;
    case '_': return Kind::down;
    case '\'': return Kind::prime;
    case '&': return Kind::align;
    default: return Kind::character;
  }
}

struct Script {
  char32_t character;
  Kind kind;
  std::string_view tex;
};

constexpr Script script_characters[] = {
    {U'⁰', Kind::superscript, "0"}, {U'¹', Kind::superscript, "1"},
    {U'²', Kind::superscript, "2"}, {U'³', Kind::superscript, "3"},
    {U'⁴', Kind::superscript, "4"}, {U'⁵', Kind::superscript, "5"},
    {U'⁶', Kind::superscript, "6"}, {U'⁷', Kind::superscript, "7"},
    {U'⁸', Kind::superscript, "8"}, {U'⁹', Kind::superscript, "9"},
    {U'⁺', Kind::superscript, "+"}, {U'⁻', Kind::superscript, "-"},
    {U'⁽', Kind::superscript, "("}, {U'⁾', Kind::superscript, ")"},
    {U'ⁿ', Kind::superscript, "n"}, {U'ⁱ', Kind::superscript, "i"},
    {U'ᵀ', Kind::superscript, "T"}, {U'°', Kind::superscript, "\\circ"},
    {U'₀', Kind::subscript, "0"},   {U'₁', Kind::subscript, "1"},
    {U'₂', Kind::subscript, "2"},   {U'₃', Kind::subscript, "3"},
    {U'₄', Kind::subscript, "4"},   {U'₅', Kind::subscript, "5"},
    {U'₆', Kind::subscript, "6"},   {U'₇', Kind::subscript, "7"},
    {U'₈', Kind::subscript, "8"},   {U'₉', Kind::subscript, "9"},
    {U'₊', Kind::subscript, "+"},   {U'₋', Kind::subscript, "-"},
    {U'ₙ', Kind::subscript, "n"},   {U'ᵢ', Kind::subscript, "i"},
    {U'ⱼ', Kind::subscript, "j"},   {U'ₖ', Kind::subscript, "k"},
};

const Script* find_script(char32_t c) {
  for (const Script& script : script_characters) {
    if (script.character == c) return &script;
  }
  return nullptr;
}

// Signs of mathematics without a command: a face of formulas sets them as they are.
bool is_sign_of_formulas(char32_t c) {
  const bool sign = (c >= 0x2190 && c <= 0x23FF) || (c >= 0x25A0 && c <= 0x25FF) ||
                    (c >= 0x27C0 && c <= 0x27EF) || (c >= 0x2900 && c <= 0x2BFF) ||
                    (c >= 0x1D400 && c <= 0x1D7FF);
  return sign && has_glyph(Face::math, c);
}

bool is_word_letter(char32_t c) {
  const bool mark = c >= 0x0300 && c <= 0x036F;
  return c > 0x7F && (mark || is_letter(c)) && math_command_of(c).empty() &&
         find_script(c) == nullptr && !is_sign_of_formulas(c);
}

bool may_have_star(std::string_view name) {
  return name == "operatorname" || name == "tag" || name == "hspace";
}

}  // namespace

bool ends_with_control_word(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && is_ascii_letter(text[at - 1])) --at;
  const std::size_t letters = at;
  while (at > 0 && text[at - 1] == '\\') --at;
  return letters < text.size() && (letters - at) % 2 == 1;
}

MathToken MathLexer::next() {
  const bool spaced = skip_space();
  MathToken token;
  const std::size_t begin = at_;
  if (at_ < end_) {
    const char c = text_[at_];
    if (c == '\\') {
      token = command();
    } else if (static_cast<unsigned char>(c) > 0x7F) {
      token = beyond_ascii();
    } else {
      ++at_;
      token = {.kind = kind_of(c), .text = std::string(1, c), .span = {}, .spaced = false};
    }
  }
  token.span = {begin, at_};
  token.spaced = spaced;
  return token;
}

bool MathLexer::skip_space() {
  const std::size_t begin = at_;
  while (at_ < end_) {
    std::size_t after = at_;
    if (!is_space(next_code_point(text_, after))) break;
    at_ = after;
  }
  return at_ > begin;
}

MathToken MathLexer::command() {
  const std::size_t begin = at_++;
  if (at_ < end_ && is_ascii_letter(text_[at_])) {
    while (at_ < end_ && is_ascii_letter(text_[at_])) ++at_;
    if (at_ < end_ && text_[at_] == '*' &&
        may_have_star(text_.substr(begin + 1, at_ - begin - 1))) {
      ++at_;
    }
  } else if (at_ < end_) {
    next_code_point(text_, at_);
  }
  std::string name(text_.substr(begin, at_ - begin));
  if (name == "\\\n" || name == "\\\t" || name == "\\\r") name = "\\ ";
  const Kind kind = name == "\\\\" ? Kind::row : Kind::command;
  return {.kind = kind, .text = std::move(name), .span = {}, .spaced = false};
}

MathToken MathLexer::beyond_ascii() {
  std::size_t after = at_;
  const char32_t c = next_code_point(text_, after);
  if (find_script(c) != nullptr) return scripts();
  if (is_word_letter(c)) return words();
  MathToken token{.kind = Kind::symbol, .text = {}, .span = {}, .spaced = false};
  if (c >= 0x2032 && c <= 0x2034) {  // ′ ″ ‴
    token.kind = Kind::prime;
    token.text = std::string(c - 0x2031, '\'');
  } else if (const auto tex = math_command_of(c); !tex.empty()) {
    token.text = tex;
  } else if (is_sign_of_formulas(c)) {
    append_utf8(token.text, c);
  }
  at_ = after;
  return token;
}

MathToken MathLexer::scripts() {
  MathToken token;
  for (std::size_t after = at_; after < end_; at_ = after) {
    const Script* script = find_script(next_code_point(text_, after));
    if (script == nullptr || (!token.text.empty() && script->kind != token.kind)) break;
    token.kind = script->kind;
    token.text += script->tex;
  }
  return token;
}

// Words that spaces part are one run. A hyphen ends it: in a formula it is a minus.
MathToken MathLexer::words() {
  const std::size_t begin = at_;
  for (std::size_t after = at_; after < end_;) {
    const char32_t c = next_code_point(text_, after);
    if (is_word_letter(c)) {
      at_ = after;
    } else if (c != U' ') {
      break;
    }
  }
  return {.kind = Kind::words,
          .text = to_nfc(text_.substr(begin, at_ - begin)),
          .span = {},
          .spaced = false};
}

}  // namespace listok::emitter
