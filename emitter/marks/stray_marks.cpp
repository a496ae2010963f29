#include "emitter/marks/stray_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/marks/lost_asterisks.hpp"
#include "emitter/marks/written_words.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t most_marks = 100;  // of one text that are looked at

// Nothing in `https://a.org/_b_` is a mark.
bool is_in_address(std::string_view text, Span words, std::size_t at) {
  constexpr std::size_t longest = 300;  // in bytes, that is looked at
  const std::size_t begin = std::max(words.begin, at - std::min(at, longest));
  std::string_view before = text.substr(begin, at - begin);
  before.remove_prefix(before.find_last_of(" \t\r\n(<\"") + 1);  // npos + 1 is the beginning
  return before.find("://") != before.npos || before.starts_with("www.");
}

// `count(*)`, `"*"`: a sign by itself.
bool stands_alone(std::string_view text, Span mark) {
  constexpr std::u32string_view opening = U"([{<\"'«“„", closing = U")]}>\"'»””";
  const std::size_t which = opening.find(code_point_before(text, mark.begin));
  return which != opening.npos && mark.end < text.size() &&
         next_code_point(text, mark.end) == closing[which];
}

// A run of marks in a text.
struct Mark {
  Span span;
  bool opens, closes;  // by where the blanks are

  std::size_t size() const { return span.end - span.begin; }
};

std::vector<Mark> marks_in(Span words, std::string_view text) {
  std::vector<Mark> marks;
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find_first_of("*~_\\", at)) != text.npos;) {
    const char c = text[at];
    if (c == '\\') {
      at += 2;
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of(c, at), text.size());
    const bool open = !is_ascii_space(byte_behind(text, end));
    const bool close = at > words.begin && !is_ascii_space(text[at - 1]);
    const bool in_name =
        c == '_' && close && open && is_word_byte(text[at - 1]) && is_word_byte(text[end]);
    const bool alone = c == '*' && stands_alone(text, {at, end});
    const bool tildes = c == '~' && end - at == 2;  // which nothing else is written with
    if (end - at <= 3 && !in_name && !alone && (open || close || tildes) &&
        marks.size() < most_marks && !is_in_address(text, words, at))
      marks.push_back({{at, end}, open, close});
    at = end;
  }
  return marks;
}

bool alike(const Mark& one, const Mark& other, std::string_view text) {
  return one.size() == other.size() && text[one.span.begin] == text[other.span.begin];
}

std::string hint_on(const Mark& mark, std::string_view written) {
  if (mark.opens && mark.closes) {
    return fmt::format(
        "put a space on its outer side, or keep the marks between letters: "
        "`{0}word{0}:`; write `\\{1}` for the character",
        written, written.front());
  }
  if (!mark.opens && !mark.closes) {
    return fmt::format("put no space between the marks and the words: `{0}word{0}`", written);
  }
  return fmt::format("close what it opens, or write `\\{}` for the character", written.front());
}

void tell(const Mark& mark, std::string_view text, DiagnosticList& findings) {
  const std::string_view written = text.substr(mark.span.begin, mark.span.end - mark.span.begin);
  findings.warning(mark.span, "stray-mark",
                   fmt::format("`{}` is printed as it stands: it marks nothing here", written),
                   hint_on(mark, written));
}

// Marks that could not pair: two of them around words, or one by itself of two characters. A single
// asterisk behind a word is a sign of the author's.
void unmatched(Span words, std::string_view text, DiagnosticList& findings) {
  const std::vector<Mark> marks = marks_in(words, text);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const bool single = mark.size() == 1;
    if (text[mark.span.begin] == '~' && mark.size() != 2) continue;
    const bool paired = std::any_of(marks.begin(), marks.end(), [&](const Mark& other) {
      if (other.span == mark.span || !alike(mark, other, text)) return false;
      return mark.span.begin < other.span.begin ? mark.opens && other.closes
                                                : mark.closes && other.opens;
    });
    if (paired || !single) tell(mark, text, findings);
  }
}

