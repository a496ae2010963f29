// Markdown of any kind -> the blocks of an item. Whatever is read lies inside the file, and holds
// no character that the file itself may not hold.
#include <cstdint>
#include <set>
#include <string_view>

#include "emitter/base/text_check.hpp"
#include "emitter/config/config.hpp"
#include "emitter/text/text.hpp"
#include "tests/fuzz/diagnostics.hpp"
#include "tests/fuzz/item_text.hpp"
#include "tests/fuzz/require.hpp"

using namespace listok::emitter;
using listok::fuzz::require;

namespace {

Bank bank_with_sections() {
  return read_bank_config(std::make_shared<const Source>("listok.yaml", R"(languages: [ru, en]
sections:
  question: {ru: Вопрос, en: Question}
  answer:   {ru: Ответ,  en: Answer}
)"))
      .bank;
}

class Inspector {
 public:
  explicit Inspector(const Source& source) : source_(source) {}

  void blocks(const Blocks& blocks) {
    for (const Block& one : blocks) block(one);
  }

  void inlines(const Inlines& inlines) {
    for (const Inline& one : inlines) {
      inside(one.span);
      if (const auto* words = std::get_if<Text>(&one.value)) text(words->text);
      if (const auto* code = std::get_if<Code>(&one.value)) text(code->text);
      if (const auto* math = std::get_if<Math>(&one.value)) inside(math->formula);
      if (const auto* em = std::get_if<Emphasis>(&one.value)) this->inlines(em->content);
      if (const auto* strong = std::get_if<Strong>(&one.value)) this->inlines(strong->content);
      if (const auto* strike = std::get_if<Strike>(&one.value)) this->inlines(strike->content);
      if (const auto* shifted = std::get_if<Shifted>(&one.value)) this->inlines(shifted->content);
      if (const auto* link = std::get_if<Link>(&one.value)) {
        text(link->address);
        this->inlines(link->content);
      }
      if (const auto* note = std::get_if<Note>(&one.value)) this->inlines(note->content);
      if (const auto* image = std::get_if<Image>(&one.value)) {
        allowed(image->file);  // as the disk spells it, which need not be NFC
        text(image->alternative);
        text(image->caption);
      }
    }
  }

 private:
  const Source& source_;

  void inside(Span span) const {
    require(span.begin <= span.end && span.end <= source_.text().size(), "a span outside the file");
  }

  static void allowed(const std::string& text) {
    require(!has_errors(check_text(Source("", text))), "a character that is refused", text);
  }

  static void text(const std::string& text) {
    allowed(text);
    require(to_nfc(text) == text, "text that is not NFC", text);
  }

  void block(const Block& block) {
    inside(block.span);
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      require(!paragraph->content.empty(), "an empty paragraph");
      inlines(paragraph->content);
    } else if (const auto* heading = std::get_if<Heading>(&block.value)) {
      require(heading->level >= 1 && heading->level <= 6, "a level of headings that is none");
      inlines(heading->content);
    } else if (const auto* list = std::get_if<List>(&block.value)) {
      for (const ListItem& item : list->items) {
        inlines(item.term);
        blocks(item.content);
      }
    } else if (const auto* code = std::get_if<CodeBlock>(&block.value)) {
      text(code->language);
      text(code->text);
    } else if (const auto* quote = std::get_if<Quote>(&block.value)) {
      blocks(quote->content);
    } else if (const auto* table = std::get_if<Table>(&block.value)) {
      row(table->header, table->columns.size());
      for (const TableRow& one : table->rows) row(one, table->columns.size());
    }
  }

  void row(const TableRow& row, std::size_t columns) {
    inside(row.span);
    require(row.cells.size() == columns, "a row with more or fewer cells than columns");
    for (const Inlines& cell : row.cells) inlines(cell);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Bank banks[] = {Bank{}, bank_with_sections()};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Bank& bank : banks) {
    const auto read = listok::fuzz::read_item_text(bank, text);
    if (!read) return 0;
    const Translation& translation = read->translation;
    Inspector inspector(*translation.source);
    inspector.inlines(translation.title);
    std::set<std::string> keys;
    for (const Section& section : translation.sections) {
      inspector.inlines(section.title);
      inspector.blocks(section.content);
      require(keys.insert(section.key).second, "two sections of one key", section.key);
    }
    listok::fuzz::inspect(read->diagnostics, *translation.source);
  }
  return 0;
}
