#include "emitter/config/config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "emitter/config/languages_config.hpp"
#include "emitter/config/macros_config.hpp"
#include "emitter/config/page_config.hpp"
#include "emitter/config/preamble.hpp"
#include "emitter/config/printable_languages.hpp"
#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/text.hpp"
#include "emitter/yaml/yaml.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

const std::vector<std::string> bank_keys = {"title",    "author", "languages", "sections",
                                            "editions", "footer", "page",      "pages",
                                            "preamble", "macros", "look"};
// In the order of the enumeration Space:
const std::vector<std::string> spaces = {"blank", "lines", "grid"};
constexpr std::string_view default_footer = "{title} · {n}/{total}";

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_key(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == word.npos;
}

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

  bool printable_ = true;
  std::vector<std::string> named_;

  std::optional<std::string> printed(std::optional<std::string> text, Span span,
                                     const std::string& what);
  Words words(const YamlNode& node, const std::string& what, const StandardKey* key = nullptr);
  void own_words(const YamlNode& node, const std::string& what, const StandardKey& key,
                 Words& read);
  void sections(const YamlNode& node);
  void editions(const YamlNode& node);
  void edition_sections(const YamlNode& node, Edition& edition);
  void footer(const YamlNode& node);
};

bool BankReader::read(const YamlNode& root) {
  refuse_unknown_keys(root, bank_keys, "listok.yaml", findings_);
  if (const YamlNode* node = root.find("look")) {  // before all that is printed
    bank_.faces = read_look(*node, defaults_.machine, faces_, findings_);
  }
  bank_.languages = read_languages(root.find("languages"), defaults_.languages, named_, findings_);
  drop_unprintable(bank_, root.find("languages"), defaults_.machine, findings_);
  if (bank_.languages.empty()) return false;
  for (const std::string& language : bank_.languages) {
    bank_.title[language] = defaults_.title;
    bank_.footer[language] = default_footer;
  }
  if (const YamlNode* node = root.find("title")) {
    bank_.title = words(*node, "`title`");
  } else {
    printed(defaults_.title, {}, "the title, which is the name of the folder,");
  }
  if (const YamlNode* node = root.find("author")) {
    bank_.author = read_words(*node, "`author`", findings_).value_or("");
  }
  if (const YamlNode* node = root.find("sections")) sections(*node);
  if (const YamlNode* node = root.find("editions")) editions(*node);
  if (const YamlNode* node = root.find("footer")) footer(*node);
  if (const YamlNode* node = root.find("page")) bank_.page = read_page(*node, findings_);
  if (const YamlNode* node = root.find("pages")) {
    bank_.page.pages = read_pages(*node, findings_).value_or(1);
  }
  if (const YamlNode* node = root.find("macros")) {
    bank_.macros = read_macros(*node, source_, findings_);
  }
  const YamlNode* own = root.find("preamble");
  if (own != nullptr) bank_.preamble = read_preamble(*own, findings_);
  // Without all that the bank says, the sheets would be others.
  return (own == nullptr || bank_.preamble) && printable_;
}

// What stands on every sheet is reported here once, not again for each sheet.
std::optional<std::string> BankReader::printed(std::optional<std::string> text, Span span,
                                               const std::string& what) {
  if (!text) return text;
  for (const auto run : without_glyph(*text, Context::heading, &bank_.faces)) {
    findings_.error(span, "missing-glyph",
                    fmt::format("{} has `{}` ({}), which no face has", what, run, code_points(run)),
                    "write it in words or in other characters");
    printable_ = false;
  }
  return text;
}

// One text for all languages, or a map with a text for each.
Words BankReader::words(const YamlNode& node, const std::string& what, const StandardKey* key) {
  Words read;
  if (node.kind != YamlNode::Kind::map) {
    const auto text = printed(read_words(node, what, findings_), node.span, what);
    for (const std::string& language : bank_.languages) {
      if (text) read[language] = *text;
    }
    return read;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& language = node.keys[i].text;
    if (!is_language(language)) {
      findings_.error(node.keys[i].span, "unknown-language",
                      fmt::format("`{}` is not a language of {}", language, what),
                      meant_or_listed(language, supported_languages()));
      continue;
    }
    const YamlNode& item = node.items[i];
    const auto text = printed(read_words(item, what, findings_), item.span, what);
    if (text) read[language] = *text;
  }
  if (key != nullptr) own_words(node, what, *key, read);
  for (const std::string& language : bank_.languages) {
    if (node.find(language) != nullptr || read.contains(language)) continue;
    findings_.error(node.span, "missing-words",
                    fmt::format("{} has no text in `{}`", what, language),
                    fmt::format("write `{}: …` beside the others", language));
  }
  return read;
}

