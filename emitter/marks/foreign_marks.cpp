#include "emitter/marks/foreign_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/marks/written_words.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest = 80;           // of what stands between two marks, in bytes
constexpr std::size_t longest_comment = 400;  // of an author's remark

// What begins with `open` and ends with `close` on the same line.
struct Kind {
  std::string_view open, close;
  std::string_view hint;
  bool (*holds)(std::string_view inside);  // what may stand between
  std::size_t most = longest;
};

bool is_blank(char c) { return is_ascii_space(c) || c == '>'; }

bool is_tight(std::string_view inside) {
  return !inside.empty() && !is_blank(inside.front()) && !is_blank(inside.back());
}

bool is_one_word(std::string_view inside) {
  return !inside.empty() && inside.find_first_of(" \t") == inside.npos;
}

bool is_name_of_emoji(std::string_view inside) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789_+-";
  return inside.size() > 1 && inside.find_first_not_of(characters) == inside.npos &&
         is_ascii_letter(inside.front());
}

// `[[1, 2], [3, 4]]` and `[[0]]` are lists of numbers.
bool is_name_of_page(std::string_view inside) {
  return is_tight(inside) && inside.find_first_of("[]") == inside.npos &&
         inside.find_first_not_of("0123456789,.;:+- ") != inside.npos;
}

// `{{ name }}` and `{{< figure >}}`; not `{{x}}` of a format, nor `{{1,2},{3,4}}`.
bool is_of_template(std::string_view inside) {
  return !inside.empty() && std::string_view(" <%#>/&!").find(inside.front()) != inside.npos;
}

// `{: .class}` and `{: #id key="value"}`; not `{:ok, value}`.
bool is_attributes(std::string_view inside) {
  const std::size_t first = inside.find_first_not_of(' ');
  return first != inside.npos &&
         (inside[first] == '.' || inside[first] == '#' || inside.find("=\"") != inside.npos);
}

// `@knuth1984`, `@knuth1984, с. 5; @lamport`, without the first `@`.
bool is_citation(std::string_view inside) {
  const std::size_t end = inside.find_first_of(" ,;");
  return end > 0 && !inside.empty() && (end == inside.npos || inside[end] != ' ');
}

// `{#eq-main}`, `{.lead .wide}`; not `{.5}`, `{# so #}`, `{#if x}`.
bool is_class(std::string_view inside) {
  bool named = false;
  while (!inside.empty()) {
    const std::string_view word = inside.substr(0, inside.find(' '));
    const char first = word.empty() ? ' ' : word.front();
    const bool name = (first == '#' || first == '.') && word.size() > 1 &&
                      (is_ascii_letter(word[1]) || is_beyond_ascii(word[1])) &&
                      word.find_first_of("(){};,\\/#", 1) == word.npos;
    if (!name && !(is_ascii_letter(first) && word.find('=') != word.npos)) return false;
    named = named || name;
    inside.remove_prefix(std::min(inside.find_first_not_of(' ', word.size()), inside.size()));
  }
  return named;
}

// `^[what a note says]`; not `^[a-z]` and `^[0-9 ]` of regular expressions.
bool is_note(std::string_view inside) {
  constexpr std::size_t shortest = 4;
  if (!is_tight(inside) || inside.find_first_of("\\^") != inside.npos) return false;
  return inside.find(' ') != inside.npos ||
         (inside.size() >= shortest && std::all_of(inside.begin(), inside.end(), [](char c) {
            return is_ascii_letter(c) || is_beyond_ascii(c);
          }));
}

// `++ctrl+c++`; not `++i` and `i++`.
bool is_keys(std::string_view inside) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789_-+";
  return inside.size() > 1 && inside.find_first_not_of(characters) == inside.npos &&
         is_ascii_alphanumeric(inside.front()) && is_ascii_alphanumeric(inside.back());
}

bool is_between_letters(std::string_view inside) {
  return !inside.empty() && is_word_byte(inside.front()) && is_word_byte(inside.back());
}

// Not `{++i; j++}`.
bool is_remark(std::string_view inside) {
  return !inside.empty() && inside.find(';') == inside.npos;
}

bool is_anything(std::string_view) { return true; }
bool is_nothing(std::string_view inside) { return inside.empty(); }

