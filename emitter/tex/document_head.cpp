#include "emitter/tex/document_head.hpp"

#include <fmt/format.h>

#include <optional>

#include "emitter/model/languages.hpp"
#include "emitter/model/numbering.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// The class looks for what it knows by a key's name, in which no command may stand.
bool is_name(std::string_view value) {
  for (std::size_t i = 0; i < value.size();) {
    const char32_t c = next_code_point(value, i);
    if (!is_letter(c) && !is_digit(c) && c != U'-') return false;
  }
  return !value.empty();
}

// Russian and English are options by their names: so they were before there were others.
bool is_own_option(std::string_view language) { return language == "ru" || language == "en"; }

std::string named_options(const Language& language) {
  std::string options = fmt::format("language={}", language.name);
  if (language.script == Script::cyrillic) options += ", script=cyrillic";
  if (language.script == Script::greek) options += ", script=greek";
  if (language.patterns.empty()) {
    options += ", patterns=nohyphenation";
  } else if (language.patterns != language.name) {
    options += fmt::format(", patterns={}", language.patterns);
  }
  if (language.apostrophe) options += ", apostrophe=letter";
  return options;
}

std::string language_options(std::string_view code) {
  const Language& language = language_of(code);
  return is_own_option(code) ? std::string(language.name) : named_options(language);
}

std::string second_language_option(std::string_view first, std::string_view second) {
  if (is_own_option(first) && is_own_option(second)) return {};
  return fmt::format(", second={{{}}}", named_options(language_of(second)));
}

std::string page_options(const Bank& bank) {
  const Page& page = bank.page;
  const Page usual;
  std::string options;
  if (page.size != usual.size) options += fmt::format(", size={}", page.size);
  if (page.min_size != usual.min_size) options += fmt::format(", min-size={}", page.min_size);
  if (page.max_size != 0 && page.max_size != page.size) {
    options += fmt::format(", max-size={}", page.max_size);
  }
  if (page.paper != usual.paper) options += fmt::format(", paper={}", page.paper);
  if (page.pages != usual.pages) options += fmt::format(", pages={}", page.pages);
  return options;
}

}  // namespace

void write_preamble(TexWriter& writer, const Bank& bank, std::string_view made_from,
                    std::string_view options) {
  writer.line("% !TEX program = xelatex");
  writer.line(fmt::format("% Made by listok from {}. Edit freely: the next run keeps your changes.",
                          made_from));
  write_class(writer, bank, options);
}

void write_class(TexWriter& writer, const Bank& bank, std::string_view options) {
  writer.line(fmt::format("\\documentclass[{}]{{listok}}", options));
  if (bank.preamble) writer.line(fmt::format("\\usepackage{{{}}}", bank.preamble->package));
}

std::string sheet_class_options(const Bank& bank, std::string_view one, std::string_view two) {
  if (two.empty()) return language_options(one) + page_options(bank);
  const bool landscape = bank.page.bilingual == Orientation::landscape;
  return fmt::format("{}, bilingual{}{}{}", language_options(one), second_language_option(one, two),
                     landscape ? ", landscape" : "", page_options(bank));
}

std::string key_value(std::string_view value) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";
  if (!value.empty() && value.find_first_not_of(plain) == value.npos) return std::string(value);
  if (is_name(value)) return fmt::format("{{{}}}", value);
  return fmt::format("{{{}}}", escape(value, Context::heading));
}

Span span_of_title(const Translation& translation) {
  if (translation.title.empty()) return {0, 0};
  return {translation.title.front().span.begin, translation.title.back().span.end};
}

std::string in_language(const Words& words, std::string_view language) {
  const auto found = words.find(std::string(language));
  return found == words.end() ? std::string{} : found->second;
}

std::string words_of_bank(std::string_view text, const Translation& translation,
                          InlineWriter& phrases) {
  return keep_spaces(phrases.checked(text, Context::heading, span_of_title(translation)));
}

std::string identity_options(const Item& item) {
  const std::string id = fmt::format("id={}", key_value(item.id));
  return given_number(item) ? fmt::format("{}, number={}", id, item.number) : id;
}

std::string topic_options(const Translation& translation, InlineWriter& phrases) {
  const std::string tags = fmt::format("{}", fmt::join(translation.tags, ", "));
  return joined_options(
      {tags.empty() ? "" : fmt::format("tags={{{}}}", words_of_bank(tags, translation, phrases)),
       translation.difficulty.empty()
           ? ""
           : fmt::format("difficulty={}", key_value(translation.difficulty))});
}

std::string size_options(const Translation& translation) {
  const auto option = [](std::string_view key, std::optional<double> size) {
    return size ? fmt::format("{}={}", key, *size) : std::string{};
  };
  return joined_options({option("size", translation.size), option("min-size", translation.min_size),
                         option("max-size", translation.max_size)});
}

std::string pages_option(const Translation& translation) {
  return translation.pages ? fmt::format("pages={}", *translation.pages) : std::string{};
}

std::string joined_options(std::initializer_list<std::string> options) {
  std::string all;
  for (const std::string& one : options) {
    if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
  }
  return all;
}

}  // namespace listok::emitter
