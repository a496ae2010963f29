#include "emitter/yaml/yaml_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "emitter/base/spelling.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr double smallest = 5, largest = 30;  // pt
constexpr unsigned largest_number = 99999;

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_scalar(const YamlNode& node, std::string_view what, DiagnosticList& findings) {
  if (node.kind == YamlNode::Kind::scalar) return true;
  findings.error(node.span, "wrong-kind",
                 fmt::format("{} is {}", what,
                             node.kind == YamlNode::Kind::null   ? "empty"
                             : node.kind == YamlNode::Kind::list ? "a list"
                                                                 : "a map"),
                 node.kind == YamlNode::Kind::null ? "give it a value, or remove the key"
                                                   : "give it one value; text goes between quotes");
  return false;
}

}  // namespace

std::string meant_or_listed(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view meant = nearest(word, known);
  if (!meant.empty()) return fmt::format("did you mean `{}`?", meant);
  return fmt::format("there is `{}`", fmt::join(known, "`, `"));
}

void refuse_unknown_keys(const YamlNode& map, const std::vector<std::string>& known,
                         std::string_view where, DiagnosticList& findings) {
  for (const YamlNode& key : map.keys) {
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    findings.error(key.span, "unknown-key", fmt::format("`{}` is not a key of {}", key.text, where),
                   meant_or_listed(key.text, known));
  }
}

std::optional<std::string> read_words(const YamlNode& node, std::string_view what,
                                      DiagnosticList& findings) {
  if (!is_scalar(node, what, findings)) return std::nullopt;
  for (std::size_t offset = 0; offset < node.text.size();) {
    const char32_t c = next_code_point(node.text, offset);
    const auto refused = c == '\r' ? std::nullopt : refusal(c);
    if (!refused) continue;
    findings.error(node.span, std::string(refused->code),
                   fmt::format("`U+{:04X}` in {} is {}, which is not allowed",
                               static_cast<std::uint32_t>(c), what, refused->what),
                   "delete it");
    return std::nullopt;
  }
  std::string words = to_one_line(node.text);
  if (words.empty()) {
    findings.error(node.span, "empty-value", fmt::format("{} is empty", what),
                   "give it a value, or remove the key");
    return std::nullopt;
  }
  return words;
}

std::optional<std::vector<std::string>> read_list(const YamlNode& node, std::string_view what,
                                                  DiagnosticList& findings) {
  if (node.kind != YamlNode::Kind::list) {
    findings.error(node.span, "wrong-kind", fmt::format("{} must be a list", what),
                   "write it between brackets: `[a, b]`");
    return std::nullopt;
  }
  std::vector<std::string> words;
  for (const YamlNode& item : node.items) {
    if (auto one = read_words(item, fmt::format("an entry of {}", what), findings)) {
      words.push_back(std::move(*one));
    }
  }
  return words;
}

std::optional<std::size_t> read_choice(const YamlNode& node, std::string_view what,
                                       const std::vector<std::string>& words, std::string code,
                                       DiagnosticList& findings) {
  if (!is_scalar(node, what, findings)) return std::nullopt;
  const auto chosen = std::find(words.begin(), words.end(), node.text);
  if (chosen != words.end()) return static_cast<std::size_t>(chosen - words.begin());
  findings.error(node.span, std::move(code), fmt::format("{} cannot be `{}`", what, node.text),
                 meant_or_listed(node.text, words));
  return std::nullopt;
}

std::optional<bool> read_truth(const YamlNode& node, std::string_view what, std::string code,
                               DiagnosticList& findings) {
  const std::vector<std::string> answers = {"false", "true"};
  const auto answer = read_choice(node, what, answers, std::move(code), findings);
  return answer ? std::optional(*answer == 1) : std::nullopt;
}

std::optional<double> read_size(const YamlNode& node, std::string_view what,
                                DiagnosticList& findings) {
  if (!is_scalar(node, what, findings)) return std::nullopt;
  const std::optional<double> size = parsed<double>(node.text);
  if (size && *size >= smallest && *size <= largest) return size;
  findings.error(
      node.span, "bad-size", fmt::format("{} cannot be `{}`", what, node.text),
      fmt::format("write a number of points from {} to {}, such as `10.5`", smallest, largest));
  return std::nullopt;
}

std::optional<unsigned> read_number(const YamlNode& node, std::string_view what,
                                    DiagnosticList& findings) {
  if (!is_scalar(node, what, findings)) return std::nullopt;
  const std::optional<unsigned> number = parsed<unsigned>(node.text);
  if (number && *number <= largest_number) return number;
  findings.error(node.span, "bad-number", fmt::format("{} cannot be `{}`", what, node.text),
                 fmt::format("write a whole number from 0 to {}", largest_number));
  return std::nullopt;
}

std::optional<unsigned> read_pages(const YamlNode& node, DiagnosticList& findings) {
  if (!is_scalar(node, "`pages`", findings)) return std::nullopt;
  const std::optional<unsigned> pages = parsed<unsigned>(node.text);
  if (pages && (*pages == 1 || *pages == 2)) return pages;
  findings.error(node.span, "bad-pages", fmt::format("`pages` cannot be `{}`", node.text),
                 "write 1, or 2 where a sheet may have a back");
  return std::nullopt;
}

bool is_map(const YamlNode& node, std::string_view what, std::string_view example,
            DiagnosticList& findings) {
  if (node.kind == YamlNode::Kind::map) return true;
  findings.error(node.span, "wrong-kind", fmt::format("{} must be a map of keys and values", what),
                 fmt::format("write it like this: `{}`", example));
  return false;
}

}  // namespace listok::emitter
