#include "latex/pages/expected_letters.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "emitter/text/letters.hpp"

namespace listok::latex {
namespace {

// What of a command or an environment is skipped: "[" an option that may be there, "{" an argument.
struct Silent {
  std::string_view name;
  std::string_view skipped;
};

constexpr std::array commands{Silent{"sym", "{"},
                              Silent{"weblink", "[{{"},
                              Silent{"picture", "[{"},
                              Silent{"codeline", "["},
                              Silent{"hspace", "{"},
                              Silent{"gap", "{"},
                              Silent{"documentclass", "[{"},
                              Silent{"usepackage", "[{"}};
constexpr std::array environments{Silent{"sheet", "["}, Silent{"enumerate", "["},
                                  Silent{"codeblock", "{"}, Silent{"sheettable", "{"}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class LetterCount {
 public:
  LetterCount(std::string_view tex, const std::vector<std::string>& shown)
      : tex_(tex), shown_(shown) {}

  std::size_t run();

 private:
  char here() const { return at_ < tex_.size() ? tex_[at_] : '\0'; }
  void control();
  void begin_environment();
  std::string_view name();
  std::string_view skip(char open, char close);
  void skip_all(std::string_view what);
  void skip_past(std::string_view end);
  void skip_formula();
  void count_text();

  std::string_view tex_;
  const std::vector<std::string>& shown_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::set<std::string_view> notes_;  // that are set
};

void LetterCount::skip_past(std::string_view end) {
  const auto found = tex_.find(end, at_);
  at_ = found == std::string_view::npos ? tex_.size() : found + end.size();
}

std::string_view LetterCount::name() {
  const auto begin = at_;
  while (is_letter(here())) ++at_;
  return tex_.substr(begin, at_ - begin);
}

// From `open`, if that is here, to its `close`; braces inside are in pairs. Returns what stands
// between.
std::string_view LetterCount::skip(char open, char close) {
  if (here() != open) return {};
  const auto begin = ++at_;
  for (std::size_t depth = 0; at_ < tex_.size(); ++at_) {
    const char c = tex_[at_];
    if (depth == 0 && c == close) {
      ++at_;
      return tex_.substr(begin, at_ - begin - 1);
    }
    if (c == '\\') ++at_;
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
  }
  at_ = tex_.size();
  return tex_.substr(begin);
}

void LetterCount::skip_all(std::string_view what) {
  for (const char one : what) skip(one, one == '[' ? ']' : '}');
}

void LetterCount::begin_environment() {
  const std::string_view which = skip('{', '}');
  if (which == "sheetsection") {
    std::string_view key = skip('[', ']');
    key.remove_prefix(std::min(key.find('=') + 1, key.size()));
    const bool hidden = !shown_.empty() && std::ranges::find(shown_, key) == shown_.end();
    if (hidden) skip_past("\\end{sheetsection}");
    return;
  }
  if (which == "sheetcode") {
    skip('{', '}');
    const auto end = std::min(tex_.find("\\end{sheetcode}", at_), tex_.size());
    count_ += emitter::letters_in(tex_.substr(at_, end - at_));
    at_ = end;
    return;
  }
  const auto* const silent = std::ranges::find(environments, which, &Silent::name);
  if (silent != environments.end()) skip_all(silent->skipped);
}

void LetterCount::control() {
  ++at_;
  if (!is_letter(here())) {
    if (here() == '[')
      skip_past("\\]");
    else
      ++at_;
    return;
  }
  const std::string_view which = name();
  if (which == "begin") return begin_environment();
  if (which == "end") return static_cast<void>(skip('{', '}'));
  const auto* const silent = std::ranges::find(commands, which, &Silent::name);
  if (silent != commands.end()) skip_all(silent->skipped);
  // Only the first of the places that refer to it sets a note.
  if (which == "sharednote" && !notes_.insert(skip('{', '}')).second) skip('{', '}');
}

void LetterCount::skip_formula() {
  ++at_;
  do skip_past("$");
  while (at_ < tex_.size() && tex_[at_ - 2] == '\\');
}

// A run of text up to the next character that means something to TeX.
void LetterCount::count_text() {
  const auto end = std::min(tex_.find_first_of("\\%$", at_), tex_.size());
  count_ += emitter::letters_in(tex_.substr(at_, end - at_));
  at_ = end;
}

std::size_t LetterCount::run() {
  skip_past("\\begin{document}");
  while (at_ < tex_.size()) {
    switch (here()) {
      case '\\': control(); break;
      case '%': skip_past("\n"); break;
      case '$': skip_formula(); break;
      default: count_text();
    }
  }
  return count_;
}

}  // namespace

std::size_t letters_of(std::string_view tex, const std::vector<std::string>& shown) {
  return LetterCount(tex, shown).run();
}

}  // namespace listok::latex
