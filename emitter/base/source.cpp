#include "emitter/base/source.hpp"

#include <algorithm>
#include <utility>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  // A byte order mark is no character of the first line: editors do not count it.
  const bool has_mark = text_.starts_with(byte_order_mark);
  starts_.push_back(has_mark ? byte_order_mark.size() : 0);
  drop_marks_from(starts_.front());
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') starts_.push_back(i + 1);
  }
}

void Source::drop_marks_from(std::size_t begin) {
  std::size_t mark = text_.find(byte_order_mark, begin);
  if (mark == text_.npos) return;
  dropped_mark_ = mark;
  std::string kept = text_.substr(0, mark);
  while (mark != text_.npos) {
    const std::size_t end = mark + byte_order_mark.size();
    mark = text_.find(byte_order_mark, end);
    kept.append(text_, end, mark - end);
  }
  text_ = std::move(kept);
}

Place Source::place(std::size_t offset) const {
  offset = std::clamp(offset, starts_.front(), std::max(starts_.front(), text_.size()));
  const std::size_t line = line_of(offset);
  const std::size_t start = starts_[line - 1];
  return {line, length(text().substr(start, offset - start)) + 1};
}

std::size_t Source::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return std::max<std::size_t>(1, static_cast<std::size_t>(after - starts_.begin()));
}

std::string_view Source::line(std::size_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const std::size_t begin = starts_[line - 1];
  const std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  std::string_view found = text().substr(begin, end - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

Diagnostic Source::about_file(Severity severity, std::string code, std::string message,
                              std::string hint) const {
  Diagnostic made;
  made.severity = severity;
  made.code = std::move(code);
  made.message = std::move(message);
  // A quoted key or word of YAML may go over several lines.
  std::replace(made.message.begin(), made.message.end(), '\n', ' ');
  made.hint = std::move(hint);
  made.file = name_;
  return made;
}

Diagnostic Source::diagnostic(Severity severity, Span span, std::string code, std::string message,
                              std::string hint) const {
  Diagnostic made = about_file(severity, std::move(code), std::move(message), std::move(hint));
  const Place begin = place(span.begin);
  made.line = begin.line;
  made.column = begin.column;
  const std::string_view excerpt = line(begin.line);
  made.source_line = excerpt;
  const std::size_t line_end = starts_[begin.line - 1] + excerpt.size();
  const std::size_t end = std::min(span.end, line_end);
  if (end > span.begin) {
    made.length = std::max<std::size_t>(1, length(text().substr(span.begin, end - span.begin)));
  }
  return made;
}

}  // namespace listok::emitter
