#include "pictures/svg/svg_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "pictures/svg/svg_style.hpp"

namespace listok::pictures {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view space = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(space), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(space) + 1);
}

// "xlink:href" is "href" of another namespace.
std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

template <std::size_t count>
bool is_one_of(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr auto moving = std::to_array<std::string_view>(
    {"animate", "animateColor", "animateMotion", "animateTransform", "set"});
constexpr auto pictures_of_html = std::to_array<std::string_view>(
    {"canvas", "iframe", "img", "input", "math", "object", "svg", "video"});

Fault outside(std::string_view what) {
  constexpr std::size_t longest = 60;
  return {"image-outside",
          fmt::format("shows `{}`, which lies outside of it", what.substr(0, longest)),
          "put it inside (Inkscape: Extensions > Images > Embed), or save the whole as a PDF"};
}

Fault words_in_html() {
  return {"image-words",
          "has words or pictures in HTML (`foreignObject`), which only browsers draw",
          "draw.io: switch off Word Wrap and Formatted Text; Mermaid: `htmlLabels: false`; or save "
          "it as a PDF"};
}

Fault without(std::string_view what) {
  return {"image-part", fmt::format("is set {}", what),
          "look at the page, and save the picture as a PDF where that is not enough"};
}

// What browsers choose of a `switch`, HTML, and what all others do. Without spaces.
struct Choice {
  std::string html, words;
  bool picture = false;  // of the HTML

  bool says_the_same() const { return html.empty() || picture || html == words; }
};

void add_letters(std::string& words, std::string_view run) {
  std::ranges::copy_if(run, std::back_inserter(words),
                       [](char c) { return space.find(c) == npos; });
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  SvgContent run();

 private:
  void markup();
  void declaration();
  void tag();
  void attribute(std::string_view element, std::string_view name, std::string_view value);
  void reference(std::string_view element, std::string_view value);
  void begin(std::string_view element);
  void end();
  void in_html(std::string_view run);
  void characters(std::string_view run, bool decoded);
  void letters(std::string_view run);
  void style(const SvgStyle& found);
  void skip_past(std::string_view mark) {
    const auto found = text_.find(mark, at_);
    at_ = found == npos ? text_.size() : found + mark.size();
  }
  bool next_is(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }
  void refuse(Fault fault) {
    if (!content_.refused) content_.refused = std::move(fault);
  }
  void lose(std::string_view what) {
    if (!content_.loss) content_.loss = without(what);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;  // names of elements
  std::size_t words_ = 0, html_ = 0;    // of these, how many are `text`, `foreignObject`
  std::vector<Choice> choices_;         // of the elements `switch` that are open
  SvgContent content_;
};

SvgContent Scanner::run() {
  while (at_ < text_.size()) {
    if (text_[at_] == '<') {
      markup();
      continue;
    }
    const auto next = std::min(text_.find('<', at_), text_.size());
    characters(text_.substr(at_, next - at_), false);
    at_ = next;
  }
  return std::move(content_);
}

void Scanner::markup() {
  if (next_is("<!--")) return skip_past("-->");
  if (next_is("<?xml-stylesheet")) lose("without its style sheets, which lie outside of it");
  if (next_is("<?")) return skip_past("?>");
  if (next_is("<![CDATA[")) {
    const std::size_t begin = at_ + std::string_view("<![CDATA[").size();
    skip_past("]]>");
    return characters(text_.substr(begin, std::max(at_, begin + 3) - 3 - begin), true);
  }
  if (next_is("<!")) return declaration();
  if (next_is("</")) {
    end();
    return skip_past(">");
  }
  tag();
}

// `<!DOCTYPE … [<!ENTITY …>]>`: an entity may be a file elsewhere.
void Scanner::declaration() {
  const std::size_t begin = at_;
  const auto close = text_.find('>', at_);
  const auto bracket = text_.find('[', at_);
  if (bracket < close) skip_past("]");
  skip_past(">");
  const std::string_view whole = text_.substr(begin, at_ - begin);
  for (auto entity = whole.find("<!ENTITY"); entity != npos;
       entity = whole.find("<!ENTITY", entity + 1)) {
    const std::string_view one = whole.substr(entity, whole.find('>', entity) - entity);
    const auto value = one.substr(0, one.find_first_of("\"'"));
    if (value.find("SYSTEM") != npos || value.find("PUBLIC") != npos) {
      const auto quote = one.rfind(one.back(), one.size() - 2);
      return refuse(outside(quote == npos ? one : one.substr(quote + 1, one.size() - quote - 2)));
    }
  }
}

void Scanner::tag() {
  const std::size_t begins = ++at_;
  at_ = std::min(text_.find_first_of(" \t\r\n/>", at_), text_.size());
  const std::string_view element = local(text_.substr(begins, at_ - begins));
  begin(element);
  while (at_ < text_.size()) {
    at_ = std::min(text_.find_first_not_of(space, at_), text_.size());
    if (at_ == text_.size()) return;
    if (text_[at_] == '>') {
      ++at_;
      return;
    }
    if (text_[at_] == '/') {
      ++at_;
      end();
      continue;
    }
    const std::size_t name = at_;
    at_ = std::min(text_.find_first_of("= \t\r\n/>", at_ + 1), text_.size());
    const std::string_view named = text_.substr(name, at_ - name);
    const auto quote = text_.find_first_not_of("= \t\r\n", at_);
    if (quote == npos || (text_[quote] != '"' && text_[quote] != '\'')) continue;
    const auto close = std::min(text_.find(text_[quote], quote + 1), text_.size());
    attribute(element, named, text_.substr(quote + 1, close - quote - 1));
    at_ = std::min(close + 1, text_.size());
  }
}

void Scanner::attribute(std::string_view element, std::string_view name, std::string_view value) {
  if (html_ > 0) return;
  if (local(name) == "href") return reference(element, trimmed(value));
  if (name == "xmlns" || name.starts_with("xmlns:")) return;
  style(read_style(value));
}

void Scanner::reference(std::string_view element, std::string_view value) {
  if (value.empty() || value.starts_with('#') || element == "a" || element == "script") return;
  if (element == "link") return lose("without its style sheets, which lie outside of it");
  if (!value.starts_with("data:")) return refuse(outside(value));
  constexpr auto drawn = std::to_array<std::string_view>(
      {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/svg+xml"});
  if (element != "image" && element != "feImage") return;
  const std::string_view kind = value.substr(0, value.find_first_of(";,"));
  if (is_one_of(kind, drawn)) return;
  refuse({"image-outside",
          fmt::format("has a picture inside that cannot be drawn, `{}`", kind.substr(0, 40)),
          "put a PNG or JPEG inside, or save the whole as a PDF"});
}

void Scanner::begin(std::string_view element) {
  if (html_ > 0 && is_one_of(element, pictures_of_html)) in_html(element);
  open_.push_back(element);
  if (element == "switch") choices_.emplace_back();
  if (element == "image" && !choices_.empty()) choices_.back().picture = true;
  if (element == "text") ++words_;
  if (element == "foreignObject") ++html_;
  if (element == "script") lose("without what its script would change");
  if (is_one_of(element, moving)) lose("as it stands before it moves");
  if (element == "textPath") {
    refuse({"image-words", "has words along a path (`textPath`), which cannot be drawn",
            "make paths of the words (Inkscape: Path > Object to Path), or save it as a PDF"});
  }
}

void Scanner::end() {
  if (open_.empty()) return;
  if (open_.back() == "text") --words_;
  if (open_.back() == "foreignObject") --html_;
  if (open_.back() == "switch") {
    if (!choices_.back().says_the_same()) refuse(words_in_html());
    choices_.pop_back();
  }
  open_.pop_back();
}

void Scanner::in_html(std::string_view run) {
  if (!choices_.empty()) return add_letters(choices_.back().html, run);
  if (!trimmed(run).empty()) refuse(words_in_html());
}

void Scanner::characters(std::string_view run, bool decoded) {
  if (open_.empty()) return;
  if (open_.back() == "style") return style(read_style_sheet(run));
  if (html_ > 0) return in_html(open_.back() == "script" ? std::string_view() : run);
  if (words_ == 0) return;
  if (!choices_.empty()) add_letters(choices_.back().words, run);
  while (!run.empty()) {
    const auto mark = decoded ? npos : run.find("&#");
    letters(run.substr(0, mark));
    if (mark == npos) return;
    run.remove_prefix(mark + 2);
    const bool hexadecimal = run.starts_with('x');
    if (hexadecimal) run.remove_prefix(1);
    std::uint32_t letter = 0;
    const auto [end, error] =
        std::from_chars(run.data(), run.data() + run.size(), letter, hexadecimal ? 16 : 10);
    if (error == std::errc()) content_.letters.insert(letter);
    run.remove_prefix(static_cast<std::size_t>(end - run.data()));
  }
}

// The parser of XML lets no other UTF-8 through than sound one.
void Scanner::letters(std::string_view run) {
  for (std::size_t at = 0; at < run.size();) {
    const auto first = static_cast<unsigned char>(run[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t letter = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t next = 1; next < size && at + next < run.size(); ++next) {
      letter = letter << 6U | (static_cast<unsigned char>(run[at + next]) & 0x3FU);
    }
    content_.letters.insert(letter);
    at += size;
  }
}

// Faces and sheets from elsewhere change the look; anything else from there is a piece of it.
void Scanner::style(const SvgStyle& found) {
  if (!found.outside.empty()) refuse(outside(found.outside));
  if (found.faces) lose("in other faces than those it brings along");
  if (found.sheets) lose("without its style sheets, which lie outside of it");
  if (found.variables) lose("without variables of its styles: colours may differ");
}

}  // namespace

SvgContent read_svg(std::string_view text) { return Scanner(text).run(); }

}  // namespace listok::pictures
