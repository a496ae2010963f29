#include "emitter/dialects/kept_lines.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/line_beginnings.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t fewest_lines_of_verse = 4;
constexpr std::size_t longest_line_of_verse = 60;  // characters

// A line that ends with such a word goes on in the next. No Latin letters, which are variables too.
constexpr auto joining_words = std::to_array<std::string_view>({
    "а",     "без", "в",       "во",      "для",  "до",   "если",  "за",   "и",     "из",    "или",
    "к",     "как", "когда",   "который", "на",   "над",  "не",    "но",   "о",     "об",    "от",
    "по",    "под", "при",     "с",       "со",   "так",  "также", "то",   "у",     "чем",   "что",
    "чтобы", "між", "та",      "або",     "від",  "про",  "що",    "й",    "about", "an",    "and",
    "as",    "at",  "because", "but",     "by",   "for",  "from",  "if",   "in",    "into",  "is",
    "are",   "of",  "on",      "or",      "than", "that", "the",   "to",   "was",   "which", "with",
    "als",   "am",  "auf",     "aus",     "bei",  "das",  "dem",   "den",  "der",   "des",   "die",
    "durch", "ein", "eine",    "für",     "im",   "ist",  "mit",   "oder", "und",   "von",   "vom",
    "zu",    "zum", "zur",     "de",      "du",   "des",  "la",    "le",   "les",   "et",    "ou",
    "un",    "une", "que",     "en",      "el",   "los",  "il",    "di",   "che",   "per",   "na",
    "do",    "lub", "że",
});

// The last bracket that opens is not closed: half-open intervals end with another one.
bool leaves_bracket_open(std::string_view words) {
  const std::size_t open = words.rfind('(');
  return open != words.npos && words.find_first_of(")]", open) == words.npos;
}

bool goes_on(std::string_view words) {
  words = without_end_blanks(words);
  if (words.ends_with('=') || words.ends_with('+') || leaves_bracket_open(words)) return true;
  std::size_t begin = words.find_last_of(" \t(") + 1;  // npos + 1 is the beginning
  const std::string last = fold_case(words.substr(begin));
  return std::ranges::find(joining_words, std::string_view(last)) != joining_words.end();
}

bool ends_sentence(std::string_view words) {
  words = without_end_blanks(words);
  for (const std::string_view mark : {".", "!", "?", "…", ":", "»", "\"", ";"}) {
    if (words.ends_with(mark)) return true;
  }
  return false;
}

// Of what ends a paragraph or stands in none.
bool is_other_block(std::string_view words) {
  for (const std::string_view mark :
       {"#", "|", "<", "$$", "\\[", "\\begin{", "![", "[^", "===", ":::"}) {
    if (words.starts_with(mark)) return true;
  }
  return words.starts_with("---") && beginning_of(words) != Beginning::dash;
}

struct Row : Line {
  Beginning beginning = Beginning::words;
};

class Keeper {
 public:
  Keeper(LineBreaks breaks, std::string_view language, Remarks& remarks)
      : breaks_(breaks), nouns_are_capital_(language == "de"), remarks_(remarks) {}

  void read(const Line& line);
  Edits take();

 private:
  LineBreaks breaks_;
  bool nouns_are_capital_;  // so that capitals at the beginnings of lines do not mean verse
  Remarks& remarks_;
  Edits edits_;
  FenceTracker fences_;
  std::vector<Row> paragraph_;

  void end_paragraph();
  bool is_verse() const;
  bool count_up(Beginning wanted) const;
  bool repeat(Beginning wanted) const;
  void find(Beginning wanted, std::vector<bool>& kept) const;
  void find_roman_numbers(std::vector<bool>& kept) const;
  void find_dashes(std::vector<bool>& kept) const;
  void keep(const Line& above, const Line& below);
};

bool Keeper::is_verse() const {
  if (nouns_are_capital_ || paragraph_.size() < fewest_lines_of_verse) return false;
  std::size_t sentences = 0;
  for (const Line& line : paragraph_) {
    const std::string_view words = line.words();
    if (!is_capital(words) || words.find('|') != words.npos) return false;
    if (length(words) > longest_line_of_verse) return false;
    if (goes_on(words) || words.find(' ') == words.npos) return false;
    if (ends_sentence(words)) ++sentences;
  }
  return sentences * 3 <= paragraph_.size() * 2;
}

bool ends_with_break(std::string_view line) {
  if (line.ends_with("  ") || line.ends_with('\\')) return true;
  line = without_end_blanks(line);
  return line.ends_with("<br>") || line.ends_with("<br/>") || line.ends_with("<br />");
}

void Keeper::keep(const Line& above, const Line& below) {
  if (ends_with_break(above.text)) return;
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

bool is_first_letter(char32_t letter) {
  return letter != 0 && std::u32string_view(U"aAаА").find(letter) != std::u32string_view::npos;
}

// Whether a list may begin below the line `above`: behind a colon; `a)` behind any words, `a.` behind
// a sentence. `E. White` is a name.
bool may_begin(std::string_view above, std::string_view words) {
  const char32_t letter = letter_of(words);
  const bool dot = letter != 0 && words.find('.') < words.find(')');
  if (is_first_letter(letter)) return (!dot || ends_sentence(above)) && !goes_on(above);
  return !dot && ends_with_colon(above);
}

// Whether the lines that begin so are items: the first begins the paragraph or stands behind a
// colon, each counts on from the one before, and no line above one of them goes on in it. Three
// from the letter A on are items wherever they stand: `The value is⏎a. one⏎b. two⏎c. three`.
bool Keeper::count_up(Beginning wanted) const {
  std::vector<unsigned> last;
  std::size_t found = 0, fewest = 2;
  for (std::size_t i = 0; i < paragraph_.size(); ++i) {
    const std::string_view words = paragraph_[i].words();
    if (paragraph_[i].beginning != wanted) continue;
    const std::string_view above = i == 0 ? ":" : paragraph_[i - 1].words();
    std::vector<unsigned> parts = parts_of(words, wanted);
    if (found++ == 0) {
      if (!may_begin(above, words)) {
        if (!is_first_letter(letter_of(words))) return false;
        fewest = 3;
      }
    } else if (goes_on(above) || !follows(last, parts)) {
      return false;
    }
    last = std::move(parts);
  }
  return found >= fewest;
}

void Keeper::find(Beginning wanted, std::vector<bool>& kept) const {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (paragraph_[i].beginning == wanted) kept[i] = true;
  }
}

