#include "emitter/config/look_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "emitter/config/keys.hpp"
#include "emitter/config/length.hpp"
#include "emitter/model/paper.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

const std::vector<std::string> kinds_of_facts(names_of_facts.begin(), names_of_facts.end());
const std::vector<std::string> texts(names_of_line_ends.begin(), names_of_line_ends.end());
constexpr LengthRange margin_range{3, 100};
constexpr double least_width = 60, least_height = 80;  // mm, of what is left for a sheet

constexpr char upper(char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; }

// Of a colour and white, as WCAG 2 defines it; from 1 to 21.
double contrast_with_white(std::string_view digits) {
  double luminance = 0;
  const double shares[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t part = 0; part < 3; ++part) {
    const std::string two(digits.substr(2 * part, 2));
    const double value = static_cast<double>(std::strtol(two.c_str(), nullptr, 16)) / 255;
    luminance +=
        shares[part] * (value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return 1.05 / (luminance + 0.05);
}

void read_accent(const YamlNode& node, Look& look, DiagnosticList& findings) {
  constexpr double legible = 4.5;
  if (node.kind == YamlNode::Kind::null) {
    findings.error(node.span, "bad-color",
                   "`accent` is empty: behind ` #` stands a comment of YAML",
                   "put the colour between quotes: `accent: \"#0B456B\"`");
    return;
  }
  const auto text = read_words(node, "`accent`", findings);
  if (!text) return;
  const std::string digits = text->starts_with('#') ? text->substr(1) : *text;
  if (digits.size() != 6 || digits.find_first_not_of("0123456789abcdefABCDEF") != digits.npos) {
    findings.error(node.span, "bad-color", fmt::format("`accent` cannot be `{}`", *text),
                   "write six hexadecimal digits between quotes: `\"#0B456B\"`");
    return;
  }
  look.accent = digits;
  std::ranges::transform(look.accent, look.accent.begin(), upper);
  const double contrast = contrast_with_white(digits);
  if (contrast >= legible) return;
  findings.warning(node.span, "low-contrast",
                   fmt::format("the accent `{}` is pale: its contrast with white is {:.1f}, and "
                               "{:.1f} is what many need to read it",
                               *text, contrast, legible),
                   "take a darker colour");
}

void read_margins(const YamlNode& node, Page& page, DiagnosticList& findings) {
  if (!is_map(node, "`margins`", "{left: 25mm, right: 25mm}", findings)) return;
  refuse_unknown_keys(node, keys_of("margins"), "`margins`", findings);
  const auto read = [&](const char* key, LengthRange range) -> std::optional<double> {
    const YamlNode* found = node.find(key);
    return found == nullptr ? std::nullopt
                            : read_length(*found, fmt::format("`{}`", key), range, findings);
  };
  const auto set = [&](const char* key, std::optional<double>& margin) {
    if (const auto length = read(key, margin_range)) margin = length;
  };
  set("left", page.margins.left);
  set("right", page.margins.right);
  set("top", page.margins.top);
  set("bottom", page.margins.bottom);
  page.margins.binding = read("binding", {0, margin_range.most}).value_or(page.margins.binding);
  const TextArea area = text_area(page);
  if (area.width >= least_width && area.height >= least_height) return;
  findings.error(node.span, "bad-margins",
                 fmt::format("the margins leave {:.0f} by {:.0f} mm of {} for the text", area.width,
                             area.height, page.paper),
                 fmt::format("it wants at least {} by {} mm", least_width, least_height));
  page.margins = {};
}

}  // namespace

Facts read_facts(const YamlNode& node, DiagnosticList& findings) {
  return static_cast<Facts>(
      read_choice(node, "`facts`", kinds_of_facts, "unknown-facts", findings).value_or(0));
}

void read_look(const YamlNode& node, const std::string& what, PrintedWords& words, Look& look,
               Page& page, DiagnosticList& findings) {
  if (const YamlNode* accent = node.find("accent")) read_accent(*accent, look, findings);
  if (const YamlNode* margins = node.find("margins")) read_margins(*margins, page, findings);
  if (const YamlNode* text = node.find("text")) {
    look.text = static_cast<LineEnds>(
        read_choice(*text, "`text`", texts, "unknown-text", findings).value_or(0));
  }
  if (const YamlNode* number = node.find("number")) {
    look.number = words.read_with_placeholders(*number, fmt::format("`number` of {}", what), {"n"});
  }
  if (const YamlNode* facts = node.find("facts")) look.facts = read_facts(*facts, findings);
}

}  // namespace listok::emitter
