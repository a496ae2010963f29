#include "tests/end_to_end/support/copied_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/text/glyph_coverage.hpp"
#include "emitter/text/text.hpp"

namespace listok::tests {

using namespace listok::emitter;

namespace {

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

bool is_unseen(char32_t c) {
  return c == 0x00AD || c == 0x034F || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) ||
         between(c, 0x2060, 0x206F) || between(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\f' || c == 0x00A0 || c == 0x1680 ||
         between(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_thin_space(char32_t c) { return c == 0x2006 || c == 0x2009 || c == 0x200A || c == 0x202F; }

bool is_mark(char32_t c) { return display_width(c) == 0; }

constexpr char32_t thin_space = 0x2009;
constexpr char32_t dotted_circle = 0x25CC;  // set below a mark that has no letter of its script

struct Shared {
  char32_t first, last;  // code points
  std::u32string_view copied;
};

// Glyphs that two characters share, pictures that have a sign, ligatures, which are copied as their letters, and the forms
// that a letter of Arabic has in a word.
// clang-format off
constexpr Shared shared[] = {
    {0x00B5, 0x00B5, U"\u03BC"}, {0x0EB3, 0x0EB3, U"\u0ECD\u0EB2"}, {0x2011, 0x2011, U"-"},
    {0x2019, 0x2019, U"'"}, {0xFB00, 0xFB00, U"ff"}, {0xFB01, 0xFB01, U"fi"},
    {0xFB02, 0xFB02, U"fl"}, {0xFB03, 0xFB03, U"ffi"}, {0xFB04, 0xFB04, U"ffl"},
    {0x2705, 0x2705, U"✔"}, {0x274C, 0x274C, U"✘"}, {0x274E, 0x274E, U"☒"},
    {0x2753, 0x2753, U"?"}, {0x2757, 0x2757, U"!"}, {0x2795, 0x2795, U"+"},
    {0x2796, 0x2796, U"\u2212"}, {0x2797, 0x2797, U"÷"}, {0x1F51F, 0x1F51F, U"⑩"},
    {0xFB05, 0xFB05, U"\u017Ft"}, {0xFB06, 0xFB06, U"st"}, {0xFB13, 0xFB13, U"\u0574\u0576"},
    {0xFB14, 0xFB14, U"\u0574\u0565"}, {0xFB15, 0xFB15, U"\u0574\u056B"},
    {0xFB16, 0xFB16, U"\u057E\u0576"}, {0xFB17, 0xFB17, U"\u0574\u056D"},
    {0xFB1E, 0xFB1E, U"\u05BF"}, {0xFB4F, 0xFB4F, U"\u05D0\u05DC"},
    {0xFB50, 0xFB51, U"\u0671"}, {0xFB52, 0xFB55, U"\u067B"}, {0xFB56, 0xFB59, U"\u067E"},
    {0xFB5A, 0xFB5D, U"\u0680"}, {0xFB5E, 0xFB61, U"\u067A"}, {0xFB62, 0xFB65, U"\u067F"},
    {0xFB66, 0xFB69, U"\u0679"}, {0xFB6A, 0xFB6D, U"\u06A4"}, {0xFB6E, 0xFB71, U"\u06A6"},
    {0xFB72, 0xFB75, U"\u0684"}, {0xFB76, 0xFB79, U"\u0683"}, {0xFB7A, 0xFB7D, U"\u0686"},
    {0xFB7E, 0xFB81, U"\u0687"}, {0xFB82, 0xFB83, U"\u068D"}, {0xFB84, 0xFB85, U"\u068C"},
    {0xFB86, 0xFB87, U"\u068E"}, {0xFB88, 0xFB89, U"\u0688"}, {0xFB8A, 0xFB8B, U"\u0698"},
    {0xFB8C, 0xFB8D, U"\u0691"}, {0xFB8E, 0xFB91, U"\u06A9"}, {0xFB92, 0xFB95, U"\u06AF"},
    {0xFB96, 0xFB99, U"\u06B3"}, {0xFB9A, 0xFB9D, U"\u06B1"}, {0xFB9E, 0xFB9F, U"\u06BA"},
    {0xFBA0, 0xFBA3, U"\u06BB"}, {0xFBA4, 0xFBA5, U"\u06C0"}, {0xFBA6, 0xFBA9, U"\u06C1"},
    {0xFBAA, 0xFBAD, U"\u06BE"}, {0xFBAE, 0xFBAF, U"\u06D2"}, {0xFBB0, 0xFBB1, U"\u06D3"},
    {0xFBD3, 0xFBD6, U"\u06AD"}, {0xFBD7, 0xFBD8, U"\u06C7"}, {0xFBD9, 0xFBDA, U"\u06C6"},
    {0xFBDB, 0xFBDC, U"\u06C8"}, {0xFBDD, 0xFBDD, U"\u0677"}, {0xFBDE, 0xFBDF, U"\u06CB"},
    {0xFBE0, 0xFBE1, U"\u06C5"}, {0xFBE2, 0xFBE3, U"\u06C9"}, {0xFBE4, 0xFBE7, U"\u06D0"},
    {0xFBE8, 0xFBE9, U"\u0649"}, {0xFBEA, 0xFBEB, U"\u0626\u0627"},
    {0xFBEC, 0xFBED, U"\u0626\u06D5"}, {0xFBEE, 0xFBEF, U"\u0626\u0648"},
    {0xFBF0, 0xFBF1, U"\u0626\u06C7"}, {0xFBF2, 0xFBF3, U"\u0626\u06C6"},
    {0xFBF4, 0xFBF5, U"\u0626\u06C8"}, {0xFBF6, 0xFBF8, U"\u0626\u06D0"},
    {0xFBF9, 0xFBFB, U"\u0626\u0649"}, {0xFBFC, 0xFBFF, U"\u06CC"}, {0xFE70, 0xFE70, U"\u064B"},
    {0xFE71, 0xFE71, U"\u0640\u064B"}, {0xFE72, 0xFE72, U"\u064C"}, {0xFE74, 0xFE74, U"\u064D"},
    {0xFE76, 0xFE76, U"\u064E"}, {0xFE77, 0xFE77, U"\u0640\u064E"}, {0xFE78, 0xFE78, U"\u064F"},
    {0xFE79, 0xFE79, U"\u0640\u064F"}, {0xFE7A, 0xFE7A, U"\u0650"},
    {0xFE7B, 0xFE7B, U"\u0640\u0650"}, {0xFE7C, 0xFE7C, U"\u0651"},
    {0xFE7D, 0xFE7D, U"\u0640\u0651"}, {0xFE7E, 0xFE7E, U"\u0652"},
    {0xFE7F, 0xFE7F, U"\u0640\u0652"}, {0xFE80, 0xFE80, U"\u0621"}, {0xFE81, 0xFE82, U"\u0622"},
    {0xFE83, 0xFE84, U"\u0623"}, {0xFE85, 0xFE86, U"\u0624"}, {0xFE87, 0xFE88, U"\u0625"},
    {0xFE89, 0xFE8C, U"\u0626"}, {0xFE8D, 0xFE8E, U"\u0627"}, {0xFE8F, 0xFE92, U"\u0628"},
    {0xFE93, 0xFE94, U"\u0629"}, {0xFE95, 0xFE98, U"\u062A"}, {0xFE99, 0xFE9C, U"\u062B"},
    {0xFE9D, 0xFEA0, U"\u062C"}, {0xFEA1, 0xFEA4, U"\u062D"}, {0xFEA5, 0xFEA8, U"\u062E"},
    {0xFEA9, 0xFEAA, U"\u062F"}, {0xFEAB, 0xFEAC, U"\u0630"}, {0xFEAD, 0xFEAE, U"\u0631"},
    {0xFEAF, 0xFEB0, U"\u0632"}, {0xFEB1, 0xFEB4, U"\u0633"}, {0xFEB5, 0xFEB8, U"\u0634"},
    {0xFEB9, 0xFEBC, U"\u0635"}, {0xFEBD, 0xFEC0, U"\u0636"}, {0xFEC1, 0xFEC4, U"\u0637"},
    {0xFEC5, 0xFEC8, U"\u0638"}, {0xFEC9, 0xFECC, U"\u0639"}, {0xFECD, 0xFED0, U"\u063A"},
    {0xFED1, 0xFED4, U"\u0641"}, {0xFED5, 0xFED8, U"\u0642"}, {0xFED9, 0xFEDC, U"\u0643"},
    {0xFEDD, 0xFEE0, U"\u0644"}, {0xFEE1, 0xFEE4, U"\u0645"}, {0xFEE5, 0xFEE8, U"\u0646"},
    {0xFEE9, 0xFEEC, U"\u0647"}, {0xFEED, 0xFEEE, U"\u0648"}, {0xFEEF, 0xFEF0, U"\u0649"},
    {0xFEF1, 0xFEF4, U"\u064A"}, {0xFEF5, 0xFEF6, U"\u0644\u0622"},
    {0xFEF7, 0xFEF8, U"\u0644\u0623"}, {0xFEF9, 0xFEFA, U"\u0644\u0625"},
    {0xFEFB, 0xFEFC, U"\u0644\u0627"},
};
// clang-format on

std::u32string decoded(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) all += next_code_point(text, at);
  return all;
}

std::string encoded(std::u32string_view text) {
  std::string all;
  for (const char32_t c : text) append_utf8(all, c);
  return all;
}

std::u32string as_letters(std::u32string_view text) {
  std::u32string all;
  for (const char32_t c : text) {
    const auto* found = std::ranges::find_if(
        shared, [c](const Shared& one) { return between(c, one.first, one.last); });
    if (found == std::end(shared)) {
      all += c;
    } else {
      all += found->copied;
    }
  }
  return all;
}

// Below a mark i and j lose their dots.
std::u32string with_dots(std::u32string row) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    if (!is_mark(row[i + 1])) continue;
    if (row[i] == 0x0131) row[i] = U'i';
    if (row[i] == 0x0237) row[i] = U'j';
  }
  return row;
}

// A mark outside the text face may be drawn in a shape that has no number of its own.
bool may_be_lost(char32_t mark, char32_t base) {
  return between(mark, 0x0300, 0x036F) &&
         !(has_glyph(Face::serif, mark) && has_glyph(Face::serif, base));
}

// Some characters before and after, with the number of the one at `at`.
std::string around(const std::u32string& text, std::size_t at) {
  const std::size_t begin = at - std::min<std::size_t>(at, 12);
  std::string numbers;
  for (std::size_t i = at - std::min<std::size_t>(at, 2); i < std::min(at + 3, text.size()); ++i) {
    numbers += fmt::format(" {:04X}", static_cast<std::uint32_t>(text[i]));
  }
  return fmt::format("{}|{} ({} )", encoded(text.substr(begin, at - begin)),
                     encoded(text.substr(std::min(at, text.size()), 12)), numbers);
}

// Arabic letters that are a letter and a mark: in another order they do not meet.
constexpr std::pair<char32_t, std::u32string_view> composed[] = {
    {0x0622, U"\u0627\u0653"}, {0x0623, U"\u0627\u0654"}, {0x0624, U"\u0648\u0654"},
    {0x0625, U"\u0627\u0655"}, {0x0626, U"\u064A\u0654"}, {0x06C0, U"\u06D5\u0654"},
    {0x06C2, U"\u06C1\u0654"}, {0x06D3, U"\u06D2\u0654"}, {0x0300, U"`"},
};

}  // namespace

