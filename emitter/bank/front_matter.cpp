#include "emitter/bank/front_matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/config/keys.hpp"
#include "emitter/yaml/yaml.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

struct Lines {
  Span yaml;              // what stands between the lines of dashes
  std::size_t after = 0;  // where the Markdown begins
  bool closed = false;
};

std::string_view line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::string_view line = text.substr(begin, end - begin);
  line.remove_suffix(line.size() - (line.find_last_not_of(" \t\r") + 1));
  return line;
}

Lines front_matter_of(std::string_view text) {
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (line_at(text, at) != "---") return {{}, at, true};
  Lines lines;
  const auto next = [&](std::size_t begin) {
    return std::min(text.find('\n', begin), text.size() - 1) + 1;
  };
  at = next(at);
  lines.yaml = {at, at};
  for (; at < text.size(); at = next(at)) {
    const std::string_view line = line_at(text, at);
    if (line == "---" || line == "...") return {{lines.yaml.begin, at}, next(at), true};
  }
  lines.after = text.size();
  return lines;
}

void read_keys(const YamlNode& root, Translation& into, DiagnosticList& findings) {
  refuse_unknown_keys(root, keys_of("the front matter"), "the front matter", findings);
  if (const YamlNode* node = root.find("tags")) {
    into.tags = read_list(*node, "`tags`", findings).value_or(std::vector<std::string>{});
    if (into.tags.size() > limits::tags) {
      findings.error(
          node->span, "too-many-tags",
          fmt::format("there are {} tags; {} is the limit", into.tags.size(), limits::tags),
          "keep those by which one would look for the item");
    }
  }
  if (const YamlNode* node = root.find("difficulty")) {
    into.difficulty = read_words(*node, "`difficulty`", findings).value_or("");
  }
  if (const YamlNode* node = root.find("number")) {
    into.number = read_number(*node, "`number`", findings);
    into.number_at = node->span;
  }
  if (const YamlNode* node = root.find("pages")) {
    into.pages = read_pages(*node, findings);
    into.pages_at = node->span;
  }
  if (const YamlNode* node = root.find("lines")) {
    const auto chosen = read_choice(*node, "`lines`", {"keep", "join"}, "bad-lines", findings);
    if (chosen) into.lines = *chosen == 0 ? LineBreaks::keep : LineBreaks::join;
  }
  const auto size = [&](std::string_view key, std::optional<double>& value) {
    const YamlNode* node = root.find(key);
    if (node == nullptr) return;
    value = read_size(*node, fmt::format("`{}`", key), findings);
    into.size_at = node->span;
  };
  size("max-size", into.max_size);
  size("min-size", into.min_size);
  size("size", into.size);
}

}  // namespace

std::size_t read_front_matter(const Source& source, Translation& into, Diagnostics& diagnostics) {
  const Lines lines = front_matter_of(source.text());
  DiagnosticList findings(source);
  if (!lines.closed) {
    findings.error({0, 3}, "front-matter-open", "the front matter that `---` begins has no end",
                   "end it with a line of `---`");
  } else if (lines.yaml.end > lines.yaml.begin) {
    const YamlNode root = read_yaml(source, lines.yaml, findings);
    if (root.kind != YamlNode::Kind::null &&
        is_map(root, "the front matter", "tags: [attention]", findings)) {
      read_keys(root, into, findings);
    }
  }
  Diagnostics found = findings.take();
  std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  return lines.after;
}

}  // namespace listok::emitter
