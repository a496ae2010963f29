#include "emitter/tex/typography.hpp"

#include <string>

#include "emitter/tex/ties.hpp"
#include "emitter/text/readable_address.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

using ties::is_number, ties::line_break, ties::no_break_space, ties::object;

constexpr char32_t no_break_hyphen = 0x2011;

// The letters of a paragraph in one row, whatever emphasis and links they stand in.
class Line {
 public:
  void collect(Inlines& inlines) {
    for (Inline& one : inlines) collect(one);
  }

  void write_back() const {
    std::size_t at = 0;
    for (const Piece& piece : pieces_) {
      piece.text->clear();
      at = piece.begin;
      for (; at < piece.begin + piece.length; ++at) append_utf8(*piece.text, row_[at]);
    }
  }

  std::u32string& row() { return row_; }

 private:
  struct Piece {
    std::string* text;
    std::size_t begin;
    std::size_t length;
  };

  static bool is_address(const Link& link) {
    if (link.content.size() != 1) return false;
    const auto* text = std::get_if<Text>(&link.content.front().value);
    if (text == nullptr || text->text.size() <= 3) return false;
    return link.address.ends_with(text->text) ||
           readable_address(link.address).ends_with(text->text);
  }

  void collect(Inline& one) {
    if (auto* text = std::get_if<Text>(&one.value)) {
      const std::size_t begin = row_.size();
      for (std::size_t i = 0; i < text->text.size();) row_ += next_code_point(text->text, i);
      pieces_.push_back({&text->text, begin, row_.size() - begin});
    } else if (auto* emphasis = std::get_if<Emphasis>(&one.value)) {
      collect(emphasis->content);
    } else if (auto* strong = std::get_if<Strong>(&one.value)) {
      collect(strong->content);
    } else if (auto* strike = std::get_if<Strike>(&one.value)) {
      collect(strike->content);
    } else if (auto* shifted = std::get_if<Shifted>(&one.value)) {
      collect(shifted->content);
    } else if (auto* link = std::get_if<Link>(&one.value); link && !is_address(*link)) {
      collect(link->content);
    } else {
      row_ += std::holds_alternative<HardBreak>(one.value) ? line_break : object;
    }
  }

  std::u32string row_;
  std::vector<Piece> pieces_;
};

void bind_spaces(std::u32string& row, std::string_view language) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] != U' ') continue;
    if (is_tied(row, i, language)) row[i] = no_break_space;
  }
}

// How wide a character is beside others: code and formulas are as one.
std::size_t width_of(char32_t c) { return c == object ? 8 : 1; }

// Words that are joined into more than a line can hold are parted: texts from word processors have
// no-break spaces wherever their author pressed a key too many.
class Chain {
 public:
  Chain(std::u32string& row, std::string_view language) : row_(row), language_(language) {}

  void loosen() {
    if (row_.find(no_break_space) == row_.npos) return;
    for_long_parts([this](std::size_t space) { return !is_tied(row_, space, language_); });
    for_long_parts([](std::size_t) { return true; });
  }

 private:
  static constexpr std::size_t longest = 30;

  template <typename MayPart>
  void for_long_parts(MayPart may_part) {
    for (std::size_t begin = 0; begin < row_.size(); ++begin) {
      std::size_t end = begin;
      std::size_t width = 0;
      for (; end < row_.size() && row_[end] != U' ' && row_[end] != line_break; ++end) {
        width += width_of(row_[end]);
      }
      for (std::size_t i = begin; width > longest && i < end; ++i) {
        if (row_[i] == no_break_space && may_part(i)) row_[i] = U' ';
      }
      begin = end;
    }
  }

  std::u32string& row_;
  std::string_view language_;
};

// "2-3 раза", but neither "2024-05-01" nor "GPT-4" nor "-1".
void bind_ranges(std::u32string& row) {
  for (std::size_t i = 1; i + 1 < row.size(); ++i) {
    if (row[i] != U'-' || !is_number(row[i - 1]) || !is_number(row[i + 1])) continue;
    std::size_t begin = i;
    while (begin > 0 && is_number(row[begin - 1])) --begin;
    std::size_t end = i + 1;
    while (end < row.size() && is_number(row[end])) ++end;
    const bool whole = (begin == 0 || !ties::joins_words(row[begin - 1])) &&
                       (end == row.size() || !ties::joins_words(row[end]) || row[end] == U'.');
    if (whole) row[i] = no_break_hyphen;
  }
}

}  // namespace

void bind_words(Inlines& inlines, std::string_view language) {
  Line line;
  line.collect(inlines);
  const std::u32string before = line.row();
  bind_spaces(line.row(), language);
  Chain(line.row(), language).loosen();
  bind_ranges(line.row());
  if (line.row() != before) line.write_back();
}

}  // namespace listok::emitter
