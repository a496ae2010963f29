#include <fmt/format.h>

#include <algorithm>

#include "emitter/html/reader.hpp"
#include "emitter/parser/formula_or_text.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// What begins an item or a heading of Markdown at the beginning of a line.
bool begins_block(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0 && line.substr(hashes).starts_with(' ')) return true;
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("```");
}

std::optional<Span> find_formula(std::string_view line) {
  for (std::size_t at = 0; (at = line.find('$', at)) != line.npos; ++at) {
    const std::size_t end = line.find('$', at + 1);
    if (end == line.npos) return std::nullopt;
    if (is_surely_formula(line.substr(at + 1, end - at - 1))) return Span{at, end + 1};
  }
  return std::nullopt;
}

// The first mark of Markdown in a line, or nothing.
std::optional<Span> find_mark(std::string_view line) {
  if (begins_block(line)) {
    const std::size_t mark = line.find_first_not_of(" \t");
    return Span{mark, std::min(line.find(' ', mark), line.size())};
  }
  for (const std::string_view mark : {"**", "__", "`", "]("}) {
    const std::size_t first = line.find(mark);
    if (first == line.npos) continue;
    const std::size_t behind = first + mark.size();
    const std::size_t second = mark == "](" ? line.find(')', behind) : line.find(mark, behind);
    if (second != line.npos) return Span{first, behind};
  }
  return find_formula(line);
}

}  // namespace

// Of what is the same all over a file one message is enough.
bool HtmlReader::first_time(std::string_view what) { return told_.emplace(what).second; }

std::string HtmlReader::written() const {
  constexpr std::size_t longest = 60;
  const std::string all = to_one_line(text_.in_source(place_));
  return length(all) <= longest ? all : all.substr(0, all.find(' ')) + " …>";
}

void HtmlReader::tell_nesting() {
  findings_.error(place_, "nesting", fmt::format("`{}` stands in too many other tags", written()),
                  "nest fewer of them");
}

void HtmlReader::tell_without_end(const Open& open) {
  findings_.warning(
      open.place, "unpaired-tag",
      fmt::format("`<{}>` has no end where it could have one", open.tag->name),
      fmt::format("write `</{}>` in the same paragraph, item or cell", open.tag->name));
}

void HtmlReader::tell_without_begin(const HtmlToken& token) {
  findings_.warning(
      place_, "unpaired-tag", fmt::format("`</{}>` ends nothing that has begun here", token.name),
      fmt::format("write `<{}>` in the same paragraph, item or cell, or remove it", token.name));
}

void HtmlReader::tell_look(const HtmlToken& token, const HtmlTag& tag) {
  const std::string style = fold_case(written_value(token, "style"));
  const bool coloured = style.find("color") != style.npos || !written_value(token, "color").empty();
  if (tag.role != HtmlRole::look && !coloured) return;
  if (!first_time(tag.name)) return;
  findings_.warning(place_, "lost-look",
                    fmt::format("the look of `{}` is not printed, its words are", written()),
                    "write `**…**` or `*…*` where it says something");
}

// Letters and Roman numbers, and numbers that count down.
void HtmlReader::tell_numbers(const HtmlToken& list) {
  const std::string_view type = written_value(list, "type");
  const bool down =
      std::ranges::find(list.attributes, "reversed", &HtmlAttribute::name) != list.attributes.end();
  if ((!down && (type.empty() || type == "1")) || !first_time("numbers")) return;
  findings_.warning(place_, "lost-look",
                    fmt::format("the items of `{}` are numbered 1, 2, 3", written()),
                    "write paragraphs that begin with what is to stand there: `a) …`");
}

void HtmlReader::tell_muted() {
  if (!first_time("code")) return;
  findings_.warning(place_, "marks-in-code",
                    "marks are read inside of `<code>`, and code has no other look",
                    "write code between backquotes, where all characters are themselves");
}

// `known`: HTML has it.
void HtmlReader::tell_word(const HtmlToken& token, bool known) {
  if (!first_time("<" + token.name)) return;
  const std::string tag = written();
  findings_.warning(place_, "stray-tag",
                    fmt::format("`{}` is printed as it stands: {}", tag,
                                known ? "it marks nothing here" : "HTML has no such tag"),
                    fmt::format("write `` `{}` `` for code, `\\{}` for words", tag, tag));
}

void HtmlReader::tell_hidden(const HtmlToken& token) {
  if (!first_time(token.name)) return;
  findings_.warning(place_, "hidden-html",
                    fmt::format("`{}` is not printed, nor what it holds", written()),
                    "remove it; what a reader on paper needs is words and pictures");
}

void HtmlReader::tell_spans() {
  if (!first_time("spans")) return;
  findings_.warning(
      place_, "lost-look",
      fmt::format("`{}` reaches over several cells, and is set in the first", written()),
      "write the words into each cell that they belong to");
}

void HtmlReader::tell_table_in_cell() {
  findings_.error(place_, "raw-html", "a table stands in a cell or heading, where it has no room",
                  "put it above or below");
}

// In a block of HTML Markdown is read between blank lines only. Each line is told, since its marks
// are told with another hint elsewhere: see leave_out_consequences().
void HtmlReader::tell_markdown(Span line) {
  const std::optional<Span> mark = find_mark(run_->html.part(line));
  if (!mark) return;
  const Span in_run{line.begin + mark->begin, line.begin + mark->end};
  const Span place = text_.to_source(run_->html.to_parsed(in_run));
  findings_.warning(
      place, "markdown-in-html",
      fmt::format("`{}` is printed as it stands: in a block of HTML no Markdown is read",
                  text_.in_source(place)),
      "leave a blank line between the tag and the text");
}

}  // namespace listok::emitter
