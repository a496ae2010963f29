#include "emitter/config/page_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "emitter/config/keys.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

const std::vector<std::string> papers = {"a4", "a5", "letter"};
// In the order of the enumerations Fit and Orientation:
const std::vector<std::string> fits = {"each", "uniform"};
const std::vector<std::string> orientations = {"landscape", "portrait"};

}  // namespace

void read_page(const YamlNode& node, Page& page, DiagnosticList& findings) {
  if (!is_map(node, "`page`", "{paper: a4, size: 11}", findings)) return;
  refuse_unknown_keys(node, keys_of("page"), "`page`", findings);
  if (const YamlNode* paper = node.find("paper")) {
    page.paper =
        papers[read_choice(*paper, "`paper`", papers, "unknown-paper", findings).value_or(0)];
  }
  if (const YamlNode* fit = node.find("fit")) {
    page.fit =
        static_cast<Fit>(read_choice(*fit, "`fit`", fits, "unknown-fit", findings).value_or(0));
  }
  if (const YamlNode* way = node.find("bilingual")) {
    page.bilingual = static_cast<Orientation>(
        read_choice(*way, "`bilingual`", orientations, "unknown-bilingual", findings).value_or(0));
  }
  const YamlNode* size = node.find("size");
  const YamlNode* min_size = node.find("min-size");
  const YamlNode* max_size = node.find("max-size");
  if (size != nullptr) page.size = read_size(*size, "`size`", findings).value_or(page.size);
  page.min_size = std::min(page.min_size, page.size);
  if (min_size != nullptr) {
    page.min_size = read_size(*min_size, "`min-size`", findings).value_or(page.min_size);
  }
  if (max_size != nullptr) page.max_size = read_size(*max_size, "`max-size`", findings).value_or(0);
  if (page.min_size > page.size) {
    findings.error(min_size->span, "size-order",
                   fmt::format("`min-size` {} is more than `size` {}", page.min_size, page.size),
                   "min-size <= size <= max-size must hold");
  }
  if (page.max_size > 0 && page.max_size < page.size) {
    findings.error(max_size->span, "size-order",
                   fmt::format("`max-size` {} is less than `size` {}", page.max_size, page.size),
                   "min-size <= size <= max-size must hold");
  }
}

}  // namespace listok::emitter
