#include "emitter/math/decimal_comma.hpp"

#include <algorithm>
#include <array>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 6> opening = {"\\{",      "\\lbrace", "\\lbrack",
                                                     "\\langle", "\\lfloor", "\\lceil"};
constexpr std::array<std::string_view, 6> closing = {"\\}",      "\\rbrace", "\\rbrack",
                                                     "\\rangle", "\\rfloor", "\\rceil"};
constexpr std::array<std::string_view, 3> dots = {"\\ldots", "\\dots", "\\dotsc"};
constexpr std::array<std::string_view, 8> with_words = {
    "\\text", "\\textrm", "\\textbf", "\\textit", "\\textsf", "\\texttt", "\\mbox", "\\tag"};

class Scan {
 public:
  Scan(std::string_view text, Span formula)
      : text_(text.substr(0, formula.end)), begin_(formula.begin), at_(formula.begin) {}

  std::vector<std::size_t> run();

 private:
  enum class Kind { group, script, bracket };
  struct Level {
    Kind kind = Kind::group;
    bool semicolons = false;
    std::vector<std::size_t> waiting;  // for a semicolon that says what the others are
  };

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t last_ = std::string_view::npos;  // the last character that is no space
  std::vector<Level> open_ = {{}};
  std::vector<std::size_t> found_;

  char here(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char last() const { return last_ < text_.size() ? text_[last_] : '\0'; }
  std::string_view command_at(std::size_t at) const;
  void command();
  void sign(char c);
  void open(Kind kind) { open_.push_back({kind, false, {}}); }
  void close_bracket();
  void close_group();
  void number();
  bool begins_list(std::size_t end) const;
  bool counts() const;
  bool is_certain(std::size_t number) const;
};

std::string_view Scan::command_at(std::size_t at) const {
  std::size_t end = at + 1;
  while (is_ascii_letter(here(end))) ++end;
  return text_.substr(at, std::max(end, at + 2) - at);
}

void Scan::command() {
  const std::string_view name = command_at(at_);
  at_ += name.size();
  if (is_one_of(opening, name)) open(Kind::bracket);
  if (is_one_of(closing, name)) close_bracket();
  if (is_one_of(with_words, name)) {
    while (at_ < text_.size() && here(at_) != '}') at_ += here(at_) == '\\' ? 2U : 1U;
  }
  at_ = std::min(at_, text_.size());
  last_ = at_ - 1;
}

void Scan::sign(char c) {
  const bool script = last() == '_' || last() == '^';
  last_ = at_++;
  if (c == '{') open(script ? Kind::script : Kind::group);
  if (c == '(' || c == '[') open(Kind::bracket);
  if (c == '}') close_group();
  if (c == ')' || c == ']') close_bracket();
  if (c == ';') open_.back().semicolons = true;
}

void Scan::close_bracket() {
  if (open_.back().kind != Kind::bracket) return;
  const Level level = std::move(open_.back());
  open_.pop_back();
  if (level.semicolons) found_.insert(found_.end(), level.waiting.begin(), level.waiting.end());
}

void Scan::close_group() {
  const auto group = std::find_if(open_.rbegin(), open_.rend(),
                                  [](const Level& one) { return one.kind != Kind::bracket; });
  if (open_.rend() - group > 1) open_.erase(group.base() - 1, open_.end());
}

// "1,2,3" and "1,2,\ldots": `end` is where the second number ends.
bool Scan::begins_list(std::size_t end) const {
  if (here(end) != ',') return false;
  if (is_ascii_digit(here(end + 1))) return true;
  do { ++end; } while (is_ascii_space(here(end)));
  return text_.substr(end).starts_with("…") || text_.substr(end).starts_with("...") ||
         is_one_of(dots, command_at(std::min(end, text_.size())));
}

// "i = 1,2": the letter is one that counts.
bool Scan::counts() const {
  if (last() != '=') return false;
  std::size_t at = last_;
  while (at > begin_ && is_ascii_space(here(at - 1))) --at;
  if (at == begin_ || std::string_view("ijklmn").find(here(at - 1)) == std::string_view::npos)
    return false;
  return at - 1 == begin_ || !is_ascii_letter(here(at - 2));
}

bool Scan::is_certain(std::size_t number) const {
  if (last() == ',') return is_ascii_space(here(last_ + 1));
  const bool sign = std::string_view("+-*/<>").find(last()) != std::string_view::npos;
  return here(number) == '0' && here(number + 1) == ',' && last() != '\0' && sign;
}

void Scan::number() {
  const std::size_t begin = at_;
  const bool script = last() == '_' || last() == '^';
  const bool goes_on = last() == '.' && last_ + 1 == begin;
  while (is_ascii_digit(here(at_))) ++at_;
  const std::size_t comma = at_;
  const auto before = last_;
  last_ = at_ - 1;
  if (here(comma) != ',' || !is_ascii_digit(here(comma + 1))) return;
  std::size_t end = comma + 1;
  while (is_ascii_digit(here(end))) ++end;
  const bool list = begins_list(end);
  while (list && (is_ascii_digit(here(end)) || (here(end) == ',' && is_ascii_digit(here(end + 1)))))
    ++end;
  const bool point = here(end) == '.' && is_ascii_digit(here(end + 1));
  const Kind kind = open_.back().kind;
  last_ = before;
  if (!script && !goes_on && !list && !point && kind != Kind::script) {
    if (kind == Kind::bracket && !is_certain(begin)) {
      open_.back().waiting.push_back(comma);
    } else if (!counts()) {
      found_.push_back(comma);
    }
  }
  at_ = end;
  last_ = end - 1;
}

std::vector<std::size_t> Scan::run() {
  while (at_ < text_.size()) {
    const char c = here(at_);
    if (c == '\\') {
      command();
    } else if (is_ascii_digit(c)) {
      number();
    } else if (is_ascii_space(c)) {
      ++at_;
    } else {
      sign(c);
    }
  }
  std::ranges::sort(found_);
  return std::move(found_);
}

}  // namespace

std::vector<std::size_t> decimal_commas(std::string_view text, Span formula) {
  const auto comma = text.substr(0, formula.end).find(',', formula.begin);
  if (comma == text.npos) return {};
  return Scan(text, formula).run();
}

}  // namespace listok::emitter
