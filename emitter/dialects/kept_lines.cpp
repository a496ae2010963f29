#include "emitter/dialects/kept_lines.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
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

bool is_capital(std::string_view words) {
  const std::string_view first = words.substr(0, size_of_first(words));
  std::size_t at = 0;
  return !first.empty() && is_letter(next_code_point(first, at)) && fold_case(first) != first;
}

// `text` without the stars of emphasis that it begins with.
std::string_view without_stars(std::string_view text) {
  return text.substr(std::min({text.find_first_not_of('*'), text.size(), std::size_t{2}}));
}

// The letter of `а) …`, `a. …`, `**A.** …`; 0 when none stands there. `А. С. Пушкин` has initials.
char32_t letter_of(std::string_view words) {
  words = without_stars(words);
  std::size_t at = 0;
  const char32_t letter = words.empty() ? U' ' : next_code_point(words, at);
  const bool dot = words.substr(at).starts_with('.');
  if (!is_letter(letter) || (!dot && !words.substr(at).starts_with(')'))) return 0;
  words = without_stars(words.substr(at + 1));
  if (!is_space_at(words, 0)) return 0;
  at = std::min(words.find_first_not_of(" \t\xC2\xA0"), words.size());
  const bool more = dot && at < words.size() && is_letter(next_code_point(words, at));
  return more && words.substr(at).starts_with('.') ? 0 : letter;
}

// The parts of `1.10.2`; of a letter its code point. Empty when neither stands there.
std::vector<unsigned> parts_of(std::string_view words, Beginning beginning) {
  std::vector<unsigned> parts;
  std::size_t at = 0;
  if (beginning == Beginning::letter) return {static_cast<unsigned>(letter_of(words))};
  if (beginning != Beginning::number) return {};
  for (bool inside = false; words[at] == '.' || digits.find(words[at]) != digits.npos; ++at) {
    if (words[at] == '.') {
      inside = false;
      continue;
    }
    if (!inside) parts.push_back(0);
    inside = true;
    parts.back() = parts.back() * 10 + static_cast<unsigned>(words[at] - '0');
  }
  return parts;
}

// Whether the parts of a number, or a letter, are the next ones: 1.2 of 1.1, 2.1 of 1.2, 1.1.1 of 1.1.
bool follows(const std::vector<unsigned>& before, const std::vector<unsigned>& next) {
  const auto [old, made] = std::ranges::mismatch(before, next);
  if (made == next.end()) return false;
  if (old == before.end()) return std::next(made) == next.end() && *made == 1;
  const bool skips_short_i = *old == U'и' && *made == U'к';
  return (*made == *old + 1 || skips_short_i) &&
         std::all_of(std::next(made), next.end(), [](unsigned part) { return part == 1; });
}

// `а) `, `a. `, `1.1. `, `1.1 Capital`, `— `. Numbers of one part, `2. `, are lists to Markdown.
Beginning beginning_of(std::string_view words) {
  if (words.empty()) return Beginning::words;
  std::size_t at = size_of_first(words);
  if ((words.starts_with("—") || words.starts_with("–")) && is_space_at(words, at)) {
    return Beginning::dash;
  }
  if (letter_of(words) != 0) return Beginning::letter;
  at = std::min(words.find_first_not_of("0123456789."), words.size());
  const std::string_view number = words.substr(0, at);
  const std::size_t dot = number.find('.');
  const bool has_parts = dot != 0 && number.find_first_of(digits, std::min(dot, at)) < at;
  bool ends_with_mark = number.ends_with('.');
  if (words.substr(at).starts_with(')')) {
    ++at;
    ends_with_mark = true;
  }
  if (!has_parts || at > longest_number || !is_space_at(words, at)) return Beginning::words;
  const std::size_t word = words.find_first_not_of(" \t\xC2\xA0", at);
  const bool named = word != words.npos && is_capital(words.substr(word));
  return ends_with_mark || named ? Beginning::number : Beginning::words;
}

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

bool goes_on(std::string_view words) {
  words = without_end_blanks(words);
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
       {"#", "|", "<", "$$", "\\[", "\\begin{", "![", "[^", "===", "---", ":::"}) {
    if (words.starts_with(mark)) return true;
  }
  return false;
}

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
  std::vector<Line> paragraph_;

  void end_paragraph();
  bool is_verse() const;
  bool count_up(Beginning wanted) const;
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

// Whether a list may begin below the line `above`: behind a colon; the letter A behind any sentence.
// `E. White` is a name.
bool may_begin(std::string_view above, std::string_view words) {
  const char32_t letter = letter_of(words);
  if (is_first_letter(letter)) return ends_sentence(above) && !goes_on(above);
  const bool name = letter != 0 && words.find('.') < words.find(')');
  return !name && ends_with_colon(above);
}

// Whether the lines that begin so are items: the first begins the paragraph or stands behind a
// colon, each counts on from the one before, and no line above one of them goes on in it. Three
// from the letter A on are items wherever they stand: `The value is⏎a. one⏎b. two⏎c. three`.
bool Keeper::count_up(Beginning wanted) const {
  std::vector<unsigned> last;
  std::size_t found = 0, fewest = 2;
  for (std::size_t i = 0; i < paragraph_.size(); ++i) {
    const std::string_view words = paragraph_[i].words();
    if (beginning_of(words) != wanted) continue;
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

void Keeper::end_paragraph() {
  if (paragraph_.size() < 2) {
    paragraph_.clear();
    return;
  }
  const bool all = breaks_ == LineBreaks::keep || is_verse();
  const bool letters = !all && count_up(Beginning::letter);
  const bool numbers = !all && count_up(Beginning::number);
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
  const bool same_quote = paragraph_.empty() || paragraph_.back().quotes() == line.quotes();
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

Edits edit_kept_lines(std::string_view markdown, LineBreaks breaks, std::string_view language,
                      Remarks& remarks) {
  if (breaks == LineBreaks::join) return {};
  Keeper keeper(breaks, language, remarks);
  for_each_line(markdown, [&](const Line& line) { keeper.read(line); });
  return keeper.take();
}

}  // namespace listok::emitter
