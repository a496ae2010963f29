#include "emitter/bank/headings.hpp"

#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t most_digits = 3;  // of the number of a heading; with more it is a year

// "1. ", "2) ", "1.2. "
std::string_view without_number_before(std::string_view words) {
  std::size_t at = 0, digits = 0;
  for (; at < words.size() && (is_ascii_digit(words[at]) || words[at] == '.'); ++at) {
    digits = is_ascii_digit(words[at]) ? digits + 1 : 0;
    if (digits > most_digits) return words;
  }
  if (at == 0 || !is_ascii_digit(words.front())) return words;
  const bool closed = words[at - 1] == '.' || (at < words.size() && words[at] == ')');
  if (!closed) return words;
  if (words.substr(at).starts_with(')')) ++at;
  const std::size_t next = words.find_first_not_of(' ', at);
  return next == words.npos || next == at ? words : words.substr(next);
}

// "i. ", "iv) "
std::string_view without_roman_number_before(std::string_view words) {
  const std::size_t end = words.find_first_not_of("ivx");
  if (end == 0 || end == words.npos || (words[end] != '.' && words[end] != ')')) return words;
  const std::size_t next = words.find_first_not_of(' ', end + 1);
  return next == words.npos || next == end + 1 ? words : words.substr(next);
}

// "❓ ", "* ", "§ "
std::string_view without_signs_before(std::string_view words) {
  for (std::size_t at = 0, next = 0; next < words.size(); at = next) {
    const char32_t c = next_code_point(words, next);
    if (is_letter(c) || is_digit(c)) return words.substr(at);
  }
  return words;
}

// " {#id .class}", as Pandoc has them
std::string_view without_attributes(std::string_view words) {
  const std::size_t open = words.rfind('{');
  const bool some = words.ends_with('}') && open > 0 && open + 1 < words.size() &&
                    std::string_view("#.-").find(words[open + 1]) != std::string_view::npos;
  return some ? without_end(words.substr(0, open), " ") : words;
}

// " 1", " №1", " № 1", " #1", " — 1"
std::string_view without_number_behind(std::string_view words) {
  std::size_t begin = words.size();
  while (begin > 0 && is_ascii_digit(words[begin - 1])) --begin;
  if (begin == words.size() || words.size() - begin > most_digits) return words;
  std::string_view rest = words.substr(0, begin);
  const std::string_view spaced = without_end(rest, " ");
  for (const std::string_view sign : {"№", "#", "—", "–", "-"}) {
    if (spaced.ends_with(sign)) {
      rest = spaced.substr(0, spaced.size() - sign.size());
      break;
    }
  }
  const std::string_view left = without_end(rest, " ");
  return left.empty() || left.size() == rest.size() ? words : left;
}

}  // namespace

std::string comparable(std::string_view heading) {
  std::string words = fold_heading(to_one_line(heading));
  constexpr std::string_view ellipsis = "\u2026";
  std::size_t size = words.size();
  for (std::size_t before = size + 1; size < before;) {
    before = size;
    size = without_end(std::string_view(words).substr(0, size), ":.!? ").size();
    if (std::string_view(words).substr(0, size).ends_with(ellipsis)) size -= ellipsis.size();
  }
  words.resize(size);
  return words;
}

std::string_view without_extras(std::string_view comparable) {
  std::string_view words = comparable, before;
  do {
    before = words;
    words = without_attributes(without_signs_before(words));
    words = without_roman_number_before(without_number_before(words));
  } while (words.size() < before.size());
  return without_number_behind(words);
}

Meaning meaning_of_heading(std::string_view heading, std::string_view language) {
  const std::string words = comparable(heading);
  const Meaning whole = meaning_of(words, language);
  if (!whole.key.empty()) return whole;
  // Two languages in one heading: "вопрос / question".
  constexpr std::string_view slash = " / ";
  if (const std::size_t at = words.find(slash); at != words.npos) {
    const std::string_view all = words, key = meaning_of(all.substr(0, at), language).key;
    const bool same = key == meaning_of(all.substr(at + slash.size()), language).key;
    return {same ? key : std::string_view(), false};
  }
  const std::string_view part = without_extras(words);
  if (part.size() == words.size()) return whole;
  return {meaning_of(part, language).key, false};
}

std::string slug(std::string_view heading) {
  const std::string words = fold_case(to_one_line(heading));
  std::string key;
  for (std::size_t offset = 0; offset < words.size();) {
    const char32_t c = next_code_point(words, offset);
    if (is_letter(c) || is_digit(c)) {
      append_utf8(key, c);
    } else if (!key.empty() && !key.ends_with('-')) {
      key += '-';
    }
  }
  if (key.ends_with('-')) key.pop_back();
  return key.empty() ? "section" : key;
}

}  // namespace listok::emitter
