// Words of listok.yaml that are printed: what no face has is told here once, not again for each sheet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/model/model.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

class PrintedWords {
 public:
  // The languages and the faces of `bank` stand by now.
  PrintedWords(const Bank& bank, DiagnosticList& findings) : bank_(bank), findings_(findings) {}

  // False once a word cannot be printed.
  bool printable() const { return printable_; }

  // `text`, looked at. `what` names it: "`title`".
  std::optional<std::string> look_at(std::optional<std::string> text, Span span,
                                     const std::string& what);

  // One text for all languages, or a map with a text for each. `key`: of a section that every bank
  // may have, whose word a language has itself.
  Words read(const YamlNode& node, const std::string& what, const StandardKey* key = nullptr);

  // The same with placeholders, which are those of `known`.
  Words read_with_placeholders(const YamlNode& node, const std::string& what,
                               const std::vector<std::string>& known);

  // A list for all languages, or a map with a list for each.
  std::map<std::string, std::vector<std::string>> read_lists(const YamlNode& node,
                                                             const std::string& what);

 private:
  const Bank& bank_;
  DiagnosticList& findings_;
  bool printable_ = true;

  bool is_key_of_language(const YamlNode& key, const std::string& what);
  void own_words(const YamlNode& node, const std::string& what, const StandardKey& key,
                 Words& read);
  void tell_missing(const YamlNode& node, const std::string& what, const std::string& language);
  void check_placeholders(const YamlNode& node, const std::string& what, std::string_view text,
                          const std::vector<std::string>& known);
};

}  // namespace listok::emitter
