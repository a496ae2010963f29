#include "emitter/dialects/kept_lines.hpp"

#include <algorithm>
#include <vector>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t longest_number = 12;
constexpr std::size_t fewest_lines_of_verse = 4;
constexpr std::size_t longest_line_of_verse = 60;  // characters

enum class Beginning { words, letter, number, dash };

std::size_t size_of_first(std::string_view words) {
  std::size_t at = 0;
  if (!words.empty()) next_code_point(words, at);
  return at;
}

bool is_space_at(std::string_view words, std::size_t at) {
  return words.substr(at).starts_with(' ') || words.substr(at).starts_with("\u00A0");
}

// `а) `, `1.1. `, `— `. Numbers of one part, `2. `, are lists to Markdown.
Beginning beginning_of(std::string_view words) {
  if (words.empty()) return Beginning::words;
  std::size_t at = size_of_first(words);
  if ((words.starts_with("—") || words.starts_with("–")) && is_space_at(words, at)) {
    return Beginning::dash;
  }
  std::size_t begin = 0;
  const bool letter = is_letter(next_code_point(words, begin));
  if (letter && words.substr(at).starts_with(')') && is_space_at(words, at + 1)) {
    return Beginning::letter;
  }
  at = std::min(words.find_first_not_of("0123456789."), words.size());
  const std::string_view number = words.substr(0, at);
  const std::size_t dot = number.find('.');
  const bool has_parts = dot != 0 && number.find_first_of(digits, std::min(dot, at)) < at;
  if (words.substr(at).starts_with(')')) ++at;
  return has_parts && at <= longest_number && is_space_at(words, at) ? Beginning::number
                                                                     : Beginning::words;
}

bool is_capital(std::string_view words) {
  const std::string_view first = words.substr(0, size_of_first(words));
  std::size_t at = 0;
  return !first.empty() && is_letter(next_code_point(first, at)) && fold_case(first) != first;
}

bool ends_sentence(std::string_view words) {
  words = words.substr(0, words.find_last_not_of(" \t") + 1);
  for (const std::string_view mark : {".", "!", "?", "…", ":", "»", "\"", ";"}) {
    if (words.ends_with(mark)) return true;
  }
  return false;
}

// Of what ends a paragraph or stands in none.
bool is_other_block(std::string_view words) {
  for (const std::string_view mark :
       {"#", "|", "<", "$$", "\\[", "\\begin{", "![", "[^", "===", "---", ":::"}) {
    if (words.starts_with(mark)) return true;
  }
  return false;
}

class Keeper {
 public:
  Keeper(LineBreaks breaks, Remarks& remarks) : breaks_(breaks), remarks_(remarks) {}

  void read(const Line& line);
  Edits take();

 private:
  LineBreaks breaks_;
  Remarks& remarks_;
  Edits edits_;
  FenceTracker fences_;
  std::vector<Line> paragraph_;

  void end_paragraph();
  bool is_verse() const;
  void keep(const Line& above, const Line& below);
};

bool Keeper::is_verse() const {
  if (paragraph_.size() < fewest_lines_of_verse) return false;
  std::size_t sentences = 0;
  for (const Line& line : paragraph_) {
    const std::string_view words = line.words();
    if (!is_capital(words) || words.find('|') != words.npos) return false;
    if (length(words) > longest_line_of_verse) return false;
    if (ends_sentence(words)) ++sentences;
  }
  return sentences * 3 <= paragraph_.size() * 2;
}

void Keeper::keep(const Line& above, const Line& below) {
  if (above.text.ends_with("  ") || above.text.ends_with('\\')) return;
  if (edits_.empty() && breaks_ == LineBreaks::likely) {
    const std::size_t size = std::min(below.words().find(' '), below.words().size());
    remarks_.push_back({{below.at(), below.at() + size},
                        Severity::note,
                        "kept-lines",
                        "the lines are kept as lines, which Markdown would join",
                        "`lines: join` in the front matter joins them, `lines: keep` keeps all"});
  }
  const std::size_t end = above.begin + above.text.size();
  edits_.push_back({{end, end}, "  "});
}

void Keeper::end_paragraph() {
  if (paragraph_.size() < 2) {
    paragraph_.clear();
    return;
  }
  const bool all = breaks_ == LineBreaks::keep || is_verse();
  const auto count = [&](Beginning wanted) {
    return std::count_if(paragraph_.begin(), paragraph_.end(),
                         [&](const Line& line) { return beginning_of(line.words()) == wanted; });
  };
  const bool letters = !all && count(Beginning::letter) > 1;
  const bool numbers = !all && count(Beginning::number) > 1;
  const bool speech = beginning_of(paragraph_.front().words()) == Beginning::dash;
  for (std::size_t i = 1; i < paragraph_.size(); ++i) {
    const Beginning beginning = beginning_of(paragraph_[i].words());
    const bool spoken =
        speech && beginning == Beginning::dash && ends_sentence(paragraph_[i - 1].words());
    if (all || spoken || (letters && beginning == Beginning::letter) ||
        (numbers && beginning == Beginning::number)) {
      keep(paragraph_[i - 1], paragraph_[i]);
    }
  }
  paragraph_.clear();
}

void Keeper::read(const Line& line) {
  const bool other = fences_.is_code(line) || line.blank() || is_other_block(line.words()) ||
                     line.prefix().find("    ") != std::string_view::npos;
  const bool same_quote =
      paragraph_.empty() ||
      std::ranges::count(paragraph_.back().prefix(), '>') == std::ranges::count(line.prefix(), '>');
  const std::size_t mark = other ? 0 : list_mark(line.words());
  if (other || mark > 0 || !same_quote) end_paragraph();
  if (other) return;
  paragraph_.push_back(line);
  paragraph_.back().content += mark;
}

Edits Keeper::take() {
  end_paragraph();
  return std::move(edits_);
}

}  // namespace

Edits edit_kept_lines(std::string_view markdown, LineBreaks breaks, Remarks& remarks) {
  if (breaks == LineBreaks::join) return {};
  Keeper keeper(breaks, remarks);
  for_each_line(markdown, [&](const Line& line) { keeper.read(line); });
  return keeper.take();
}

}  // namespace listok::emitter
