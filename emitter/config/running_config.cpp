#include "emitter/config/running_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "emitter/config/keys.hpp"
#include "emitter/config/length.hpp"
#include "emitter/model/paper.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

const std::vector<std::string> placeholders = {"title", "item",   "n",    "total",  "page",
                                               "pages", "author", "date", "edition"};
constexpr double usual_height = 10, least_height = 2, most_height = 40;  // mm

RunningPart read_part(const YamlNode& node, const std::string& what, PrintedWords& words,
                      DiagnosticList& findings) {
  RunningPart part;
  part.at = node.span;
  const YamlNode* image = node.kind == YamlNode::Kind::map ? node.find("image") : nullptr;
  if (image == nullptr) {
    part.words = words.read_with_placeholders(node, what, placeholders);
    return part;
  }
  refuse_unknown_keys(node, keys_of("an image"), what, findings);
  part.at = image->span;
  part.image = read_words(*image, "`image`", findings).value_or("");
  part.height = usual_height;
  if (const YamlNode* height = node.find("height")) {
    part.height = read_length(*height, "`height`", {least_height, most_height}, findings)
                      .value_or(usual_height);
  }
  return part;
}

}  // namespace

Running read_running(const YamlNode& node, const std::string& name, PrintedWords& words,
                     DiagnosticList& findings) {
  Running running;
  const std::string what = fmt::format("`{}`", name);
  if (!is_map(node, what, fmt::format("{}: {{left: University, right: \"{{date}}\"}}", name),
              findings)) {
    return running;
  }
  refuse_unknown_keys(node, keys_of("head or foot"), what, findings);
  const auto read = [&](std::string_view key, RunningPart& part) {
    const YamlNode* found = node.find(key);
    if (found == nullptr) return;
    part = read_part(*found, fmt::format("`{}` of {}", key, what), words, findings);
  };
  read("left", running.left);
  read("center", running.center);
  read("right", running.right);
  return running;
}

// As latex/class/cls/page.tex and shipping.tex lay them out: a picture in the head stands on its line
// and goes up, one in the foot up and down.
void check_room(const Bank& bank, const Page& page, const std::string& whose,
                DiagnosticList& findings) {
  constexpr double edge = 3, line = 3, usual_foot = 11.1, least_gap = 1,
                   point = 25.4 / 72.27;  // mm
  const EdgeMargins margins = edge_margins(page);
  const double gap = std::max(0.4 * margins.top - 10 * point, least_gap);
  const double head = margins.top - gap - edge;
  const double down = std::min(usual_foot, margins.bottom - 5);
  const double foot = 2 * std::min(down - 2, margins.bottom - down - edge + 1);
  const auto look = [&](const RunningPart& part, double room, std::string_view what,
                        std::string_view margin) {
    if (part.empty() || std::max(line, part.height) <= room) return;
    if (room < line) {
      findings.error(part.at, "head-height",
                     fmt::format("the {} margin has no room for a {}{}", margin, what, whose),
                     "make it larger: `look: {margins: …}`");
      return;
    }
    findings.error(
        part.at, "head-height",
        fmt::format("a picture of {:g} mm is too high for the {}{}", part.height, what, whose),
        fmt::format("there is room for {:.0f} mm: `height: {:.0f}mm`, or make the {} "
                    "margin larger",
                    std::floor(room), std::floor(room), margin));
  };
  for (const RunningPart* part : {&bank.head.left, &bank.head.center, &bank.head.right}) {
    look(*part, head, "head", "top");
  }
  for (const RunningPart* part : {&bank.foot.left, &bank.foot.center, &bank.foot.right}) {
    look(*part, foot, "foot", "bottom");
  }
}

Running read_footer(const YamlNode& node, PrintedWords& words) {
  Running running;
  running.center.words = words.read_with_placeholders(node, "`footer`", placeholders);
  running.center.at = node.span;
  return running;
}

}  // namespace listok::emitter
