#include "emitter/markdown/entity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "emitter/base/diagnostic.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

struct Entity {
  std::string text;  // what it stands for; empty when it is refused, and then:
  std::string code, message, hint;
};

using Named = std::pair<std::string_view, char32_t>;

// clang-format off
constexpr auto names = std::to_array<Named>({
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"dollar", '$'},
    {"lowbar", '_'}, {"ast", '*'}, {"grave", '`'}, {"num", '#'}, {"percnt", '%'}, {"vert", '|'},
    {"lbrack", '['}, {"rbrack", ']'}, {"lbrace", '{'}, {"rbrace", '}'}, {"bsol", '\\'},
    {"Tab", '\t'}, {"NewLine", '\n'},
    {"nbsp", 0xA0}, {"iexcl", 0xA1}, {"cent", 0xA2}, {"pound", 0xA3}, {"yen", 0xA5},
    {"sect", 0xA7}, {"copy", 0xA9}, {"laquo", 0xAB}, {"not", 0xAC}, {"shy", 0xAD}, {"reg", 0xAE},
    {"deg", 0xB0}, {"plusmn", 0xB1}, {"sup2", 0xB2}, {"sup3", 0xB3}, {"micro", 0xB5},
    {"para", 0xB6}, {"middot", 0xB7}, {"sup1", 0xB9}, {"raquo", 0xBB}, {"frac14", 0xBC},
    {"frac12", 0xBD}, {"frac34", 0xBE}, {"iquest", 0xBF}, {"Auml", 0xC4}, {"Ouml", 0xD6},
    {"times", 0xD7}, {"Uuml", 0xDC}, {"szlig", 0xDF}, {"agrave", 0xE0}, {"auml", 0xE4},
    {"ccedil", 0xE7}, {"egrave", 0xE8}, {"eacute", 0xE9}, {"ntilde", 0xF1}, {"ouml", 0xF6},
    {"divide", 0xF7}, {"uuml", 0xFC},
    {"Alpha", 0x391}, {"Beta", 0x392}, {"Gamma", 0x393}, {"Delta", 0x394}, {"Theta", 0x398},
    {"Lambda", 0x39B}, {"Pi", 0x3A0}, {"Sigma", 0x3A3}, {"Phi", 0x3A6}, {"Psi", 0x3A8},
    {"Omega", 0x3A9}, {"alpha", 0x3B1}, {"beta", 0x3B2}, {"gamma", 0x3B3}, {"delta", 0x3B4},
    {"epsilon", 0x3B5}, {"zeta", 0x3B6}, {"eta", 0x3B7}, {"theta", 0x3B8}, {"iota", 0x3B9},
    {"kappa", 0x3BA}, {"lambda", 0x3BB}, {"mu", 0x3BC}, {"nu", 0x3BD}, {"xi", 0x3BE},
    {"pi", 0x3C0}, {"rho", 0x3C1}, {"sigma", 0x3C3}, {"tau", 0x3C4}, {"phi", 0x3C6},
    {"chi", 0x3C7}, {"psi", 0x3C8}, {"omega", 0x3C9},
    {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009}, {"zwnj", 0x200C}, {"zwj", 0x200D},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E},
    {"dagger", 0x2020}, {"bull", 0x2022}, {"hellip", 0x2026}, {"permil", 0x2030},
    {"prime", 0x2032}, {"Prime", 0x2033}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"euro", 0x20AC}, {"numero", 0x2116}, {"trade", 0x2122}, {"larr", 0x2190}, {"uarr", 0x2191},
    {"rarr", 0x2192}, {"darr", 0x2193}, {"harr", 0x2194}, {"lArr", 0x21D0}, {"rArr", 0x21D2},
    {"hArr", 0x21D4}, {"forall", 0x2200}, {"part", 0x2202}, {"exist", 0x2203}, {"empty", 0x2205},
    {"nabla", 0x2207}, {"isin", 0x2208}, {"notin", 0x2209}, {"prod", 0x220F}, {"sum", 0x2211},
    {"minus", 0x2212}, {"radic", 0x221A}, {"prop", 0x221D}, {"infin", 0x221E}, {"and", 0x2227},
    {"or", 0x2228}, {"cap", 0x2229}, {"cup", 0x222A}, {"int", 0x222B}, {"sim", 0x223C},
    {"asymp", 0x2248}, {"ne", 0x2260}, {"equiv", 0x2261}, {"le", 0x2264}, {"ge", 0x2265},
    {"sub", 0x2282}, {"sup", 0x2283}, {"sube", 0x2286}, {"supe", 0x2287}, {"oplus", 0x2295},
    {"otimes", 0x2297}, {"lceil", 0x2308}, {"rceil", 0x2309}, {"lfloor", 0x230A},
    {"rfloor", 0x230B}, {"check", 0x2713}, {"lang", 0x27E8}, {"rang", 0x27E9},
});
// clang-format on

Entity standing_for(char32_t code_point) {
  Entity entity;
  append_utf8(entity.text, code_point);
  return entity;
}

Entity decode_number(std::string_view reference, std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    return {"", "bad-entity", fmt::format("`{}` is not the number of a character", reference),
            "write the character itself"};
  }
  if (value == '\r') return standing_for(' ');
  if (const auto refused = refusal(value)) {
    return {"", std::string(refused->code),
            fmt::format("`{}` is {}, which is not allowed", reference, refused->what), "delete it"};
  }
  return standing_for(value);
}

// To find out which name was meant takes longer than all else here.
Entity decode(std::string_view reference, bool with_hint) {
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.starts_with("#x") || name.starts_with("#X")) {
    return decode_number(reference, name.substr(2), 16);
  }
  if (name.starts_with('#')) return decode_number(reference, name.substr(1), 10);
  const auto known =
      std::find_if(names.begin(), names.end(), [&](const Named& one) { return one.first == name; });
  if (known != names.end()) return standing_for(known->second);
  static const std::vector<std::string> candidates = [] {
    std::vector<std::string> all;
    for (const Named& one : names) all.emplace_back(one.first);
    return all;
  }();
  const std::string_view meant = with_hint ? nearest(name, candidates) : std::string_view{};
  return {"", "unknown-entity", fmt::format("`{}` is not a character that is known", reference),
          meant.empty() ? fmt::format("write the character itself, or `&amp;{};` to print `{}`",
                                      name, reference)
                        : fmt::format("did you mean `&{};`?", meant)};
}

}  // namespace

std::string text_of_entity(std::string_view reference, Span place, DiagnosticList& findings) {
  Entity entity = decode(reference, !findings.full());
  if (!entity.code.empty()) findings.error(place, entity.code, entity.message, entity.hint);
  return std::move(entity.text);
}

std::string with_entities(std::string_view words) {
  constexpr std::size_t longest = 10;  // reference, in bytes
  std::string plain;
  while (!words.empty()) {
    const std::size_t begin = std::min(words.find('&'), words.size());
    plain += words.substr(0, begin);
    words.remove_prefix(begin);
    const std::string_view reference =
        words.substr(0, words.substr(0, longest).find_first_of("; \n") + 1);
    const bool whole = reference.size() > 2 && reference.ends_with(';');
    const std::string known = whole ? decode(reference, false).text : std::string();
    plain += known.empty() ? words.substr(0, 1) : std::string_view(known);
    words.remove_prefix(known.empty() ? std::min<std::size_t>(1, words.size()) : reference.size());
  }
  return plain;
}

}  // namespace listok::emitter
