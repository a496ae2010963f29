#include "emitter/config/config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/config/book_config.hpp"
#include "emitter/config/editions_config.hpp"
#include "emitter/config/keys.hpp"
#include "emitter/config/languages_config.hpp"
#include "emitter/config/look_config.hpp"
#include "emitter/config/macros_config.hpp"
#include "emitter/config/page_config.hpp"
#include "emitter/config/preamble.hpp"
#include "emitter/config/printable_languages.hpp"
#include "emitter/config/printed_words.hpp"
#include "emitter/config/running_config.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/model/running.hpp"
#include "emitter/text/text.hpp"
#include "emitter/yaml/yaml.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view default_footer = "{title} · {n}/{total}";

class BankReader {
 public:
  BankReader(ReadBank& read, const Source& source, const BankDefaults& defaults,
             DiagnosticList& findings)
      : bank_(read.bank),
        faces_(read.faces),
        source_(source),
        defaults_(defaults),
        findings_(findings) {}

  bool read(const YamlNode& root);

  // As the file names them, or as they lie there: also those that have no sheets.
  const std::vector<std::string>& named() const { return named_; }

 private:
  Bank& bank_;
  std::vector<std::string>& faces_;
  const Source& source_;
  const BankDefaults& defaults_;
  DiagnosticList& findings_;

  PrintedWords words_{bank_, findings_};
  std::vector<std::string> named_;

  void sections(const YamlNode& node);
  void running(const YamlNode& root);
  void tell_unused_fields(const YamlNode& root);
};

bool BankReader::read(const YamlNode& root) {
  refuse_unknown_keys(root, keys_of("listok.yaml"), "listok.yaml", findings_);
  if (const YamlNode* node = root.find("look")) {  // before all that is printed
    if (is_map(*node, "`look`", "{accent: \"#0B456B\"}", findings_)) {
      refuse_unknown_keys(*node, keys_of("look"), "`look`", findings_);
      bank_.faces = read_faces(*node, defaults_.machine, faces_, findings_);
    }
  }
  bank_.languages = read_languages(root.find("languages"), defaults_.languages, named_, findings_);
  drop_unprintable(bank_, root.find("languages"), defaults_.machine, findings_);
  if (bank_.languages.empty()) return false;
  for (const std::string& language : bank_.languages) {
    bank_.title[language] = defaults_.title;
    bank_.foot.center.words[language] = default_footer;
  }
  if (const YamlNode* node = root.find("title")) {
    bank_.title = words_.read(*node, "`title`");
  } else {
    words_.look_at(defaults_.title, {}, "the title, which is the name of the folder,");
  }
  if (const YamlNode* node = root.find("author")) {
    bank_.author = read_words(*node, "`author`", findings_).value_or("");
  }
  if (const YamlNode* node = root.find("sections")) sections(*node);
  running(root);
  if (const YamlNode* node = root.find("page")) read_page(*node, bank_.page, findings_);
  if (const YamlNode* node = root.find("pages")) {
    bank_.page.pages = read_pages(*node, findings_).value_or(1);
  }
  if (const YamlNode* node = root.find("look");
      node != nullptr && node->kind == YamlNode::Kind::map) {
    read_look(*node, "`look`", words_, bank_.look, bank_.page, findings_);
  }
  if (const YamlNode* node = root.find("editions")) read_editions(*node, bank_, words_, findings_);
  tell_unused_fields(root);
  if (const YamlNode* node = root.find("book")) bank_.book = read_book(*node, findings_);
  const bool printed = bank_.book.cover || shows(bank_, "author");
  if (const YamlNode* node = root.find("author"); node != nullptr && printed) {
    words_.look_at(bank_.author, node->span, "`author`");
  }
  check_room(bank_, bank_.page, "", findings_);
  for (const Edition& edition : bank_.editions) {
    const std::string whose = fmt::format(" in the edition `{}`", edition.name);
    if (edition.page) check_room(bank_, *edition.page, whose, findings_);
  }
  if (const YamlNode* node = root.find("macros")) {
    bank_.macros = read_macros(*node, source_, findings_);
  }
  const YamlNode* own = root.find("preamble");
  if (own != nullptr) bank_.preamble = read_preamble(*own, findings_);
  // Without all that the bank says, the sheets would be others.
  return (own == nullptr || bank_.preamble) && words_.printable();
}

