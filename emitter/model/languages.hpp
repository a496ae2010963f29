// The table of languages that a bank can be written in: what each is called elsewhere, what
// hyphenates it, and its own words for what items usually hold. A new language is a row of the table
// in languages.cpp, and nothing else.
// In: the code of a language, or a heading. Out: the row of the language, its words, a key.
// Errors: none; asking for a code that is not in the table is a bug.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

enum class Script { latin, cyrillic, greek };

// Of each the first is the word that listok itself writes, with the capital it has in a heading;
// the others, after `|`, are headings that mean the same. Empty: listok knows no word.
struct OwnWords {
  std::string_view question = {}, key_points = {}, answer = {}, answers = {}, hint = {};
  std::string_view hints = {}, red_flags = {}, solution = {}, explanation = {};
  std::string_view contents = {}, tags = {}, difficulty = {}, points = {};
  std::string_view new_question = {};  // the title of an item that is begun
  // Words that are headings with another meaning elsewhere, and none of these here.
  std::string_view others = {};
  // What quotations with these marks begin with, in this order: note, tip, important, warning, caution.
  std::string_view alerts = {};
  std::string_view number_sign = {};  // what stands before the number of another sheet: "№"
  std::string_view how_many = {};  // what stands before the number of all questions: "Вопросов: "
};

struct Language {
  std::string_view code;  // "uk": the folder of its items, its key in listok.yaml, its tag in a PDF
  std::string_view name;  // "ukrainian", as babel and polyglossia call it
  std::string_view patterns;  // "ukrainian", in TeX's language.dat; empty where TeX Live has none
  std::string_view package;   // of Debian, which brings the patterns; empty for those always there
  Script script = Script::latin;
  OwnWords words = {};
  bool apostrophe = false;     // is a letter to the patterns, as in "l’ami" and "п’ять"
  bool decimal_point = false;  // numbers are written `0.5`, and elsewhere `0,5`
  std::string_view quotation_marks = "«…»";
};

// `code` is one of supported_languages(): the reader of listok.yaml refuses any other.
const Language& language_of(std::string_view code);

// The codes, in the order of the table.
const std::vector<std::string>& supported_languages();
bool is_language(std::string_view code);
// The code that somebody means who writes `name`: "uk" for "ua", "Ukrainian"; may be empty.
std::string_view language_meant(std::string_view name);

// The word of `language`, or the English one where the table has none.
struct OwnWord {
  std::string_view text;
  bool english = false;  // though the language is another
};
OwnWord own_word(const Language& language, std::string_view OwnWords::* word);

// A key of sections that has a meaning of its own in every bank, and its word.
struct StandardKey {
  std::string_view key;  // "red-flags"
  std::string_view OwnWords::* word;
};
std::span<const StandardKey> standard_keys();
const StandardKey* standard_key(std::string_view key);  // null: it is a bank's own

// What headings are compared by: their words in one case, in which the Turkish İPUCU is İpucu.
std::string fold_heading(std::string_view heading);

// The standard key that `heading` means, "question" of "Вопрос"; empty when it means none. Words of
// `language` come first, then the English ones, then those of all others. `heading` is folded.
struct Meaning {
  std::string_view key;
  bool own_word = false;  // the very word that listok writes, not one that means the same
};
Meaning meaning_of(std::string_view heading, std::string_view language);

}  // namespace listok::emitter
