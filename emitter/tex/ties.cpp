#include "emitter/tex/ties.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

using ties::is_number, ties::joins_words, ties::line_break, ties::no_break_space, ties::object;

using Words = std::initializer_list<std::u32string_view>;

bool is_space(char32_t c) { return c == U' ' || c == no_break_space; }

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0x0410 && c <= 0x042F) || c == 0x0401;
}

bool is_lower(char32_t c) { return is_letter(c) && !is_upper(c); }

bool is_one_of(std::u32string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_in_numbers(char32_t c) { return is_number(c) || c == U' ' || c == no_break_space; }

// Whether `run`, groups of digits with a space between each two, is one number.
bool are_thousands(std::u32string_view run) {
  std::size_t groups = 0, of_three = 0, with_zero = 0;
  while (!run.empty()) {
    const std::size_t end = std::min(run.find_first_of(U" \u00A0"), run.size());
    const std::u32string_view group = run.substr(0, end);
    ++groups;
    if (group.size() == 3) ++of_three;
    if (group.starts_with(U'0')) ++with_zero;
    if (group.empty() || group.size() > 3) return false;
    if (groups > 1 && group.size() != 3) return false;
    run.remove_prefix(std::min(end + 1, run.size()));
  }
  return groups <= 2 || of_three < groups || with_zero > 0;
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

  bool before_number_in_parentheses() const {
    return first() == U'(' && after_.size() > 1 && is_number(after_[1]);
  }

  bool before_number() const { return is_number(first()) || first() == object; }

  // "А." of "А. С. Пушкин" and of "С. Пушкин", "А.С." of "А.С. Пушкин".
  bool in_initials() const {
    if (last() != U'.' || !is_upper(first())) return false;
    if (after_.size() < 2 || (after_[1] != U'.' && !is_lower(after_[1]))) return false;
    std::size_t begin = before_.size();
    while (begin >= 2 && before_[begin - 1] == U'.' && is_upper(before_[begin - 2])) begin -= 2;
    return begin < before_.size() && (begin == 0 || !joins_words(before_[begin - 1]));
  }

  // "1 000 000", but not one of the spaces of "5 10 100" or "100 105 110", which are numbers in a
  // row.
  bool between_digits_of_thousands() const {
    if (!is_number(last()) || !is_number(first())) return false;
    std::size_t begin = before_.size();
    while (begin > 0 && is_in_numbers(before_[begin - 1])) --begin;
    while (is_space(before_[begin])) ++begin;
    if (begin > 0 && joins_words(before_[begin - 1])) return false;
    std::size_t end = 0;
    while (end < after_.size() && is_in_numbers(after_[end])) ++end;
    const bool part = end < after_.size() && joins_words(after_[end]) && after_[end] != U'.';
    while (is_space(after_[end - 1])) --end;
    std::u32string run(before_.substr(begin));
    run += U' ';
    run += after_.substr(0, end);
    if (part && end < after_.size() && !is_space(after_[end])) {
      // "1 000 5-й": the last is no number of the row.
      const std::size_t last = run.find_last_of(U" \u00A0");
      if (last <= before_.size() - begin) return false;
      run.erase(last);
    }
    return are_thousands(run);
  }

  bool after_number() const {  // before the last word
    std::size_t begin = before_.size();
    while (begin > 0 && !is_space(before_[begin - 1])) --begin;
    return begin > 1 && is_number(before_[begin - 2]);
  }

  // The letters of "XX" in "XX в."
  bool after_roman_number() const {
    const auto word = word_before();
    return !word.empty() && word.find_first_not_of(U"IVXLCDM") == word.npos;
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

// "т. е.", "и т. д.", "рис. 3", "г. Москва", "ул. Ленина".
bool binds_after_russian_abbreviation(const Gap& gap) {
  if (gap.after_any({U"т.", U"Т."}) &&
      gap.before_any({U"е.", U"д.", U"п.", U"к.", U"н.", U"ч.", U"о."})) {
    return true;
  }
  if (gap.before_number() &&
      gap.after_any({U"рис.",  U"табл.", U"стр.", U"с.",    U"гл.", U"п.",    U"пп.",
                     U"разд.", U"ст.",   U"т.",   U"вып.",  U"кв.", U"корп.", U"д.",
                     U"ч.",    U"прил.", U"Рис.", U"Табл.", U"Гл.", U"Разд.", U"Прил."})) {
    return true;
  }
  return is_upper(gap.first()) && !gap.after_number() &&
         gap.after_any({U"г.",   U"гор.", U"ул.",   U"пр.",   U"просп.", U"пл.", U"пер.",
                        U"наб.", U"пос.", U"с.",    U"д.",    U"обл.",   U"р.",  U"о.",
                        U"оз.",  U"им.",  U"акад.", U"проф.", U"доц.",   U"св."});
}

// "2020–2024 гг.", "12 чел.", "XX в."
bool binds_before_russian_abbreviation(const Gap& gap) {
  if (is_number(gap.last()) &&
      gap.before_any({U"г.", U"гг.", U"в.", U"вв.", U"чел.", U"экз.", U"мес.", U"сут.", U"нед.",
                      U"коп.", U"долл.", U"р.", U"год", U"лет", U"век"})) {
    return true;
  }
  return gap.after_roman_number() && gap.before_any({U"в.", U"вв.", U"век", U"столет"});
}

bool binds_short_cyrillic_word(const Gap& gap) {
  const auto word = gap.word_before();
  if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_cyrillic)) return false;
  const bool abbreviation = word.size() == 2 && is_upper(word[1]);  // "8 ГБ памяти", "ИИ"
  return !abbreviation &&
         !is_one_of(word, {U"мс", U"нс", U"см", U"мм", U"км", U"кг", U"шт", U"Гц", U"Вт"});
}

bool binds_in_russian(const Gap& gap) {
  const Words particles = {U"ли", U"ль", U"же", U"ж", U"бы", U"б"};
  if (is_one_of(gap.word_after(), particles) && is_letter(gap.last())) return true;
  if (gap.between_digits_of_thousands()) return true;
  if (gap.after(U"и") && gap.before_any({U"др.", U"пр."})) return true;
  if (gap.last() == U'.' && binds_after_russian_abbreviation(gap)) return true;
  if (binds_before_russian_abbreviation(gap)) return true;
  return !is_one_of(gap.word_before(), particles) && binds_short_cyrillic_word(gap);
}

bool binds_in_other_cyrillic(const Gap& gap) {
  return gap.between_digits_of_thousands() || binds_short_cyrillic_word(gap);
}

// "Eq. (3)", too.
bool binds_in_english(const Gap& gap) {
  if (is_one_of(gap.word_before(), {U"a", U"A", U"I"})) return true;
  const bool number = gap.before_number() || gap.before_number_in_parentheses();
  if (gap.last() != U'.') {
    return number &&
           is_one_of(gap.word_before(),
                     {U"Table",    U"Tables",    U"Figure",    U"Figures",  U"Section", U"Sections",
                      U"Chapter",  U"Equation",  U"Equations", U"Theorem",  U"Lemma",   U"Example",
                      U"Exercise", U"Algorithm", U"Listing",   U"Appendix", U"Page",    U"page",
                      U"pages",    U"Step",      U"step",      U"Part",     U"Question"});
  }
  if (gap.after_any({U"e.g.", U"i.e.", U"cf.", U"Cf.", U"E.g.", U"I.e.", U"vs.", U"Dr.", U"Mr.",
                     U"Mrs.", U"Ms.", U"Prof.", U"St."})) {
    return true;
  }
  return number &&
         gap.after_any({U"Fig.", U"fig.", U"figs.", U"eq.",   U"eqs.",  U"tab.", U"sec.", U"Figs.",
                        U"Eq.",  U"Eqs.", U"Sec.",  U"Secs.", U"Ch.",   U"Tab.", U"No.",  U"no.",
                        U"p.",   U"pp.",  U"vol.",  U"Vol.",  U"Jan.",  U"Feb.", U"Mar.", U"Apr.",
                        U"Jun.", U"Jul.", U"Aug.",  U"Sep.",  U"Sept.", U"Oct.", U"Nov.", U"Dec."});
}

bool binds_in_french(const Gap& gap) {
  return std::u32string_view(U";:!?\u00BB").find(gap.first()) != std::u32string_view::npos ||
         gap.last() == 0x00AB || gap.between_digits_of_thousands();
}

// Prepositions of one letter, in Polish, Czech and Slovak.
bool binds_single_letter(const Gap& gap) {
  return gap.word_before().size() == 1 || gap.between_digits_of_thousands();
}

struct LanguageRules {
  std::string_view language;
  bool (*bind)(const Gap& gap);
};

constexpr std::array rules_of_languages{
    LanguageRules{"ru", binds_in_russian},        LanguageRules{"en", binds_in_english},
    LanguageRules{"uk", binds_in_other_cyrillic}, LanguageRules{"be", binds_in_other_cyrillic},
    LanguageRules{"bg", binds_in_other_cyrillic}, LanguageRules{"sr", binds_in_other_cyrillic},
    LanguageRules{"mk", binds_in_other_cyrillic}, LanguageRules{"fr", binds_in_french},
    LanguageRules{"pl", binds_single_letter},     LanguageRules{"cs", binds_single_letter},
    LanguageRules{"sk", binds_single_letter},
};

bool binds_in(std::string_view language, const Gap& gap) {
  return std::ranges::any_of(rules_of_languages, [&](const LanguageRules& rules) {
    return rules.language == language && rules.bind(gap);
  });
}

}  // namespace

bool ties::joins_words(char32_t c) {
  return is_letter(c) || is_digit(c) || c == object ||
         std::u32string_view(U"-/.'_@\u00AD\u2011\u2019\u0301").find(c) !=
             std::u32string_view::npos;
}

bool is_tied(std::u32string_view row, std::size_t space, std::string_view language) {
  const Gap gap(row, space);
  return gap.between_words() && (binds_in_any_language(gap) || binds_in(language, gap));
}

}  // namespace listok::emitter
