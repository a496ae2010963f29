#include "emitter/tex/typography.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr char32_t no_break_space = 0x00A0;
constexpr char32_t no_break_hyphen = 0x2011;
constexpr char32_t object = 0xFFFC;  // stands for code, a formula, an image, an address
constexpr char32_t line_break = U'\n';

using Words = std::initializer_list<std::u32string_view>;

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
    return text != nullptr && text->text.size() > 3 && link.address.ends_with(text->text);
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
    } else if (auto* link = std::get_if<Link>(&one.value); link && !is_address(*link)) {
      collect(link->content);
    } else {
      row_ += std::holds_alternative<HardBreak>(one.value) ? line_break : object;
    }
  }

  std::u32string row_;
  std::vector<Piece> pieces_;
};

bool is_space(char32_t c) { return c == U' ' || c == no_break_space; }

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0x0410 && c <= 0x042F) || c == 0x0401;
}

bool is_lower(char32_t c) { return is_letter(c) && !is_upper(c); }

bool is_number(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_one_of(std::u32string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

// What a word in the sense of the rules cannot touch: "KV-" and "/s" are parts of one.
bool joins_words(char32_t c) {
  return is_letter(c) || is_digit(c) || c == object ||
         std::u32string_view(U"-/.'_@\u2011\u2019\u0301").find(c) != std::u32string_view::npos;
}

// The neighbourhood of one space of a row.
class Gap {
 public:
  Gap(std::u32string_view row, std::size_t space)
      : before_(row.substr(0, space)), after_(row.substr(space + 1)) {}

  bool between_words() const {
    return !before_.empty() && !after_.empty() && !is_space(last()) && !is_space(first()) &&
           last() != line_break && first() != line_break;
  }

  char32_t last() const { return before_.back(); }
  char32_t first() const { return after_.front(); }

  // The letters that stand before the space; empty when they are but the end of a word.
  std::u32string_view word_before() const {
    std::size_t begin = before_.size();
    while (begin > 0 && is_letter(before_[begin - 1])) --begin;
    if (begin > 0 && joins_words(before_[begin - 1])) return {};
    return before_.substr(begin);
  }

  // The letters and signs that stand after the space, up to what ends a word.
  std::u32string_view word_after() const {
    std::size_t end = 0;
    while (end < after_.size() && is_letter(after_[end])) ++end;
    if (end == 0 && joins_words(after_[0])) return {};
    const bool part = end < after_.size() && joins_words(after_[end]) && after_[end] != U'.' &&
                      after_[end] != U'/';
    return part ? std::u32string_view{} : after_.substr(0, end);
  }

  // Whether what stands before the space is `abbreviation`, whole.
  bool after(std::u32string_view abbreviation) const {
    if (!before_.ends_with(abbreviation)) return false;
    const std::size_t begin = before_.size() - abbreviation.size();
    return begin == 0 || !joins_words(before_[begin - 1]);
  }

  bool after_any(Words abbreviations) const {
    return std::ranges::any_of(abbreviations, [this](auto word) { return after(word); });
  }

  bool before_any(Words words) const {
    return std::ranges::any_of(words, [this](auto word) { return after_.starts_with(word); });
  }

  bool before_number() const { return is_number(first()) || first() == object; }

  // "А." of "А. С. Пушкин" and of "С. Пушкин".
  bool in_initials() const {
    if (before_.size() < 2 || last() != U'.' || !is_upper(before_[before_.size() - 2])) {
      return false;
    }
    if (before_.size() > 2 && joins_words(before_[before_.size() - 3])) return false;
    return is_upper(first()) && after_.size() > 1 && (after_[1] == U'.' || is_lower(after_[1]));
  }

  bool between_digits_of_thousands() const {
    if (!is_number(last()) || after_.size() < 3) return false;
    const auto digits = [](std::u32string_view text) {
      return std::ranges::all_of(text, is_number);
    };
    return digits(after_.substr(0, 3)) &&
           (after_.size() == 3 || !joins_words(after_[3]) || after_[3] == U'.');
  }

  bool between_number_and_unit() const {
    if (!is_number(last()) && last() != object) return false;
    if (is_number(last()) && before_any({U"%", U"\u2030", U"\u00D7", U"\u00B0", U"\u20BD", U"$"})) {
      return true;
    }
    return is_one_of(
        word_after(),
        {U"B",   U"KB",   U"MB",   U"GB",   U"TB",    U"PB",     U"KiB",    U"MiB",     U"GiB",
         U"TiB", U"Kb",   U"Mb",   U"Gb",   U"bit",   U"bits",   U"ns",     U"\u00B5s", U"\u03BCs",
         U"us",  U"ms",   U"s",    U"min",  U"h",     U"Hz",     U"kHz",    U"MHz",     U"GHz",
         U"W",   U"kW",   U"K",    U"M",    U"m",     U"cm",     U"mm",     U"km",      U"g",
         U"kg",  U"pt",   U"px",   U"FLOP", U"FLOPS", U"GFLOPS", U"TFLOPS", U"PFLOPS",  U"Б",
         U"КБ",  U"МБ",   U"ГБ",   U"ТБ",   U"ПБ",    U"КиБ",    U"МиБ",    U"ГиБ",     U"ТиБ",
         U"Кб",  U"Мб",   U"Гб",   U"кб",   U"бит",   U"байт",   U"нс",     U"мкс",     U"мс",
         U"с",   U"сек",  U"мин",  U"ч",    U"Гц",    U"кГц",    U"МГц",    U"ГГц",     U"Вт",
         U"кВт", U"м",    U"см",   U"мм",   U"км",    U"г",      U"кг",     U"шт",      U"тыс",
         U"млн", U"млрд", U"трлн", U"руб",  U"раз",   U"пт"});
  }

 private:
  std::u32string_view before_;
  std::u32string_view after_;
};

bool binds_in_any_language(const Gap& gap) {
  return gap.first() == 0x2014 || gap.first() == 0x2013 ||
         (gap.last() == 0x2116 && gap.before_number()) || gap.last() == 0x00A7 ||
         gap.in_initials() || gap.between_number_and_unit();
}

bool binds_in_russian(const Gap& gap) {
  const Words particles = {U"ли", U"ль", U"же", U"ж", U"бы", U"б"};
  if (is_one_of(gap.word_after(), particles) && is_letter(gap.last())) return true;
  if (gap.between_digits_of_thousands()) return true;
  if (gap.after(U"т.") && gap.before_any({U"е.", U"д.", U"п.", U"к.", U"н.", U"ч.", U"о."})) {
    return true;
  }
  if (gap.after(U"и") && gap.before_any({U"др.", U"пр."})) return true;
  if (gap.before_number() && gap.after_any({U"рис.", U"табл.", U"стр.", U"с.", U"гл.", U"п.",
                                            U"разд.", U"ст.", U"Рис.", U"Табл."})) {
    return true;
  }
  const auto word = gap.word_before();
  if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_cyrillic)) return false;
  const bool abbreviation = word.size() == 2 && is_upper(word[1]);  // "8 ГБ памяти", "ИИ"
  return !abbreviation && !is_one_of(word, particles) &&
         !is_one_of(word, {U"мс", U"нс", U"см", U"мм", U"км", U"кг", U"шт", U"Гц", U"Вт"});
}