// `~words that are struck out~`; not `~5 и ~6`, nor `~/bin:~/lib`.
bool is_struck_out(std::string_view text, Span all) {
  constexpr std::size_t longest = 200;
  if (all.end - all.begin > longest || is_word_byte(byte_before(text, all.begin)) ||
      is_word_byte(byte_behind(text, all.end))) {
    return false;
  }
  const char last = text[all.end - 2];
  return (is_ascii_letter(text[all.begin + 1]) || is_beyond_ascii(text[all.begin + 1])) &&
         (is_word_byte(last) || std::string_view(".!?)").find(last) != std::string_view::npos);
}

// `~2~`: elsewhere an index, or struck out.
void single_tildes(Span words, std::string_view text, DiagnosticList& findings) {
  constexpr std::size_t longest = 10;
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find('~', at)) != text.npos; ++at) {
    const std::size_t end = text.find_first_of("~\n\\", at + 1);
    const bool doubled = byte_behind(text, at + 1) == '~' || (at > 0 && text[at - 1] == '~') ||
                         (at > 0 && text[at - 1] == '\\');
    if (doubled || end == text.npos || text[end] != '~' || byte_behind(text, end + 1) == '~' ||
        is_in_address(text, words, at)) {
      continue;
    }
    const bool index =
        end - at <= longest && text.substr(at, end - at).find_first_of(" \t") == text.npos;
    if (!index && !is_struck_out(text, {at, end + 1})) continue;
    findings.warning({at, end + 1}, "single-tilde",
                     fmt::format("`{}` is printed as it stands: two tildes strike out",
                                 text.substr(at, end + 1 - at)),
                     "write `~~…~~`; for an index write a formula, `$H_2$`, or `H₂`");
    at = end;
  }
}

// The words of emphasis that holds nothing but one text.
std::optional<Span> only_text(const Inlines& content) {
  if (content.size() != 1 || !std::holds_alternative<Text>(content.front().value)) return {};
  return content.front().span;
}

// `__init__`: the name of something, not emphasis, as are names with an underscore in them.
void name_in_underscores(Span words, std::string_view text, DiagnosticList& findings) {
  const std::string_view name = text.substr(words.begin, words.end - words.begin);
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_alphanumeric(c) || c == '_';
  });
  if (!is_name || words.begin < 2 || text.substr(words.begin - 2, 2) != "__") return;
  constexpr std::string_view names =
      " all call class cmp contains copy del dict doc enter eq exit file future getattr getitem "
      "hash "
      "import init iter len main module name new next repr setattr setitem slots str version ";
  const bool known = names.find(fmt::format(" {} ", name)) != names.npos;
  if (words.begin > 2 && text[words.begin - 3] == '_') return;  // strong and emphasis
  const bool of_object = words.begin > 2 && text[words.begin - 3] == '.';
  const bool called = byte_behind(text, words.end + 2) == '(';
  if (!known && !of_object && !called && name.find('_') == name.npos) return;
  findings.warning({words.begin - 2, words.end + 2}, "lost-mark",
                   fmt::format("`__{0}__` is set bold as `{0}`", name),
                   fmt::format("write `` `__{0}__` `` for a name, `**{0}**` for emphasis", name));
}

}  // namespace

void check_stray_marks(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  const auto has = [&](char mark) { return text.find(mark) != text.npos; };
  if (!has('*') && !has('_') && !has('~')) return;
  visit_written_words(blocks, source, [&](Span words) {
    unmatched(words, text, findings);
    single_tildes(words, text, findings);
  });
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (const auto* strong = std::get_if<Strong>(&one.value)) {
      if (const auto words = only_text(strong->content))
        name_in_underscores(*words, text, findings);
    }
  });
  check_lost_asterisks(blocks, source, findings);
}

}  // namespace listok::emitter
