// Whether a .tex that the emitter wrote can be read by TeX: braces and environments, the control
// words of docs/latex.md and no others, no character that TeX would take for something else.
// Written apart from the emitter, only from docs/latex.md and the rules of TeX. Header only.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emitter/math/command_table.hpp"

namespace listok::tests {

class Structure {
 public:
  explicit Structure(std::string_view tex) : tex_(tex) {}

  // The first fault with its line; empty when there is none.
  std::string fault() {
    while (fault_.empty() && at_ < tex_.size()) step();
    if (fault_.empty() && !open_.empty()) fail(fmt::format("`{}` is not closed", open_.back()));
    if (fault_.empty() && math_ != Math::none) fail("a formula is not closed");
    return fault_;
  }

 private:
  enum class Math { none, inline_, display };

  static bool is_in(std::string_view list, std::string_view word) {
    return fmt::format(" {} ", list).find(fmt::format(" {} ", word)) != std::string::npos;
  }

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < tex_.size() ? tex_[at_ + ahead] : '\0';
  }

  void fail(const std::string& what) {
    const auto line = 1 + std::count(tex_.begin(), tex_.begin() + static_cast<long>(at_), '\n');
    if (fault_.empty()) fault_ = fmt::format("line {}: {}", line, what);
  }

  bool in_environment(std::string_view names) const {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [](const auto& one) { return one != "{" && one != "["; });
    return found != open_.rend() && is_in(names, *found);
  }

  void step() {
    const char c = peek();
    const bool text = math_ == Math::none;
    if (c == '%') return comment();
    if (c == '\\') return control();
    ++at_;
    if (c != '[') option_ = false;
    switch (c) {
      case '{': open_brace(); break;
      case '}':
        if (open_.size() == name_depth_) name_depth_ = 0;
        close("{", "}");
        break;
      case '[': bracket(); break;
      case ']':
        if (!open_.empty() && open_.back() == "[")
          open_.pop_back();
        else if (text && !guarded(']'))
          fail("a bare `]`");
        break;
      case '$': dollar(); break;
      case '\n': line_end(); break;
      case '&':
        if (!in_environment(tables)) fail("`&` outside a table");
        break;
      case '^':
      case '_':
        if (text && name_depth_ == 0) fail(fmt::format("`{}` in text", c));
        if (peek() == c) fail(fmt::format("`{0}{0}`", c));
        break;
      case '#':
      case '"':
      case '`': fail(fmt::format("a bare `{}`", c)); break;
      case '\'':
        if (text) fail("a bare apostrophe");
        break;
      case '-':
      case '<':
      case '>':
      case ',':
        if (text && name_depth_ == 0 && peek() == c) {
          fail(fmt::format("`{0}{0}` is a ligature", c));
        }
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) fail("a control character");
    }
  }

  // The two lines at the top are all there is.
  void comment() {
    if (math_ != Math::none || !open_.empty()) return fail("a comment");
    at_ = std::min(tex_.find('\n', at_), tex_.size());
  }

  // Addresses and names of files are not set as they are.
  void open_brace() {
    const bool option = !open_.empty() && open_.back() == "[";
    open_.emplace_back("{");
    if (option && name_depth_ == 0 && tex_.substr(0, at_).ends_with("link={")) {
      name_depth_ = open_.size();
    }
    if (!option && std::exchange(name_next_, false)) name_depth_ = open_.size();
  }

  bool guarded(char c) const { return at_ >= 2 && tex_[at_ - 2] == '{' && tex_[at_ - 1] == c; }

  void bracket() {
    if (math_ != Math::none || (guarded('[') && peek() == '}')) return;
    if (!option_) return fail("a bare `[`");
    open_.emplace_back("[");
    option_ = false;
  }

  void dollar() {
    if (math_ == Math::display) return fail("`$` in a displayed formula");
    if (math_ == Math::none && peek() == '$') return fail("an empty formula");
    math_ = math_ == Math::none ? Math::inline_ : Math::none;
    math_ == Math::none ? close("$") : open_.push_back("$");
  }

  void line_end() {
    std::size_t next = at_;
    while (next < tex_.size() && tex_[next] == ' ') ++next;
    if (next >= tex_.size() || tex_[next] != '\n') return;
    if (next > at_) fail("white space at the end of a line");
    if (in_argument()) fail("a blank line in an argument or a formula");
  }

  bool in_argument() const {
    return math_ != Math::none || std::find(open_.begin(), open_.end(), "{") != open_.end() ||
           std::find(open_.begin(), open_.end(), "[") != open_.end();
  }

  void close(const std::string& what) { close(what, what); }
  void close(const std::string& what, std::string_view shown) {
    if (open_.empty() || open_.back() != what) {
      return fail(fmt::format("`{}` closes nothing", shown));
    }
    open_.pop_back();
  }

  void control() {
    ++at_;
    option_ = false;
    if (!std::isalpha(static_cast<unsigned char>(peek()))) return symbol(peek());
    const std::size_t begin = at_;
    while (std::isalpha(static_cast<unsigned char>(peek()))) ++at_;
    std::string word(tex_.substr(begin, at_ - begin));
    if (word == "operatorname" && peek() == '*') ++at_;
    if (word == "begin" || word == "end") return environment(word == "begin");
    if (math_ != Math::none) return math_word(word);
    const bool in_option = !open_.empty() && open_.back() == "[";
    if (!in_option) name_next_ = is_in("weblink picture", word);
    option_ = is_in("documentclass codeline picture weblink contentsentry item", word);
    if (word == "linewidth") {
      if (open_.empty() || open_.back() != "[") fail("a length outside of an option");
    } else if (is_in("item newline gapline tabularnewline tableheadend", word)) {
      const bool label = word == "item" && (peek() == '[' || peek() == '{');
      if (peek() != ' ' && peek() != '\n' && !label) {
        fail(fmt::format("`\\{}` runs into what follows", word));
      }
    } else if (is_in(commands, word)) {
      if (peek() != '{' && !option_) fail(fmt::format("`\\{}` without braces", word));
    } else {
      fail(fmt::format("`\\{}` is not in the vocabulary", word));
    }
  }

  void symbol(char c) {
    ++at_;
    if (c == '[' && math_ == Math::none) {
      math_ = Math::display;
      open_.emplace_back("\\[");
    } else if (c == ']' && math_ == Math::display) {
      math_ = Math::none;
      close("\\[");
    } else if (c == '\0' ||
               std::string_view(math_ == Math::none ? "\\{}$&#%_,- " : "\\{}$&#%_,:;!>| ")
                       .find(c) == std::string_view::npos) {
      fail(fmt::format("`\\{}` is not in the vocabulary", c));
    } else if (c == '\\' && math_ == Math::none) {
      fail("`\\\\` in text");
    }
  }

  void math_word(const std::string& word) {
    const bool known = emitter::find_math_command(word) != nullptr || is_in("hline sym", word) ||
                       is_in(commands, word);
    if (!known) fail(fmt::format("`\\{}` is not in the vocabulary of formulas", word));
  }

  void environment(bool begins) {
    const auto end = tex_.find('}', at_);
    if (peek() != '{' || end == tex_.npos) return fail("an environment without a name");
    const std::string name(tex_.substr(at_ + 1, end - at_ - 1));
    const bool known = math_ == Math::none ? is_in(environments, name)
                                           : emitter::find_math_environment(name) != nullptr;
    if (!known) fail(fmt::format("the environment `{}` is not in the vocabulary", name));
    at_ = end + 1;
    if (!begins) return close(name);
    if (math_ == Math::none && in_argument()) fail(fmt::format("`{}` in an argument", name));
    if (name == "sheetcode") return code();
    open_.push_back(name);
    option_ = is_in("sheet sheetsection enumerate contents cover", name);
  }

  // "{python}" and lines as they are, up to the \end that is the first in them.
  void code() {
    at_ = std::min(tex_.find("\\end", at_), tex_.size());
    if (!tex_.substr(at_).starts_with("\\end{sheetcode}\n")) fail("code that does not end");
    at_ = std::min(tex_.find('\n', at_), tex_.size());
  }

  static constexpr std::string_view commands =
      "textbackslash textasciicircum textasciitilde textquotedbl textasciigrave textquotesingle "
      "sym mbox quad enspace hspace nobreak allowbreak documentclass subheading contentsentry emph "
      "textbf textsubscript textsuperscript strike gap ticked unticked footnote sharednote "
      "code codeline picture weblink text textrm textit textsf texttt";
  static constexpr std::string_view environments =
      "document sheet sheetrow sheetsection contents cover itemize enumerate description quote "
      "codeblock sheetcode sheettable";
  static constexpr std::string_view tables =
      "sheettable matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases aligned split "
      "array";

  std::string_view tex_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  Math math_ = Math::none;
  bool option_ = false;     // `[` may follow
  bool name_next_ = false;  // the next `{` begins a name
  std::size_t name_depth_ = 0;
  std::string fault_;
};

inline std::string structure_fault(std::string_view tex) { return Structure(tex).fault(); }

}  // namespace listok::tests
