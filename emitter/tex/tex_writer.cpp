#include "emitter/tex/tex_writer.hpp"

#include <algorithm>
#include <utility>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t width = 100;

// The line of the mark at `at` or nearest before it; without one, of the first that follows.
std::size_t marked_line(const Flow& flow, std::size_t at) {
  const auto after = std::ranges::upper_bound(flow.marks, at, {}, &Flow::Mark::at);
  if (after != flow.marks.begin()) return std::prev(after)->line;
  return flow.marks.empty() ? 0 : flow.marks.front().line;
}

}  // namespace

void Flow::trim_end() {
  while (!at_start() && tex.back() == ' ') tex.pop_back();
}

void Flow::begin_block() {
  constexpr std::string_view line_break = "\\newline";
  trim_end();
  if (at_start() && tex.ends_with(line_break)) {
    tex.erase(tex.size() - line_break.size());
    starts.pop_back();
    for (Mark& mark : marks) mark.at = std::min(mark.at, tex.size());
  }
  begin_line();
}

std::string keep_spaces(std::string tex) {
  std::ranges::replace(tex, ' ', kept_space);
  return tex;
}

std::string keep_control_spaces(std::string tex) {
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (tex[i] != '\\') continue;
    ++i;
    if (tex[i] == ' ') tex[i] = kept_space;
  }
  return tex;
}

void TexWriter::line(std::string_view tex, std::size_t markdown_line) {
  put(indent_, tex, markdown_line == 0 ? last_line_ : markdown_line);
}

void TexWriter::code_line(std::string_view code, std::size_t markdown_line) {
  put(0, code, markdown_line);
}

void TexWriter::from_file(std::size_t file) {
  if (file != file_) last_line_ = 0;
  file_ = file;
}

void TexWriter::put(std::size_t indent, std::string_view tex, std::size_t markdown_line) {
  if (std::exchange(blank_, false) && !tex_.empty()) {
    tex_ += '\n';
    line_map_.push_back(0);
    file_map_.push_back(file_);
  }
  tex_.append(indent, ' ');
  tex_ += tex;
  std::ranges::replace(tex_.end() - static_cast<std::ptrdiff_t>(tex.size()), tex_.end(), kept_space,
                       ' ');
  tex_ += '\n';
  line_map_.push_back(markdown_line);
  file_map_.push_back(file_);
  last_line_ = markdown_line;
}

void TexWriter::flow(const Flow& flow, std::size_t hanging) {
  Flow::Start from{0, 0};
  for (const Flow::Start& next : flow.starts) {
    segment(flow, from, next.at, hanging);
    from = next;
  }
  segment(flow, from, flow.tex.size(), hanging);
}

// Writes tex[from, end), in which no line has to begin, as lines.
void TexWriter::segment(const Flow& flow, Flow::Start from, std::size_t end, std::size_t hanging) {
  const std::string_view tex(flow.tex);
  std::size_t begin = from.at;
  std::size_t extra = (begin == 0 ? 0 : hanging) + 2 * from.depth;
  while (true) {
    while (begin < end && tex[begin] == ' ') ++begin;
    if (begin == end) return;
    const std::size_t room = width - std::min(width, indent_ + extra);
    std::size_t stop = begin;
    std::size_t used = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t space = std::min(tex.find(' ', at), end);
      used += length(tex.substr(stop, space - stop));
      if (stop > begin && used > room) break;
      stop = space;
      at = std::min(tex.find_first_not_of(' ', space), end);
    }
    put(indent_ + extra, tex.substr(begin, stop - begin), marked_line(flow, begin));
    begin = stop;
    if (from.at == 0) extra = hanging;
  }
}

}  // namespace listok::emitter
