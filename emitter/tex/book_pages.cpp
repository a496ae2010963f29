// The pages of a book that are no sheets: its cover and its contents.
#include <fmt/format.h>

#include <utility>

#include "emitter/model/languages.hpp"
#include "emitter/tex/document_head.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"
#include "emitter/tex/typography.hpp"

namespace listok::emitter {

namespace {

// A word of listok's own, in the languages of the book that it is known in.
Words own_words(const BookWords& book, std::string_view OwnWords::* word) {
  Words words;
  for (const std::string& code : {book.language, book.second}) {
    if (code.empty()) continue;
    const OwnWord own = own_word(language_of(code), word);
    if (!own.english) words[code] = own.text;
  }
  return words;
}

class BookPages {
 public:
  BookPages(const Bank& bank, const BookWords& book) : bank_(bank), book_(book) {}

  std::string contents();
  std::string cover();

 private:
  const Bank& bank_;
  const BookWords& book_;
  TexWriter writer_;

  void begin();
  std::string end(std::string_view environment);
  std::string printed(const Words& words, const std::string& language) const;
  std::string in_both(const Words& words) const;
  std::string translation_of(const Words& words) const;
  Words name_of_edition() const;
  Words how_many() const;
  void entry(const Item& item);
  void line(const std::string& tex);
};

void BookPages::begin() {
  std::string from = fmt::format("listok.yaml and {}/*.md", book_.language);
  if (!book_.second.empty()) {
    from = fmt::format("listok.yaml, {}/*.md and {}/*.md", book_.language, book_.second);
  }
  write_preamble(writer_, bank_, from, sheet_class_options(bank_, book_.language, book_.second));
  writer_.line("\\begin{document}");
}

std::string BookPages::end(std::string_view environment) {
  writer_.outdent();
  writer_.line(fmt::format("\\end{{{}}}", environment));
  writer_.line("\\end{document}");
  return std::move(writer_).tex();
}

std::string BookPages::printed(const Words& words, const std::string& language) const {
  Inlines text{{Text{in_language(words, language)}, {}}};
  bind_words(text, language);
  return escape(std::get<Text>(text.front().value).text, Context::heading, &bank_.faces);
}

// What `words` say in the second language, where that is something else.
std::string BookPages::translation_of(const Words& words) const {
  const bool same = in_language(words, book_.second) == in_language(words, book_.language);
  return same || book_.second.empty() ? std::string{} : printed(words, book_.second);
}

std::string BookPages::in_both(const Words& words) const {
  const std::string second = translation_of(words);
  return printed(words, book_.language) + (second.empty() ? "" : " · " + second);
}

void BookPages::entry(const Item& item) {
  Emitted dropped;  // what is wrong with a title is reported for the sheet itself
  const Translation& translation = *item.in(book_.language);
  InlineWriter phrases(bank_, translation, dropped);
  Flow flow;
  std::string options = topic_options(translation, phrases);
  flow.tex = "\\contentsentry";
  if (!book_.second.empty()) {
    const Translation& second = *item.in(book_.second);
    flow.tex += "[translation={";
    InlineWriter(bank_, second, dropped).append(flow, second.title, Where::heading);
    flow.tex += options.empty() ? "}]" : fmt::format("}}, {}]", options);
  } else if (!options.empty()) {
    flow.tex += fmt::format("[{}]", options);
  }
  flow.tex += fmt::format("{{{}}}{{", item.number);
  phrases.append(flow, translation.title, Where::heading);
  flow.tex += '}';
  writer_.flow(flow, 2);
}

std::string BookPages::contents() {
  const Words heading = heading_of_contents(bank_, book_);
  const std::string second = translation_of(heading);
  begin();
  writer_.line(fmt::format("\\begin{{contents}}{}{{{}}}",
                           second.empty() ? "" : fmt::format("[translation={{{}}}]", second),
                           printed(heading, book_.language)));
  writer_.indent();
  for (const Item* item : book_.items) entry(*item);
  return end("contents");
}

Words BookPages::name_of_edition() const {
  if (book_.edition == nullptr) return {};
  if (!book_.edition->title.empty()) return book_.edition->title;
  return {{book_.language, book_.edition->name}};
}

Words BookPages::how_many() const {
  Words words = own_words(book_, &OwnWords::how_many);
  for (auto& [language, text] : words) text += std::to_string(book_.items.size());
  return words;
}

// A paragraph.
void BookPages::line(const std::string& tex) {
  if (tex.empty()) return;
  writer_.line(tex);
  writer_.blank();
}

std::string BookPages::cover() {
  const auto option = [](std::string_view key, const std::string& value) {
    return value.empty() ? std::string{} : fmt::format("{}={{{}}}", key, value);
  };
  const std::string options =
      joined_options({option("edition", printed(name_of_edition(), book_.language)),
                      option("translation", translation_of(bank_.title))});
  begin();
  writer_.line(fmt::format("\\begin{{cover}}{}{{{}}}",
                           options.empty() ? "" : fmt::format("[{}]", options),
                           printed(bank_.title, book_.language)));
  writer_.indent();
  line(escape(bank_.author, Context::heading, &bank_.faces));
  line(in_both(how_many()));
  line(in_both(bank_.date));
  return end("cover");
}

}  // namespace

Words heading_of_contents(const Bank& bank, const BookWords& book) {
  if (!bank.book.cover) return bank.title;
  Words heading = own_words(book, &OwnWords::contents);
  heading.insert(bank.title.begin(), bank.title.end());
  return heading;
}

std::string emit_contents(const Bank& bank, const BookWords& book) {
  return BookPages(bank, book).contents();
}

std::string emit_cover(const Bank& bank, const BookWords& book) {
  return BookPages(bank, book).cover();
}

}  // namespace listok::emitter
