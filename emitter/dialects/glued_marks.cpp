#include "emitter/dialects/glued_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view bullet = "•";

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U' ';
}

// How many bytes the mark at the beginning of `words` has, 0 when there is none.
std::size_t mark_size(std::string_view words) {
  if (words.starts_with(bullet)) return bullet.size();
  if (words.starts_with('-') || words.starts_with('*') || words.starts_with('+')) return 1;
  const std::size_t hashes = std::min(words.find_first_not_of('#'), words.size());
  if (hashes > 0) return hashes <= 6 ? hashes : 0;
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  const bool numbers = digits > 0 && digits < 10 && digits < words.size() &&
                       (words[digits] == '.' || words[digits] == ')');
  return numbers ? digits + 1 : 0;
}

// `##Вопрос`; `#Название` on the first line alone, as elsewhere it may be a tag.
bool is_glued_heading(std::string_view words, bool first) {
  const std::size_t hashes = words.find_first_not_of('#');
  return hashes != words.npos && hashes >= (first ? 1u : 2u) && hashes <= 6 &&
         is_letter(code_point_at(words, hashes));
}

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find_first_of(" \t"));
}

// `-First of all`, and none of `-Xmx512m`, `-Wall -O2`, `-Werror`, which are options of programs.
bool is_english_item(std::string_view words) {
  const std::string_view word = first_word(words.substr(1));
  const bool capital = word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a';
  if (!capital || !std::ranges::all_of(word, is_ascii_letter)) return false;
  const std::size_t next = words.find_first_not_of(" \t", word.size() + 1);
  return next != words.npos && words[next] != '-';
}

// `1.Пункт`, and none of `1.txt`, `3.x`, `1.Введение.md`.
bool is_numbered_item(std::string_view words, std::size_t mark) {
  const std::string_view word = first_word(words.substr(mark));
  if (word.find('.') < word.size() - 1 || words.starts_with('0')) return false;
  const char32_t c = code_point_at(word, 0);
  return is_letter(c) && (is_cyrillic(c) || (c >= 'A' && c <= 'Z'));
}

// `-пункт`, `•пункт`, `1.пункт`. Not `-verbose`, which is an option of a program, nor `*emphasis*`.
bool is_glued_item(std::string_view words) {
  const std::size_t mark = mark_size(words);
  if (mark == 0 || mark == words.size() || words.front() == '#') return false;
  const char32_t c = code_point_at(words, mark);
  if (words.starts_with(bullet)) return is_letter(c);
  if (mark > 1) return is_numbered_item(words, mark);
  if (words.front() == '*' && words.find('*', 1) != words.npos) return false;
  return is_english_item(words) || (is_cyrillic(c) && is_letter(c));
}

// What the number at the beginning is; 0 when another mark stands there.
int number_of(std::string_view words) {
  int number = 0;
  for (const char c : words.substr(0, mark_size(words))) {
    if (is_ascii_digit(c)) number = number * 10 + (c - '0');
  }
  return number;
}

class Separator {
 public:
  Separator(std::string_view markdown, Remarks& remarks) : markdown_(markdown), remarks_(remarks) {}

  void read(const Line& line);
  Edits take() { return std::move(edits_); }

 private:
  std::string_view markdown_;
  Remarks& remarks_;
  Edits edits_;
  FenceTracker fences_;
  std::optional<Line> item_;  // the line before, when its item is glued
  bool item_is_edited_ = false;
  bool first_ = true;
  bool colon_ = false;         // the last line that is not blank ends with one
  bool behind_colon_ = false;  // and a blank line follows, as only 1 goes on from a paragraph

  std::optional<Line> text_;  // the line before, when it is one of a paragraph

  void insert_space(std::size_t at) { edits_.push_back({{at, at}, " "}); }
  void remark(const Line& line, std::string_view what);
  void item(const Line& line);
  bool is_empty_item(const Line& line, const std::optional<Line>& above) const;
  void empty_item(const Line& line);
  bool begins_list(const Line& line, const std::optional<Line>& above) const;
};

// What a single dash below it would make a heading of.
bool may_become_heading(const Line& line) {
  const std::string_view words = line.words();
  return !words.empty() && words.front() != '#' && words.find('|') == words.npos && words != "-" &&
         line.indent() <= deepest_indent;
}

// Where the text of a line begins, behind the mark of its item.
std::size_t column_of_text(const Line& line) { return line.content + list_mark(line.words()); }

