// Writes how a .tex of listok begins: the lines before \begin{document}, and the options of the
// class and of the sheet.
#pragma once

#include <string>
#include <string_view>

#include "emitter/model/model.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

// `made_from` names files of the bank, `options` are those of the class.
void write_preamble(TexWriter& writer, const Bank& bank, std::string_view made_from,
                    std::string_view options);
// What of it LaTeX reads: the lines that all sheets of a language have in common.
void write_class(TexWriter& writer, const Bank& bank, std::string_view options);

// All options of the class for a sheet in the language `one`, or with a column in `two` as well.
std::string sheet_class_options(const Bank& bank, std::string_view one, std::string_view two = {});

// A value as it is when it can be read as nothing but itself, else in braces.
std::string key_value(std::string_view value);

// Where the title stands; empty when there is none.
Span span_of_title(const Translation& translation);

// What `words` says in `language`; empty when it says nothing.
std::string in_language(const Words& words, std::string_view language);

// What the bank says, which no diagnostic of an item's file can point at; its lines are not broken.
std::string words_of_bank(std::string_view text, const Translation& translation,
                          InlineWriter& phrases);

// "id=…, number=…". A number that comes from the place in the bank is left to listok-bank.sty.
std::string identity_options(const Item& item);

// "tags={…}, difficulty=…": what the front matter says of the text; may be empty.
std::string topic_options(const Translation& translation, InlineWriter& phrases);

// "size=…, min-size=…, max-size=…": what the front matter says of the page; may be empty.
std::string size_options(const Translation& translation);

// "pages=2": how many the front matter allows; may be empty.
std::string pages_option(const Translation& translation);

// The options that are not empty, divided by commas.
std::string joined_options(std::initializer_list<std::string> options);

}  // namespace listok::emitter