constexpr auto kinds = std::to_array<Kind>({
    {"==", "==", "write `**…**` for what is to stand out", is_tight},
    {"[[", "]]", "say it in words, or link to an address: `[text](https://…)`", is_name_of_page},
    {"![[", "]]", "write the words themselves; a picture has the name of its file: `![[b.png]]`",
     is_name_of_page},
    {"^^", "^^", "write the words alone, or `**…**`", is_between_letters},
    {"^[", "]", "write `[^1]`, and `[^1]: …` on a line of its own", is_note, longest_comment},
    {"^", "^", "write a formula, `$x^2$`, or `x²`", is_one_word},
    {":", ":", "write the character itself, or leave it out", is_name_of_emoji},
    {"{{", "}}", "write what it would be replaced by", is_of_template},
    {"{:", "}", "leave it out: the look of the page is the class's", is_attributes},
    {"{%", "%}", "write what it would be replaced by", is_anything},
    {"{--", "--}", "remove it, or write what is meant", is_remark, longest_comment},
    {"{++", "++}", "write the words alone", is_remark, longest_comment},
    {"{>>", "<<}", "write `<!-- … -->` for a comment", is_remark, longest_comment},
    {"%%", "%%", "write `<!-- … -->` for a comment", is_anything, longest_comment},
    {"++", "++", "write the keys in words, or as code", is_keys},
    {"{", "}", "leave it out: the look of the page is the class's", is_class},
    {"[@", "]", "say in words what is meant", is_citation},
    {"[-@", "]", "say in words what is meant", is_citation},
    {"*[", "]:", "say it in words, where it is needed", is_between_letters},
    {"<<< @/", "", "write the code itself", is_nothing},
    {"[TOC]", "", "remove it: a book has its contents", is_nothing},
    {"[toc]", "", "remove it: a book has its contents", is_nothing},
});

// Where the mark may stand: `:smile:` not in `10:20:30`, `x^2^` behind a character.
bool stands_well(const Kind& kind, std::string_view text, Span all) {
  const char before = byte_before(text, all.begin);
  const char behind = byte_behind(text, all.end);
  if (before == '\\') return false;
  if (kind.open == ":") return !is_word_byte(before) && before != ':' && !is_word_byte(behind);
  if (kind.open == "++" || kind.open == "^^") return !is_word_byte(before) && !is_word_byte(behind);
  if (kind.open == "%%") {  // `x %% y` divides
    const bool whole = all.begin == 0 || before == '\n' || all.end >= text.size() ||
                       behind == '\n' || behind == '\r';
    return is_blank(before) && !is_word_byte(behind) && behind != '%' &&
           (whole || is_tight(text.substr(all.begin + 2, all.end - all.begin - 4)));
  }
  if (kind.open == "{") return before != '{' && behind != '}';
  if (kind.open == "^[") return std::string_view("*+?{$[").find(behind) == std::string_view::npos;
  if (kind.open == "*[" || kind.open == "<<< @/") return before == '\n' || all.begin == 0;
  if (kind.open == "^") {  // `2^10^3`, `a^2+b^2`
    const std::string_view inside = text.substr(all.begin + 1, all.end - all.begin - 2);
    return is_word_byte(before) && !(is_ascii_digit(before) && is_ascii_digit(behind)) &&
           !(is_ascii_alphanumeric(behind) && inside.find_first_of("+-*/=") != inside.npos);
  }
  if (kind.open == "[[") return before != '!' && behind != '(' && !is_word_byte(before);
  if (kind.open == "==") {  // `x==1, y==2` compares
    constexpr std::string_view value = "=)]\"'";
    return value.find(before) == value.npos && behind != '=' && !is_word_byte(before) &&
           !is_word_byte(behind);
  }
  return true;
}

bool overlaps(Span all, const std::vector<Span>& told) {
  return std::ranges::any_of(told,
                             [&](Span one) { return one.begin < all.end && all.begin < one.end; });
}

// `told`: the marks of other kinds, of which this one may be a part.
void look_for(const Kind& kind, Span words, std::string_view text, std::vector<Span>& told,
              DiagnosticList& findings) {
  const std::string_view here = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = here.find(kind.open, at)) != here.npos;) {
    const std::size_t inside = at + kind.open.size();
    const std::string_view rest = here.substr(inside, kind.most);
    const std::size_t size = rest.find(kind.close);
    const std::string_view held = rest.substr(0, size);
    const Span all{at, inside + held.size() + kind.close.size()};
    at = inside;
    if (size == rest.npos || held.find('\n') != held.npos || !kind.holds(held)) continue;
    if (!stands_well(kind, text, all)) continue;
    if (overlaps(all, told)) continue;
    told.push_back(all);
    findings.warning(
        all, "foreign-mark",
        fmt::format("`{}` is printed as it stands", text.substr(all.begin, all.end - all.begin)),
        std::string(kind.hint));
    at = all.end;
  }
}