std::string as_copied(std::string_view text) {
  std::u32string row;
  char32_t space = 0;
  for (const char32_t c : as_letters(decoded(text))) {
    if (is_unseen(c)) continue;
    if (is_space(c)) {
      space = is_thin_space(c) && space != U' ' ? thin_space : U' ';
      continue;
    }
    const char32_t before = std::exchange(space, 0);
    const bool after_mark = !row.empty() && is_mark(row.back());
    if (before != 0 && !row.empty() && !is_mark(c)) row += after_mark ? thin_space : before;
    row += c;
  }
  return to_nfc(encoded(with_dots(std::move(row))));
}

std::string loss(std::string_view text, std::string_view copied) {
  const std::u32string wanted = decoded(as_copied(text));
  const std::u32string shown = decoded(as_copied(copied));
  char32_t base = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < wanted.size();) {
    const char32_t c = wanted[i];
    const char32_t seen = at < shown.size() ? shown[at] : 0;
    const bool spaces = (c == U' ' || c == thin_space) && (seen == U' ' || seen == thin_space);
    if (c == seen || spaces) {
      ++i, ++at;
    } else if (seen == thin_space || (seen == U' ' && i > 0 && is_mark(wanted[i - 1]))) {
      ++at;
    } else if (c == thin_space || may_be_lost(c, base)) {
      ++i;
    } else {
      return fmt::format("{}\nis shown as\n{}", around(wanted, i), around(shown, at));
    }
    if (!is_mark(c)) base = c;
  }
  return at == shown.size() ? "" : fmt::format("there is more: {}", around(shown, at));
}

std::string characters_of(std::string_view text) {
  std::u32string all;
  for (const char32_t c : decoded(as_copied(text))) {
    const auto* found =
        std::ranges::find(composed, c, &std::pair<char32_t, std::u32string_view>::first);
    if (found == std::end(composed)) {
      all += c;
    } else {
      all += found->second;
    }
  }
  std::erase_if(all, [](char32_t c) { return is_space(c) || c == dotted_circle; });
  constexpr std::u32string_view closing = U")]}>";
  constexpr std::u32string_view opening = U"([{<";
  for (char32_t& c : all) {
    if (const auto at = closing.find(c); at != closing.npos) c = opening[at];
  }
  std::ranges::sort(all);
  return encoded(all);
}

}  // namespace listok::tests