bool binds_in_english(const Gap& gap) {
  if (is_one_of(gap.word_before(), {U"a", U"A", U"I"})) return true;
  if (gap.after_any({U"e.g.", U"i.e.", U"cf.", U"Cf.", U"E.g.", U"I.e.", U"vs.", U"Dr.", U"Mr.",
                     U"Mrs.", U"Prof."})) {
    return true;
  }
  return gap.before_number() && gap.after_any({U"Fig.", U"Figs.", U"Eq.", U"Eqs.", U"Sec.", U"Ch.",
                                               U"Tab.", U"No.", U"no.", U"p.", U"pp."});
}

struct LanguageRules {
  std::string_view language;
  bool (*bind)(const Gap& gap);
};

constexpr std::array rules_of_languages{
    LanguageRules{"ru", binds_in_russian},
    LanguageRules{"en", binds_in_english},
};

bool binds_in(std::string_view language, const Gap& gap) {
  return std::ranges::any_of(rules_of_languages, [&](const LanguageRules& rules) {
    return rules.language == language && rules.bind(gap);
  });
}

void bind_spaces(std::u32string& row, std::string_view language) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] != U' ') continue;
    const Gap gap(row, i);
    if (!gap.between_words()) continue;
    if (binds_in_any_language(gap) || binds_in(language, gap)) row[i] = no_break_space;
  }
}

// "2-3 раза", but neither "2024-05-01" nor "GPT-4" nor "-1".
void bind_ranges(std::u32string& row) {
  for (std::size_t i = 1; i + 1 < row.size(); ++i) {
    if (row[i] != U'-' || !is_number(row[i - 1]) || !is_number(row[i + 1])) continue;
    std::size_t begin = i;
    while (begin > 0 && is_number(row[begin - 1])) --begin;
    std::size_t end = i + 1;
    while (end < row.size() && is_number(row[end])) ++end;
    const bool whole = (begin == 0 || !joins_words(row[begin - 1])) &&
                       (end == row.size() || !joins_words(row[end]) || row[end] == U'.');
    if (whole) row[i] = no_break_hyphen;
  }
}

}  // namespace

void bind_words(Inlines& inlines, std::string_view language) {
  Line line;
  line.collect(inlines);
  const std::u32string before = line.row();
  bind_spaces(line.row(), language);
  bind_ranges(line.row());
  if (line.row() != before) line.write_back();
}

}  // namespace listok::emitter