void BankReader::running(const YamlNode& root) {
  if (const YamlNode* node = root.find("head")) {
    bank_.head = read_running(*node, "head", words_, findings_);
  }
  const YamlNode* foot = root.find("foot");
  const YamlNode* footer = root.find("footer");
  if (foot != nullptr) bank_.foot = read_running(*foot, "foot", words_, findings_);
  if (footer != nullptr) {
    Running read = read_footer(*footer, words_);
    if (foot == nullptr) bank_.foot = std::move(read);
  }
  if (foot != nullptr && footer != nullptr) {
    findings_.error(footer->span, "foot-twice", "`footer` and `foot` both say what the foot is",
                    "write `foot: {center: …}` for what `footer` says, and leave that one out");
  }
  if (const YamlNode* node = root.find("date")) bank_.date = words_.read(*node, "`date`");
  if (const YamlNode* node = root.find("fields")) {
    bank_.fields = words_.read_lists(*node, "`fields`");
  }
}

void BankReader::tell_unused_fields(const YamlNode& root) {
  const YamlNode* node = root.find("fields");
  const auto shows = [](const Edition& edition) { return edition.look && edition.look->fields; };
  if (node == nullptr || std::ranges::any_of(bank_.editions, shows)) return;
  findings_.warning(node->span, "unused-fields", "no edition shows the `fields`",
                    "an edition shows them that says so: "
                    "`editions: {candidate: {sections: [question], fields: true}}`");
}

void BankReader::sections(const YamlNode& node) {
  if (!is_map(node, "`sections`", "question: {ru: Вопрос, en: Question}", findings_)) return;
  std::map<std::string, std::size_t> owners;  // folded key or title -> the section
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const YamlNode& key = node.keys[i];
    if (!is_key(key.text)) {
      findings_.error(key.span, "bad-key",
                      fmt::format("`{}` cannot be the key of a section", key.text),
                      "use small Latin letters, digits and `-`; the titles may be anything");
      continue;
    }
    bank_.sections.push_back(
        {key.text, words_.read(node.items[i], fmt::format("the section `{}`", key.text),
                               standard_key(key.text))});
    // A heading that is meant for one section must not be read as another.
    std::set<std::string> own = {fold_case(key.text)};
    for (const auto& [language, title] : bank_.sections.back().titles) own.insert(fold_case(title));
    std::set<std::size_t> alike;
    for (const std::string& name : own) {
      const auto [owner, is_new] = owners.emplace(name, bank_.sections.size() - 1);
      if (!is_new) alike.insert(owner->second);
    }
    for (const std::size_t other : alike) {
      findings_.error(
          key.span, "sections-alike",
          fmt::format("the sections `{}` and `{}` cannot be told apart by their headings",
                      bank_.sections[other].key, key.text),
          "give each a title of its own in every language");
    }
  }
}

}  // namespace

ReadBank read_bank_config(std::shared_ptr<const Source> source, const BankDefaults& defaults) {
  ReadBank read;
  DiagnosticList findings(*source);
  const YamlNode root = read_yaml(*source, {0, source->text().size()}, findings);
  const bool readable = !findings.has_errors() || root.kind == YamlNode::Kind::map;
  read.usable = readable && (root.kind == YamlNode::Kind::null ||
                             is_map(root, "listok.yaml", "title: My questions", findings));
  if (read.usable) {
    BankReader reader(read, *source, defaults, findings);
    read.usable = reader.read(root);
    read.named_languages = reader.named();
  }
  read.bank.source = std::move(source);
  read.diagnostics = findings.take();
  return read;
}

}  // namespace listok::emitter
