#include "tests/fuzz/item_text.hpp"

#include <iterator>

#include "emitter/bank/front_matter.hpp"
#include "emitter/bank/item.hpp"
#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/text_check.hpp"
#include "emitter/config/config.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/text/text.hpp"

namespace listok::fuzz {

using namespace emitter;

std::optional<ReadItem> read_item_text(const Bank& bank, std::string_view text) {
  constexpr std::string_view cyrillic_lead = "\xD0";
  ReadItem read;
  Translation& translation = read.translation;
  translation.language = text.find(cyrillic_lead) == text.npos ? "en" : "ru";
  translation.path = translation.language + "/01-item.md";
  translation.source = std::make_shared<const Source>(translation.path, std::string(text));
  read.diagnostics = check_text(*translation.source);
  if (has_errors(read.diagnostics)) return std::nullopt;
  const std::size_t begin = read_front_matter(*translation.source, translation, read.diagnostics);
  if (begin == text.size() && has_errors(read.diagnostics)) return std::nullopt;
  Document document = read_markdown(*translation.source, begin);
  std::move(document.diagnostics.begin(), document.diagnostics.end(),
            std::back_inserter(read.diagnostics));
  DiagnosticList findings(*translation.source);
  read_item(bank, std::move(document.blocks), translation, findings);
  Diagnostics found = findings.take();
  std::move(found.begin(), found.end(), std::back_inserter(read.diagnostics));
  return read;
}

}  // namespace listok::fuzz
