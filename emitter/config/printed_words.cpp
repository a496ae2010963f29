#include "emitter/config/printed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "emitter/base/spelling.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/placeholders.hpp"
#include "emitter/text/text.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

std::optional<std::string> PrintedWords::look_at(std::optional<std::string> text, Span span,
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

bool PrintedWords::is_key_of_language(const YamlNode& key, const std::string& what) {
  if (is_language(key.text)) return true;
  findings_.error(key.span, "unknown-language",
                  fmt::format("`{}` is not a language of {}", key.text, what),
                  meant_or_listed(key.text, supported_languages()));
  return false;
}

void PrintedWords::tell_missing(const YamlNode& node, const std::string& what,
                                const std::string& language) {
  findings_.error(node.span, "missing-words", fmt::format("{} has no text in `{}`", what, language),
                  fmt::format("write `{}: …` beside the others", language));
}

Words PrintedWords::read(const YamlNode& node, const std::string& what, const StandardKey* key) {
  Words read;
  if (node.kind != YamlNode::Kind::map) {
    const auto text = look_at(read_words(node, what, findings_), node.span, what);
    for (const std::string& language : bank_.languages) {
      if (text) read[language] = *text;
    }
    return read;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    if (!is_key_of_language(node.keys[i], what)) continue;
    const YamlNode& item = node.items[i];
    const auto text = look_at(read_words(item, what, findings_), item.span, what);
    if (text) read[node.keys[i].text] = *text;
  }
  if (key != nullptr) own_words(node, what, *key, read);
  for (const std::string& language : bank_.languages) {
    if (node.find(language) != nullptr || read.contains(language)) continue;
    tell_missing(node, what, language);
  }
  return read;
}

// A section that every bank may have is called as its language calls it, or else by English.
void PrintedWords::own_words(const YamlNode& node, const std::string& what, const StandardKey& key,
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

Words PrintedWords::read_with_placeholders(const YamlNode& node, const std::string& what,
                                           const std::vector<std::string>& known) {
  Words words = read(node, what);
  std::set<std::string> judged;
  for (const auto& [language, text] : words) {
    if (!judged.insert(text).second) continue;
    const YamlNode* own = node.kind == YamlNode::Kind::map ? node.find(language) : &node;
    check_placeholders(*own, what, text, known);
  }
  return words;
}

void PrintedWords::check_placeholders(const YamlNode& node, const std::string& what,
                                      std::string_view text,
                                      const std::vector<std::string>& known) {
  const std::string there = fmt::format("there is `{{{}}}`", fmt::join(known, "}`, `{"));
  const auto pieces = placeholders_in(text);
  if (!pieces) {
    findings_.error(node.span, "unknown-placeholder",
                    fmt::format("a brace in {} has no partner", what),
                    fmt::format("{}; a brace that is printed is written twice", there));
    return;
  }
  for (const auto& [name, placeholder] : *pieces) {
    if (!placeholder || std::ranges::count(known, name) > 0) continue;
    const std::string_view meant = nearest(name, known);
    findings_.error(node.span, "unknown-placeholder",
                    fmt::format("`{{{}}}` in {} stands for nothing", name, what),
                    meant.empty() ? there : fmt::format("did you mean `{{{}}}`?", meant));
  }
}

std::map<std::string, std::vector<std::string>> PrintedWords::read_lists(const YamlNode& node,
                                                                         const std::string& what) {
  const auto list = [&](const YamlNode& one) {
    std::vector<std::string> words =
        read_list(one, what, findings_).value_or(std::vector<std::string>{});
    for (const std::string& text : words) look_at(text, one.span, what);
    return words;
  };
  std::map<std::string, std::vector<std::string>> read;
  if (node.kind != YamlNode::Kind::map) {
    const std::vector<std::string> words = list(node);
    for (const std::string& language : bank_.languages) read[language] = words;
    return read;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    if (is_key_of_language(node.keys[i], what)) read[node.keys[i].text] = list(node.items[i]);
  }
  for (const std::string& language : bank_.languages) {
    if (node.find(language) == nullptr) tell_missing(node, what, language);
  }
  return read;
}

}  // namespace listok::emitter