// Two lines or more that count up from I, where no line above one of them goes on in it.
void Keeper::find_roman_numbers(std::vector<bool>& kept) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < paragraph_.size(); ++i) {
    const unsigned number = roman_of(paragraph_[i].words());
    if (number == 0) continue;
    if (number != found.size() + 1 || (i > 0 && goes_on(paragraph_[i - 1].words()))) return;
    found.push_back(i);
  }
  if (found.size() < 2) return;
  for (const std::size_t i : found) kept[i] = true;
}

// Whether two lines or more begin so, and no line above one of them goes on in it.
bool Keeper::repeat(Beginning wanted) const {
  std::string_view last;
  std::size_t found = 0;
  for (std::size_t i = 0; i < paragraph_.size(); ++i) {
    const std::string_view words = paragraph_[i].words();
    if (paragraph_[i].beginning != wanted) continue;
    if (i > 0 && goes_on(paragraph_[i - 1].words())) return false;
    if (found++ > 0 && wanted == Beginning::label && !are_of_one_list(last, words)) return false;
    last = words;
  }
  return found > 1;
}

bool has_dash(const Row& row) { return row.beginning == Beginning::dash; }

// `– хлеб`, `— Рим — столица`, and not `— Да, — сказал он`, which the next line may go on.
bool is_whole(const Row& row) {
  const std::string_view words = row.words();
  for (const std::string_view speech : {", —", ", –", "! —", "? —", ". —", "… —"}) {
    if (words.find(speech) != words.npos) return false;
  }
  return has_dash(row) && !goes_on(words);
}

// Whether a list or a talk of those lines begins below a line of words: behind a colon, or when three
// of them or whole sentences follow and nothing else.
bool may_begin_with_dashes(std::string_view above, std::span<const Row> rows) {
  if (std::ranges::count_if(rows, has_dash) < 2) return false;
  if (ends_with_colon(above)) return true;
  if (goes_on(above) || !std::ranges::all_of(rows, has_dash)) return false;
  const auto is_sentence = [](const Row& row) { return ends_sentence(row.words()); };
  return rows.size() > 2 || ends_sentence(above) || std::ranges::all_of(rows, is_sentence);
}

void Keeper::find_dashes(std::vector<bool>& kept) const {
  const auto first = std::ranges::find_if(paragraph_, has_dash);
  const std::span<const Row> rows(first, paragraph_.end());
  const bool below_words = first != paragraph_.begin();
  if (below_words && !may_begin_with_dashes(std::prev(first)->words(), rows)) return;
  const bool all_whole = std::ranges::all_of(rows, is_whole);
  const auto begin = static_cast<std::size_t>(first - paragraph_.begin());
  for (std::size_t i = begin + 1; i < paragraph_.size(); ++i) {
    const bool ends_above = all_whole || ends_sentence(paragraph_[i - 1].words());
    if (!has_dash(paragraph_[i]) || !ends_above) continue;
    kept[i] = true;
    if (below_words) kept[begin] = true;
  }
}

void Keeper::end_paragraph() {
  if (paragraph_.size() > 1) {
    for (Row& row : paragraph_) row.beginning = beginning_of(row.words());
    std::vector<bool> kept(paragraph_.size(), breaks_ == LineBreaks::keep || is_verse());
    for (const Beginning one : {Beginning::letter, Beginning::number}) {
      if (count_up(one)) find(one, kept);
    }
    for (const Beginning one : {Beginning::label, Beginning::sign}) {
      if (repeat(one)) find(one, kept);
    }
    find_roman_numbers(kept);
    find_dashes(kept);
    for (std::size_t i = 1; i < kept.size(); ++i) {
      if (kept[i]) keep(paragraph_[i - 1], paragraph_[i]);
    }
  }
  paragraph_.clear();
}

void Keeper::read(const Line& line) {
  const bool other = fences_.is_code(line) || line.blank() || is_other_block(line.words()) ||
                     (paragraph_.empty() && line.prefix().find("    ") != std::string_view::npos);
  const bool same_quote = paragraph_.empty() || paragraph_.back().quotes() == line.quotes();
  const std::size_t mark = other ? 0 : list_mark(line.words());
  if (other || mark > 0 || !same_quote) end_paragraph();
  if (other) return;
  paragraph_.push_back({line});
  paragraph_.back().content += mark;
}

Edits Keeper::take() {
  end_paragraph();
  return std::move(edits_);
}

}  // namespace

Edits edit_kept_lines(std::string_view markdown, LineBreaks breaks, std::string_view language,
                      Remarks& remarks) {
  if (breaks == LineBreaks::join) return {};
  Keeper keeper(breaks, language, remarks);
  for_each_line(markdown, [&](const Line& line) { keeper.read(line); });
  return keeper.take();
}

}  // namespace listok::emitter
