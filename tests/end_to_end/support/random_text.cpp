#include "tests/end_to_end/support/random_text.hpp"

#include <string_view>

#include "emitter/text/text.hpp"

namespace listok::tests {

using namespace listok::emitter;

namespace {

constexpr std::u32string_view specials = U"\\{}$&#%_^~\"'`[]<>,-?!/*=+|@:;.()";
constexpr std::u32string_view letters =
    U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    U"абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁё";
constexpr std::u32string_view unseen =
    U" \t\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B"
    U"\u2011\u202F\u205F\u2060\u3000";

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

void remove_missing(std::string& text, Context context) {
  for (auto missing = without_glyph(text, context); !missing.empty();
       missing = without_glyph(text, context)) {
    text.erase(static_cast<std::size_t>(missing.front().data() - text.data()),
               missing.front().size());
    text = to_nfc(text);
  }
}

}  // namespace

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

std::vector<char32_t> repertoire(Context context, Scripts scripts) {
  std::vector<char32_t> all;
  for (char32_t c = U' '; c <= 0x10FFFF; ++c) {
    if (is_right_to_left(c) != (scripts == Scripts::right_to_left)) continue;
    if (refusal(c) || to_nfc(utf8(c)) != utf8(c)) continue;
    if (without_glyph(utf8(c), context).empty()) all.push_back(c);
  }
  return all;
}

std::string trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (unseen.find(next_code_point(text, at)) != unseen.npos) continue;
    begin = std::min(begin, here);
    end = at;
  }
  return std::string(text.substr(std::min(begin, end), end - std::min(begin, end)));
}

RandomText::RandomText(std::uint32_t seed, Context context, Scripts scripts)
    : random_(seed), context_(context), repertoire_(repertoire(context, scripts)) {}

char32_t RandomText::character() {
  const std::size_t kind = below(100);
  const auto one_of = [this](const auto& all) { return all[below(all.size())]; };
  if (kind < 35) return one_of(specials);
  if (kind < 60) return one_of(letters);
  if (kind < 72) return U' ';
  if (kind < 78) return one_of(unseen);
  return one_of(repertoire_);
}

std::string RandomText::next(std::size_t longest) {
  std::string text;
  while (text.empty()) {
    for (std::size_t left = 1 + below(longest); left > 0; --left) append_utf8(text, character());
    text = to_nfc(text);
    remove_missing(text, context_);
    text = trimmed(text);
  }
  return text;
}

}  // namespace listok::tests
