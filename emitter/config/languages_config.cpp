#include "emitter/config/languages_config.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/model/languages.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

using Codes = std::vector<std::string>;

Codes known_once(const Codes& named, Span span, DiagnosticList& findings) {
  Codes languages;
  for (const std::string& language : named) {
    if (!is_language(language)) {
      const std::string_view meant = language_meant(language);
      findings.error(span, "unknown-language",
                     fmt::format("there are no sheets in the language `{}`", language),
                     meant.empty() ? fmt::format("the languages are `{}`",
                                                 fmt::join(supported_languages(), "`, `"))
                                   : fmt::format("did you mean `{}`?", meant));
    } else if (std::ranges::find(languages, language) != languages.end()) {
      findings.error(span, "duplicate-language",
                     fmt::format("the language `{}` comes twice", language), "keep one of the two");
    } else {
      languages.push_back(language);
    }
  }
  return languages;
}

void tell_unhyphenated(const Codes& languages, Span span, DiagnosticList& findings) {
  for (const std::string& language : languages) {
    if (!language_of(language).patterns.empty()) continue;
    findings.warning(
        span, "no-hyphenation",
        fmt::format("TeX Live cannot hyphenate `{}`: its words are not divided", language),
        "the sheets are made all the same, with lines that are less even");
  }
}

}  // namespace

Codes read_languages(const YamlNode* node, const Codes& lying, Codes& named,
                     DiagnosticList& findings) {
  Codes languages;
  const Span span = node == nullptr ? Span{} : node->span;
  if (node == nullptr) {
    named = languages = lying;
    if (languages.empty()) {
      findings.error({}, "no-language", "the bank has no language",
                     "make a folder `ru` or `en` for the items, or one for another language, or "
                     "write `languages: [ru, en]`");
    }
  } else {
    const auto given = read_list(*node, "`languages`", findings);
    if (!given) return {};
    named = *given;
    languages = known_once(named, span, findings);
    if (named.empty()) {
      findings.error(span, "no-language", "`languages` is empty",
                     "write `languages: [ru, en]`, or the codes of other languages");
    }
  }
  tell_unhyphenated(languages, span, findings);
  return languages;
}

}  // namespace listok::emitter
