#include "emitter/dialects/definitions.hpp"

#include <optional>
#include <string>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"

namespace listok::emitter {

namespace {

bool is_definition(const Line& line) {
  const std::string_view words = line.words();
  return words.size() > 2 && words.front() == ':' && (words[1] == ' ' || words[1] == '\t') &&
         line.indent() <= deepest_indent;
}

// A line of words, and of no other block.
bool may_be_term(const Line& line) {
  constexpr std::string_view marks = "#|:<!";
  const std::string_view words = line.words();
  return list_mark(words) == 0 && marks.find(words.front()) == marks.npos && words != "-" &&
         !words.starts_with("•") && line.indent() <= deepest_indent;
}

class Finder {
 public:
  void read(const Line& line);
  Edits take() { return std::move(edits_); }

 private:
  // What the line before was.
  enum class Before { nothing, text, definition };

  Edits edits_;
  FenceTracker fences_;
  std::optional<Line> term_;  // the only line of its paragraph, with no more than a blank one below
  std::size_t blank_ = 0;     // lines since
  bool in_definition_ = false;  // its first line, or one that goes on with it
  bool follows_ = false;        // the term stands right below a definition
  Before before_ = Before::nothing;

  void definition(const Line& line);
};

void Finder::definition(const Line& line) {
  if (term_ && follows_) {
    edits_.push_back({{term_->begin, term_->begin}, empty_line_above(*term_)});
  }
  edits_.push_back({{line.at(), line.at() + 1}, "+ x"});
  term_.reset();
  before_ = Before::definition;
  in_definition_ = true;
}

void Finder::read(const Line& line) {
  const bool code = fences_.is_code(line);
  if (code || line.blank()) {
    if (code || ++blank_ > 1) term_.reset();
    before_ = Before::nothing;
    in_definition_ = in_definition_ && !code && blank_ <= 1;
    return;
  }
  const bool after_term = term_ && term_->quotes() == line.quotes();
  if (is_definition(line) && (after_term || (in_definition_ && !term_))) {
    definition(line);
  } else {
    const bool alone = before_ != Before::text;
    follows_ = before_ == Before::definition;
    const bool goes_on = follows_ && line.indent() > 0;
    term_.reset();
    if (alone && !goes_on && may_be_term(line)) term_ = line;
    before_ = line.words().front() == '#' ? Before::nothing : Before::text;
    in_definition_ = in_definition_ && line.content > 0 && !term_;
  }
  blank_ = 0;
}

// Whether any line may be one, at the cost of looking for the mark.
bool may_define(std::string_view markdown) {
  for (const std::string_view mark : {"\n: ", "\n:\t", "> : ", "\n  : "}) {
    if (markdown.find(mark) != markdown.npos) return true;
  }
  return false;
}

}  // namespace

Edits edit_definitions(std::string_view markdown) {
  if (!may_define(markdown)) return {};
  Finder finder;
  for_each_line(markdown, [&](const Line& line) { finder.read(line); });
  return finder.take();
}

}  // namespace listok::emitter
