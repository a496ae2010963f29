#include "pictures/svg/svg_style.hpp"

#include <algorithm>

namespace listok::pictures {
namespace {

constexpr auto npos = std::string_view::npos;

// What stands in the brackets of `url(…)`.
std::string_view address_in(std::string_view css) {
  constexpr std::size_t enough = 100;  // bytes, to tell what it is
  constexpr std::string_view space = " \t\r\n";
  css = css.substr(0, enough);
  css = css.substr(0, css.find(')'));
  css.remove_prefix(std::min(css.find_first_not_of(space), css.size()));
  css = css.substr(0, css.find_last_not_of(space) + 1);
  for (const std::string_view quote : {"\"", "'", "&quot;", "&apos;"}) {
    if (css.starts_with(quote)) css.remove_prefix(quote.size());
    if (css.ends_with(quote)) css.remove_suffix(quote.size());
  }
  return css;
}

}  // namespace

SvgStyle read_style(std::string_view css) {
  SvgStyle style;
  constexpr std::string_view mark = "url(";
  for (auto at = css.find(mark); at != npos; at = css.find(mark, at + 1)) {
    const std::string_view address = address_in(css.substr(at + mark.size()));
    if (address.starts_with('#') || address.starts_with("data:")) continue;
    style.outside = address.empty() ? "url()" : address;
    break;
  }
  style.variables = css.find("var(--") != npos;
  return style;
}

SvgStyle read_style_sheet(std::string_view css) {
  std::string rest;
  bool faces = false, sheets = false;
  std::size_t at = 0, face = css.find("@font-face"), sheet = css.find("@import");
  while (std::min(face, sheet) != npos) {
    const bool is_face = face < sheet;
    const auto rule = std::min(face, sheet);
    rest += css.substr(at, rule - at);
    (is_face ? faces : sheets) = true;
    at = std::min(css.find(is_face ? '}' : ';', rule), css.size());
    if (face < at) face = css.find("@font-face", at);
    if (sheet < at) sheet = css.find("@import", at);
  }
  SvgStyle style = read_style(rest += css.substr(at));
  style.faces = faces;
  style.sheets = sheets;
  return style;
}

}  // namespace listok::pictures