// A section that every bank may have is called as its language calls it, or else by English.
void BankReader::own_words(const YamlNode& node, const std::string& what, const StandardKey& key,
                           Words& read) {
  for (const std::string& code : bank_.languages) {
    if (node.find(code) != nullptr) continue;
    const OwnWord word = own_word(language_of(code), key.word);
    read[code] = word.text;
    if (!word.english) continue;
    findings_.warning(node.span, "english-word",
                      fmt::format("{} has no text in `{}`, and listok has no word for it: `{}` is "
                                  "printed",
                                  what, code, word.text),
                      fmt::format("write `{}: …` beside the others", code));
  }
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
        {key.text,
         words(node.items[i], fmt::format("the section `{}`", key.text), standard_key(key.text))});
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

void BankReader::edition_sections(const YamlNode& node, Edition& edition) {
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
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const std::string& key = node.items[i].text;
    if (contains(known, key)) continue;
    findings_.error(node.items[i].span, "unknown-section",
                    fmt::format("`{}` is not a section of this bank", key),
                    meant_or_listed(key, known));
  }
}

void BankReader::editions(const YamlNode& node) {
  if (!is_map(node, "`editions`", "candidate: {sections: [question]}", findings_)) return;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const YamlNode& key = node.keys[i];
    const YamlNode& value = node.items[i];
    if (!is_key(key.text) || key.text.starts_with('-')) {
      findings_.error(key.span, "bad-key",
                      fmt::format("`{}` cannot be the name of an edition", key.text),
                      "it names a folder: use small Latin letters, digits and `-`");
      continue;
    }
    if (key.text == "bilingual") {
      findings_.error(key.span, "bad-key", "every bank has the edition `bilingual` already",
                      "both languages on one page; choose another name for this one");
      continue;
    }
    const std::string what = fmt::format("the edition `{}`", key.text);
    Edition edition;
    edition.name = key.text;
    if (!is_map(value, what, "candidate: {sections: [question], space: lines}", findings_))
      continue;
    refuse_unknown_keys(value, {"sections", "space"}, what, findings_);
    if (const YamlNode* shown = value.find("sections")) edition_sections(*shown, edition);
    if (const YamlNode* space = value.find("space")) {
      edition.space = static_cast<Space>(
          read_choice(*space, "`space`", spaces, "unknown-space", findings_).value_or(0));
    }
    bank_.editions.push_back(std::move(edition));
  }
}

void BankReader::footer(const YamlNode& node) {
  bank_.footer = words(node, "`footer`");
  const std::vector<std::string> placeholders = {"title", "n", "total"};
  std::set<std::string> judged;
  for (const auto& [language, text] : bank_.footer) {
    if (!judged.insert(text).second) continue;
    const YamlNode* own = node.kind == YamlNode::Kind::map ? node.find(language) : &node;
    std::size_t at = 0;
    while ((at = text.find_first_of("{}", at)) != text.npos) {
      const std::size_t end = text[at] == '{' ? text.find('}', at) : at;
      const bool closed = text[at] == '{' && end != text.npos;
      const std::string name = closed ? text.substr(at + 1, end - at - 1) : "";
      if (!closed || !contains(placeholders, name)) {
        const std::string_view meant = nearest(name, placeholders);
        findings_.error(own->span, "unknown-placeholder",
                        closed ? fmt::format("`{{{}}}` in `footer` stands for nothing", name)
                               : "a brace in `footer` has no partner",
                        meant.empty() ? "there is `{title}`, `{n}` and `{total}`"
                                      : fmt::format("did you mean `{{{}}}`?", meant));
      }
      at = closed ? end + 1 : at + 1;
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
