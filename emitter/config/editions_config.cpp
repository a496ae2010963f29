#include "emitter/config/editions_config.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/config/keys.hpp"
#include "emitter/config/look_config.hpp"
#include "emitter/config/page_config.hpp"
#include "emitter/model/running.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

// In the order of the enumeration Space:
const std::vector<std::string> spaces = {"blank", "lines", "grid"};

class EditionReader {
 public:
  EditionReader(Bank& bank, PrintedWords& words, DiagnosticList& findings)
      : bank_(bank), words_(words), findings_(findings) {}

  void read(const YamlNode& key, const YamlNode& value);

 private:
  Bank& bank_;
  PrintedWords& words_;
  DiagnosticList& findings_;

  bool may_be_called(const YamlNode& key);
  void sections(const YamlNode& node, Edition& edition);
  void page_and_look(const YamlNode& value, Edition& edition);
};

bool EditionReader::may_be_called(const YamlNode& key) {
  if (!is_key(key.text) || key.text.starts_with('-')) {
    findings_.error(key.span, "bad-key",
                    fmt::format("`{}` cannot be the name of an edition", key.text),
                    "it names a folder: use small Latin letters, digits and `-`");
    return false;
  }
  if (key.text == "bilingual") {
    findings_.error(key.span, "bad-key", "every bank has the edition `bilingual` already",
                    "both languages on one page; choose another name for this one");
    return false;
  }
  return true;
}

void EditionReader::sections(const YamlNode& node, Edition& edition) {
  const std::string what = fmt::format("`sections` of the edition `{}`", edition.name);
  if (node.kind == YamlNode::Kind::scalar && node.text == "all") return;
  if (node.kind == YamlNode::Kind::list && node.items.empty()) {
    findings_.error(node.span, "empty-edition", fmt::format("{} is empty", what),
                    "name the sections to be shown, or write `all`");
    return;
  }
  edition.sections = read_list(node, what, findings_).value_or(std::vector<std::string>{});
  if (bank_.sections.empty()) return;
  std::vector<std::string> known;
  for (const SectionKind& kind : bank_.sections) known.push_back(kind.key);
  for (const YamlNode& item : node.items) {
    if (std::ranges::count(known, item.text) > 0) continue;
    findings_.error(item.span, "unknown-section",
                    fmt::format("`{}` is not a section of this bank", item.text),
                    meant_or_listed(item.text, known));
  }
}

// Only what differs from the bank is kept: the sheets of an edition that differs in nothing are set
// together with all others.
void EditionReader::page_and_look(const YamlNode& value, Edition& edition) {
  Look look = bank_.look;
  Page page = bank_.page;
  if (const YamlNode* node = value.find("page")) {
    read_page(*node, page, findings_);
    for (const char* key : {"fit", "bilingual"}) {
      if (const YamlNode* own = node->find(key)) {
        findings_.error(own->span, "unknown-key",
                        fmt::format("`{}` is the same for all editions", key),
                        "write it into the `page` of the bank");
      }
    }
  }
  const std::string what = fmt::format("`look` of the edition `{}`", edition.name);
  if (const YamlNode* node = value.find("look");
      node != nullptr && is_map(*node, what, "{accent: \"#0B456B\"}", findings_)) {
    std::vector<std::string> known = keys_of("look");
    std::erase(known, "faces");
    refuse_unknown_keys(*node, known, what, findings_);
    read_look(*node, what, words_, look, page, findings_);
  }
  if (const YamlNode* facts = value.find("facts")) look.facts = read_facts(*facts, findings_);
  if (const YamlNode* fields = value.find("fields")) {
    look.fields = read_truth(*fields, "`fields`", "unknown-fields", findings_).value_or(false);
    if (look.fields && bank_.fields.empty()) {
      findings_.error(fields->span, "no-fields", "the bank has no `fields` to show",
                      "name them: `fields: {en: [Name, Group, Date]}`");
    }
  }
  if (look != bank_.look) edition.look = look;
  if (page != bank_.page) edition.page = page;
  edition.styled = edition.look || edition.page || shows(bank_, "edition");
}

void EditionReader::read(const YamlNode& key, const YamlNode& value) {
  if (!may_be_called(key)) return;
  const std::string what = fmt::format("the edition `{}`", key.text);
  Edition edition;
  edition.name = key.text;
  if (!is_map(value, what, "candidate: {sections: [question], space: lines}", findings_)) return;
  refuse_unknown_keys(value, keys_of("an edition"), what, findings_);
  if (const YamlNode* title = value.find("title")) {
    edition.title = words_.read(*title, fmt::format("`title` of {}", what));
  }
  if (const YamlNode* shown = value.find("sections")) sections(*shown, edition);
  if (const YamlNode* space = value.find("space")) {
    edition.space = static_cast<Space>(
        read_choice(*space, "`space`", spaces, "unknown-space", findings_).value_or(0));
  }
  page_and_look(value, edition);
  bank_.editions.push_back(std::move(edition));
}

}  // namespace

bool is_key(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == word.npos;
}

void read_editions(const YamlNode& node, Bank& bank, PrintedWords& words,
                   DiagnosticList& findings) {
  if (!is_map(node, "`editions`", "candidate: {sections: [question]}", findings)) return;
  EditionReader reader(bank, words, findings);
  for (std::size_t i = 0; i < node.keys.size(); ++i) reader.read(node.keys[i], node.items[i]);
}

}  // namespace listok::emitter