// `@fig-plan`, `@eq:main`: the number of a figure or a formula elsewhere.
void look_for_references(Span words, std::string_view text, const std::vector<Span>& told,
                         DiagnosticList& findings) {
  constexpr auto names = std::to_array<std::string_view>({"fig", "tbl", "eq", "sec", "lst", "thm"});
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find('@', at)) != text.npos; ++at) {
    const std::string_view rest = text.substr(at + 1);
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](std::string_view name) { return rest.starts_with(name); });
    const char before = byte_before(text, at);
    if (found == names.end() || is_word_byte(before) || before == '\\') continue;
    const std::size_t label = at + 1 + found->size() + 1;
    std::size_t end = label;
    while (is_word_byte(byte_behind(text, end)) || byte_behind(text, end) == '-') ++end;
    const char divides = byte_behind(text, label - 1);
    if ((divides != '-' && divides != ':') || end == label) continue;
    if (overlaps({at, end}, told)) continue;
    findings.warning({at, end}, "foreign-mark",
                     fmt::format("`{}` is printed as it stands", text.substr(at, end - at)),
                     "say in words what is meant");
  }
}

// How many signs the line has when it is one of them alone, `=====`, as people draw lines.
std::size_t drawn_line(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of('='), line.size());
  return end > 2 && line.find_first_not_of(" \t\r", end) == line.npos ? end : 0;
}

// `???`, `???+` and `=== "…"` fold and divide elsewhere, `!!!` frames; behind it stands what kind.
std::size_t size_of_box(std::string_view line) {
  if (line.starts_with(":::") || line.starts_with("!!! ") || line.starts_with("=== \"")) return 3;
  const std::size_t size = line.starts_with("???+ ") ? 4 : 3;
  const char kind = byte_behind(line, size + 1);
  return line.starts_with("???") && line.substr(size).starts_with(' ') && kind >= 'a' && kind <= 'z'
             ? size
             : 0;
}

// Boxes, and lines that are drawn.
void look_for_boxes(Span paragraph, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, paragraph.end);
  for (std::size_t at = paragraph.begin; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (const std::size_t box = size_of_box(line); box > 0) {
      findings.warning(
          {at, at + box}, "foreign-mark",
          fmt::format("`{}` is printed as it stands: there are no boxes", line.substr(0, box)),
          "write a quotation, `> …`, or a heading");
    } else if (const std::size_t size = drawn_line(line); size > 0) {
      findings.warning({at, at + size}, "foreign-mark",
                       fmt::format("`{}` is printed as it stands", line.substr(0, size)),
                       "remove it; right below its words it makes a heading of them");
    }
    at = std::min(text.find_first_not_of(" \t>", end + 1), text.size());
  }
}

// A letter, "-", the end of the line, a small letter; not `одно- и двухместный`.
void look_for_torn_words(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find('-', at)) != text.npos; ++at) {
    const std::size_t end = at + (text.substr(at).starts_with("-\r\n") ? 3 : 2);
    if (end > text.size() || text[end - 1] != '\n') continue;
    if (at == words.begin || !is_word_byte(text[at - 1])) continue;
    const std::size_t next = std::min(text.find_first_not_of(" \t>", end), text.size());
    const std::string_view word =
        text.substr(next, text.find_first_of(" \t\r\n.,;:)", next) - next);
    if (word.empty() || !is_word_byte(word.front()) || fold_case(word) != word) continue;
    constexpr auto joining = std::to_array<std::string_view>(
        {"и",     "или", "либо", "та",   "або",   "чи",  "й",   "і",  "ды",
         "and",   "or",  "to",   "und",  "oder",  "bis", "et",  "ou", "y",
         "o",     "e",   "i",    "lub",  "oraz",  "ve",  "en",  "of", "och",
         "eller", "og",  "a",    "nebo", "alebo", "ja",  "tai", "és", "vagy"});
    if (std::find(joining.begin(), joining.end(), word) != joining.end()) continue;
    const std::size_t begin = text.find_last_of(" \t\n(", at) + 1;  // npos + 1 is the beginning
    findings.warning({begin, at + 1}, "torn-word",
                     fmt::format("the line ends inside of a word: `{}` `{}`",
                                 text.substr(begin, at + 1 - begin), word),
                     "write the word on one line");
  }
}

}  // namespace

void check_foreign_marks(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  visit_written_words(blocks, source, [&](Span words) {
    std::vector<Span> told;
    for (const Kind& kind : kinds) look_for(kind, words, text, told, findings);
    look_for_references(words, text, told, findings);
    look_for_torn_words(words, text, findings);
  });
  if (text.find(":::") == text.npos && text.find("!!! ") == text.npos &&
      text.find("???") == text.npos && text.find("===") == text.npos) {
    return;
  }
  visit_blocks(blocks, [&](const Block& block) {
    if (std::holds_alternative<Paragraph>(block.value)) look_for_boxes(block.span, text, findings);
  });
}

}  // namespace listok::emitter
