#include "tests/fuzz/words.hpp"

#include "emitter/text/print_symbols.hpp"
#include "emitter/text/text.hpp"

namespace listok::fuzz {

using namespace emitter;

namespace {

bool is_invisible(char32_t c) {
  constexpr std::u32string_view others =
      U" \t\r\n\u00A0\u00AD\u1680\u200B\u202F\u205F\u2060\u3000\uFE0F\uFEFF";
  return (c >= 0x2000 && c <= 0x200A) || others.find(c) != others.npos;
}

// Gaps have no words but in headings, where they are underscores.
void add(std::string& words, const Inlines& inlines, bool in_heading = false) {
  for (const Inline& one : inlines) {
    const auto* gap = std::get_if<FillIn>(&one.value);
    if (gap != nullptr && in_heading) words.append(gap->length, '_');
    if (const auto* text = std::get_if<Text>(&one.value)) words += text->text;
    if (const auto* code = std::get_if<Code>(&one.value)) words += code->text;
    if (const auto* emphasis = std::get_if<Emphasis>(&one.value))
      add(words, emphasis->content, in_heading);
    if (const auto* strong = std::get_if<Strong>(&one.value))
      add(words, strong->content, in_heading);
    if (const auto* strike = std::get_if<Strike>(&one.value))
      add(words, strike->content, in_heading);
    if (const auto* shifted = std::get_if<Shifted>(&one.value))
      add(words, shifted->content, in_heading);
    if (const auto* link = std::get_if<Link>(&one.value)) add(words, link->content, in_heading);
    if (const auto* note = std::get_if<Note>(&one.value)) add(words, note->content);
  }
}

void add(std::string& words, const TableRow& row) {
  for (const Inlines& cell : row.cells) add(words, cell);
}

void add(std::string& words, const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      add(words, paragraph->content);
    } else if (const auto* heading = std::get_if<Heading>(&block.value)) {
      add(words, heading->content, true);
    } else if (const auto* list = std::get_if<List>(&block.value)) {
      for (const ListItem& item : list->items) {
        if (item.tick != Tick::none) words += item.tick == Tick::ticked ? "☑" : "☐";
        add(words, item.term);
        add(words, item.content);
      }
    } else if (const auto* code = std::get_if<CodeBlock>(&block.value)) {
      words += code->language + code->text;
    } else if (const auto* quote = std::get_if<Quote>(&block.value)) {
      add(words, quote->content);
    } else if (const auto* table = std::get_if<Table>(&block.value)) {
      add(words, table->header);
      for (const TableRow& row : table->rows) add(words, row);
    }
  }
}

}  // namespace

std::string visible(std::string_view text) {
  constexpr char32_t keycap = 0x20E3;  // around the digit before it
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) continue;
    std::string character;
    append_utf8(character, c == 0x2019 ? U'\'' : c == 0x2011 ? U'-' : c);
    if (c == keycap && !seen.empty()) {
      character.insert(0, 1, seen.back());
      seen.pop_back();
    }
    const std::string_view sign = print_symbol(character);
    seen += sign.empty() ? character : sign;
  }
  return seen;
}

std::string words_of(const Translation& translation, std::size_t times) {
  std::string words;
  add(words, translation.title, true);
  for (const Section& section : translation.sections) {
    for (std::size_t i = 0; i < times; ++i) {
      add(words, section.title, true);
      add(words, section.content);
    }
  }
  return visible(words);
}

}  // namespace listok::fuzz