void Separator::remark(const Line& line, std::string_view what) {
  const std::string_view word = first_word(line.words());
  remarks_.push_back({{line.at(), line.at() + word.size()},
                      Severity::warning,
                      "glued-mark",
                      fmt::format("`{}` is read as {}", word, what),
                      "write a space behind the mark"});
}

// Two lines make a list. Numbers count up from 1, or from any below a line with a colon.
void Separator::item(const Line& line) {
  const int number = number_of(line.words());
  const bool follows = item_ && item_->prefix() == line.prefix() &&
                       (number == 0 ? item_->words().front() == line.words().front()
                                    : number == number_of(item_->words()) + 1);
  if (follows) {
    if (!item_is_edited_) {
      insert_space(item_->at() + mark_size(item_->words()));
      remark(*item_, "an item of a list");
    }
    insert_space(line.at() + mark_size(line.words()));
    item_is_edited_ = true;
  } else {
    item_is_edited_ = false;
  }
  const bool begins = number < 2 || behind_colon_;
  item_.reset();
  if (follows || begins) item_ = line;
}

// To Markdown the words above are a heading then, which nobody means with one dash. In a formula over
// several lines something else follows.
bool Separator::is_empty_item(const Line& line, const std::optional<Line>& above) const {
  if (!above || without_end_blanks(line.words()) != "-") return false;
  if (column_of_text(*above) != line.content || above->quotes() != line.quotes()) return false;
  const std::size_t end = markdown_.find('\n', line.begin);
  if (end == markdown_.npos) return true;
  const Line next = line_at(markdown_, end + 1);
  return next.blank() || next.words().starts_with("- ");
}

// `Further:`, `3. c`, `4. d`: to Markdown only 1 begins a list below a line of text.
bool Separator::begins_list(const Line& line, const std::optional<Line>& above) const {
  const int number = number_of(line.words());
  if (number < 2 || list_mark(line.words()) == 0) return false;
  if (!above || !ends_with_colon(above->words()) || column_of_text(*above) != line.content ||
      above->quotes() != line.quotes()) {
    return false;
  }
  const std::size_t end = markdown_.find('\n', line.begin);
  if (end == markdown_.npos) return false;
  const Line next = line_at(markdown_, end + 1);
  return next.prefix() == line.prefix() && list_mark(next.words()) > 0 &&
         number_of(next.words()) == number + 1;
}

void Separator::empty_item(const Line& line) {
  edits_.push_back({{line.begin, line.begin}, empty_line_above(line)});
  remarks_.push_back({{line.at(), line.at() + 1},
                      Severity::warning,
                      "empty-item",
                      "`-` is read as an empty item of a list",
                      "write something behind it, or remove it; `---` makes a heading of the line "
                      "above"});
}

void Separator::read(const Line& line) {
  const std::optional<Line> above = std::exchange(text_, std::nullopt);
  if (fences_.is_code(line)) return;
  const std::string_view words = line.words();
  if (is_empty_item(line, above)) empty_item(line);
  if (begins_list(line, above)) {
    edits_.push_back({{line.begin, line.begin}, empty_line_above(line)});
  }
  if (may_become_heading(line)) text_ = line;
  if (is_glued_item(words)) {
    item(line);
    colon_ = behind_colon_ = false;
    return;
  }
  item_.reset();
  const std::size_t mark = mark_size(words);
  if (mark > 0 && words.substr(mark).starts_with(no_break_space)) {
    const std::size_t at = line.at() + mark;
    edits_.push_back({{at, at + no_break_space.size()}, " "});
  } else if (is_glued_heading(words, first_)) {
    remark(line, "a heading");
    insert_space(line.at() + mark);
  }
  behind_colon_ = line.blank() && colon_;
  if (line.blank()) return;
  first_ = false;
  colon_ = ends_with_colon(words);
}

// Whether any line may be glued, at the cost of looking for the marks themselves.
bool may_be_glued(std::string_view markdown) {
  return markdown.find_first_of("#-*+.)") != markdown.npos ||
         markdown.find(bullet) != markdown.npos;
}

}  // namespace

Edits edit_glued_marks(std::string_view markdown, Remarks& remarks) {
  if (!may_be_glued(markdown)) return {};
  Separator separator(markdown, remarks);
  for_each_line(markdown, [&](const Line& line) { separator.read(line); });
  return separator.take();
}

}  // namespace listok::emitter
