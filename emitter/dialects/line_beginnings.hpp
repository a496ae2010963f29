// What a line that is meant as a line begins with: `а) `, `(а) `, `1.1. `, `— `, `01.02.2024 — `, `✅ `.
#pragma once

#include <string_view>
#include <vector>

namespace listok::emitter {

// Numbers of one part, `2. `, and `- ` are lists to Markdown, and words here.
enum class Beginning { words, letter, number, dash, label, sign };

Beginning beginning_of(std::string_view words);

// The letter of `а) …`, `(а) …`, `a. …`, `**A.** …`; 0 when none stands there. `А. С. Пушкин` has initials.
char32_t letter_of(std::string_view words);

// The parts of `1.10.2`; of a letter its code point. Empty when neither stands there.
std::vector<unsigned> parts_of(std::string_view words, Beginning beginning);

// Whether the parts of a number, or a letter, are the next ones: 1.2 of 1.1, 2.1 of 1.2, 1.1.1 of 1.1.
bool follows(const std::vector<unsigned>& before, const std::vector<unsigned>& next);

// What the Roman number of `I. …`, `ii) …`, `(iv) …` is; 0 when none stands there.
unsigned roman_of(std::string_view words);

// Whether both labels may be of one list: a number before a hyphen may be that of a formula, so it is
// to count up or down by one, `1 - …`, `2 - …`.
bool are_of_one_list(std::string_view label, std::string_view next);

bool is_capital(std::string_view words);

}  // namespace listok::emitter
