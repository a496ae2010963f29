// What the headings of an item are compared by, and the keys made of them.
// In: the words of a heading. Out: words that are equal where the headings are, keys.
// Errors: none.
#pragma once

#include <string>
#include <string_view>

#include "emitter/model/languages.hpp"

namespace listok::emitter {

// In one case, without the marks at the end: "ответ" of "Ответ:".
std::string comparable(std::string_view heading);

// Of a comparable heading: "вопрос" of "1. вопрос", "вопрос 1", "❓ вопрос" and "вопрос {#id}"; itself
// where nothing stands around its words.
std::string_view without_extras(std::string_view comparable);

// What a heading means, whatever stands around its words; these are not the very word then.
Meaning meaning_of_heading(std::string_view heading, std::string_view language);

// The key of a section that the bank does not declare.
std::string slug(std::string_view heading);

}  // namespace listok::emitter
