#include "emitter/config/length.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>

#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

constexpr std::pair<std::string_view, double> units[] = {
    {"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72.27}};

std::optional<double> in_mm(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const auto& [unit, factor] : units) {
    if (text == unit) return number * factor;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> read_length(const YamlNode& node, std::string_view what, LengthRange range,
                                  DiagnosticList& findings) {
  const auto text = read_words(node, what, findings);
  if (!text) return std::nullopt;
  const std::optional<double> length = in_mm(*text);
  if (length && *length >= range.least && *length <= range.most) return length;
  findings.error(node.span, "bad-length", fmt::format("{} cannot be `{}`", what, *text),
                 fmt::format("write a length from {0}mm to {1}mm; the units are mm, cm, in and pt",
                             range.least, range.most));
  return std::nullopt;
}

}  // namespace listok::emitter
