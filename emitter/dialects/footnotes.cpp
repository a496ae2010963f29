#include "emitter/dialects/footnotes.hpp"

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view open = "[^";
constexpr std::size_t longest_label = 100;  // in bytes

}  // namespace

std::string_view note_label_at(std::string_view words) {
  if (!words.starts_with(open)) return {};
  words = words.substr(open.size(), longest_label + 1);
  const std::size_t end = words.find_first_of("[] \t\r\n");
  return end == words.npos || words[end] != ']' ? std::string_view() : words.substr(0, end);
}

Edits edit_footnotes(std::string_view markdown, NoteLabels& labels) {
  Edits edits;
  if (markdown.find(open) == markdown.npos || markdown.find("]:") == markdown.npos) return edits;
  FenceTracker fences;
  for_each_line(markdown, [&](const Line& line) {
    if (fences.is_code(line)) return;
    const std::string_view words = line.words();
    const std::string_view label = note_label_at(words);
    const std::size_t size = open.size() + label.size() + 2;
    if (label.empty() || words.substr(0, size).back() != ':') return;
    labels.insert(fold_case(label));
    const bool glued = size < words.size() && words[size] != ' ' && words[size] != '\t';
    edits.push_back({{line.at(), line.at() + size}, glued ? "+ x " : "+ x"});
  });
  return edits;
}

}  // namespace listok::emitter
