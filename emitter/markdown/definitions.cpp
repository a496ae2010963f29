#include "emitter/markdown/definitions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "emitter/dialects/lines.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest_label = 999;  // in bytes; CommonMark says characters

// As CommonMark compares labels.
std::string comparable(std::string_view label) { return fold_case(to_one_line(label)); }

struct Definition {
  Span label;  // without the brackets
  std::string_view target;
};

// What `line` defines, if that is what the parser took it for.
Definition definition_in(const Line& line) {
  const std::string_view words = line.words();
  const std::size_t close = words.find("]:");
  if (!words.starts_with('[') || close == words.npos || close < 2 || words[1] == '^') return {};
  std::string_view target = words.substr(close + 2);
  target.remove_prefix(std::min(target.find_first_not_of(" \t"), target.size()));
  return {{line.at() + 1, line.at() + close}, target};
}

// `[//]: # (words)`: the one way to write a comment that no reader shows.
bool is_comment(std::string_view label, const Definition& definition) {
  return label == "//" || definition.target.starts_with("# ") || definition.target == "#" ||
         definition.target.starts_with("<>");
}

class Definitions {
 public:
  Definitions(const MarkdownText& text, const std::vector<Event>& events, DiagnosticList& findings)
      : text_(text), masked_(text.masked), events_(events), findings_(findings) {}

  void report();

 private:
  const MarkdownText& text_;
  std::string_view masked_;
  const std::vector<Event>& events_;
  DiagnosticList& findings_;
  std::vector<Span> shown_;       // texts of the page and code, in the order of the text
  std::set<std::string> labels_;  // of what stands in brackets, but for definitions
  std::set<std::string> defined_;

  void find_shown();
  void find_labels();
  bool is_shown(std::size_t at) const;
  void report_unused(const Definition& definition);
  void report_undefined(Span words);
};

void Definitions::find_shown() {
  for (const Event& event : events_) {
    if (event.kind == Event::Kind::text && event.span) shown_.push_back(*event.span);
  }
  std::ranges::sort(shown_, {}, &Span::begin);
}

bool Definitions::is_shown(std::size_t at) const {
  const auto behind = std::ranges::upper_bound(shown_, at, {}, &Span::begin);
  return behind != shown_.begin() && at < std::prev(behind)->end;
}

// The last bracket that opens before one that closes makes a label with it.
void Definitions::find_labels() {
  std::size_t open = masked_.npos;
  for (std::size_t at = 0; (at = masked_.find_first_of("[]", at)) != masked_.npos; ++at) {
    if (masked_[at] == '[') {
      open = at;
    } else if (open != masked_.npos) {
      const bool defines = masked_.substr(at).starts_with("]:") && !is_shown(open);
      const std::string_view label = masked_.substr(open + 1, at - open - 1);
      if (!defines && label.size() <= longest_label) labels_.insert(comparable(label));
      open = masked_.npos;
    }
  }
}

void Definitions::report_unused(const Definition& definition) {
  const Span place = text_.to_source(definition.label);
  const std::string_view written = text_.in_source(place);
  const std::string label = comparable(written);
  const bool again = !defined_.insert(label).second;
  if (is_comment(label, definition) || (!again && labels_.contains(label))) return;
  findings_.warning(
      {place.begin - 1, place.end + 1}, "unused-definition",
      again ? fmt::format("`[{}]: …` is passed over: it was defined above", written)
            : fmt::format("`[{}]: …` is not printed: it is read as an address that no link names",
                          written),
      again ? "give it a name of its own"
            : fmt::format("write `\\[{0}]: …` for words, or link to it: `[text][{0}]`", written));
}

// `[text][label]` among the words of the page; not `a[i][j]`.
void Definitions::report_undefined(Span words) {
  const std::string_view all = masked_.substr(0, words.end);
  for (std::size_t at = words.begin; (at = all.find("][", at)) != all.npos; ++at) {
    const std::size_t close = all.find_first_of("[]\n", at + 2);
    if (close == all.npos || all[close] != ']') continue;
    const std::size_t from = std::max(words.begin, at - std::min(at, longest_label));
    const std::size_t open = from + all.substr(from, at - from).rfind('[');
    const bool begins = open >= from && open < at;
    if (begins && open > 0 && (is_word_byte(all[open - 1]) || all[open - 1] == ']')) continue;
    const Span label = close > at + 2 ? Span{at + 2, close} : Span{begins ? open + 1 : at, at};
    const std::string_view name = masked_.substr(label.begin, label.end - label.begin);
    const auto letters = std::ranges::count_if(name, is_word_byte);
    const auto digits = std::ranges::count_if(name, is_ascii_digit);
    if (letters < 2 || letters == digits) continue;
    const Span place = text_.to_source({begins ? open : at, close + 1});
    findings_.warning(place, "undefined-reference",
                      fmt::format("`{}` is printed as it stands: `{}` is defined nowhere",
                                  text_.in_source(place), text_.in_source(text_.to_source(label))),
                      fmt::format("add a line `[{}]: https://…`, or write `\\[` for the bracket",
                                  text_.in_source(text_.to_source(label))));
    at = close - 1;
  }
}

void Definitions::report() {
  find_shown();
  find_labels();
  for_each_line(masked_, [&](const Line& line) {
    const Definition definition = definition_in(line);
    if (definition.label.end > 0 && !is_shown(line.at())) report_unused(definition);
  });
  for (const Event& event : events_) {
    const bool words =
        event.kind == Event::Kind::text && event.span && event.text_kind == TextKind::normal;
    if (words) report_undefined(*event.span);
  }
}

}  // namespace

void report_definitions(const MarkdownText& text, const std::vector<Event>& events,
                        DiagnosticList& findings) {
  const std::string_view all = text.masked;
  if (all.find("]:") == all.npos && all.find("][") == all.npos) return;
  Definitions(text, events, findings).report();
}

}  // namespace listok::emitter
