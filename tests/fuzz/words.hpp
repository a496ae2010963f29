// The words of an item, for telling whether all of them are in its .tex.
#pragma once

#include <string>
#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::fuzz {

// `text` without white space and without what is invisible. An apostrophe, a hyphen, and a picture
// that has a sign of print, have one form each.
std::string visible(std::string_view text);

// What is to be printed of `translation`, formulas and pictures aside, and made visible(). On a
// bilingual sheet each section stands twice.
std::string words_of(const emitter::Translation& translation, std::size_t times = 1);

}  // namespace listok::fuzz
