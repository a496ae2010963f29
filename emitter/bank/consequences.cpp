#include "emitter/bank/consequences.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace listok::emitter {

namespace {

constexpr std::string_view empty_section = "empty-section";

// Of a heading that begins a section, though none that the bank has.
bool is_of_heading(const Diagnostic& one) {
  return one.code == empty_section || one.code == "unknown-section" ||
         one.code == "duplicate-section" || one.code == "empty-heading";
}

// The lines of all headings that end the section before them, in order.
std::vector<std::size_t> heading_lines(const Translation& translation, const Diagnostics& found) {
  std::vector<std::size_t> lines{std::numeric_limits<std::size_t>::max()};
  for (const Section& section : translation.sections) {
    lines.push_back(translation.source->line_of(section.heading.begin));
  }
  for (const Diagnostic& one : found) {
    if (is_of_heading(one)) lines.push_back(one.line);
  }
  std::ranges::sort(lines);
  return lines;
}

// In HTML that no Markdown is read in marks mark nothing, which has been told.
void leave_out_marks_in_html(Diagnostics& found) {
  std::vector<std::size_t> lines;
  for (const Diagnostic& one : found) {
    if (one.code == "markdown-in-html") lines.push_back(one.line);
  }
  if (lines.empty()) return;
  std::ranges::sort(lines);
  std::erase_if(found, [&](const Diagnostic& one) {
    return one.code == "stray-mark" && std::ranges::binary_search(lines, one.line);
  });
}

}  // namespace

void leave_out_consequences(const Translation& translation, Diagnostics& found) {
  leave_out_marks_in_html(found);
  if (std::ranges::find(found, empty_section, &Diagnostic::code) == found.end()) return;
  const std::vector<std::size_t> headings = heading_lines(translation, found);
  std::vector<std::size_t> errors;  // the lines of those that are no headings
  for (const Diagnostic& one : found) {
    if (one.severity == Severity::error && !is_of_heading(one)) errors.push_back(one.line);
  }
  std::ranges::sort(errors);
  std::erase_if(found, [&](const Diagnostic& one) {
    if (one.code != empty_section) return false;
    const auto next = std::ranges::upper_bound(headings, one.line);
    const auto error = std::ranges::upper_bound(errors, one.line);
    return error != errors.end() && *error < *next;
  });
}

}  // namespace listok::emitter
