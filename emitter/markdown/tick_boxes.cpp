#include "emitter/markdown/tick_boxes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "emitter/model/text_runs.hpp"

namespace listok::emitter {

namespace {

struct Box {
  std::string_view written;
  Tick tick;  // none: people mean a box, and no Markdown knows it
};

// The Cyrillic letter looks like the Latin one to whoever types it.
constexpr auto boxes = std::to_array<Box>({
    {"[ ]", Tick::empty},
    {"[\u00A0]", Tick::empty},
    {"[x]", Tick::ticked},
    {"[X]", Tick::ticked},
    {"[х]", Tick::ticked},
    {"[Х]", Tick::ticked},
    {"[✓]", Tick::ticked},
    {"[✔]", Tick::ticked},
    {"[]", Tick::none},
    {"[+]", Tick::none},
    {"[-]", Tick::none},
    {"[v]", Tick::none},
    {"[V]", Tick::none},
});

// How many bytes of `rest` are a space.
std::size_t space_at(std::string_view rest) {
  constexpr std::string_view no_break = "\u00A0";
  if (rest.starts_with(no_break)) return no_break.size();
  return rest.starts_with(' ') ? 1 : 0;
}

const Box* box_at(std::string_view words) {
  const auto* found = std::ranges::find_if(boxes, [&](const Box& box) {
    if (!words.starts_with(box.written)) return false;
    const std::string_view rest = words.substr(box.written.size());
    return rest.empty() || space_at(rest) > 0;
  });
  return found == boxes.end() ? nullptr : found;
}

}  // namespace

Tick take_tick_box(Blocks& content, const Source& source, DiagnosticList& findings) {
  const Inline* first = first_text(content);
  if (first == nullptr) return Tick::none;
  const std::string_view text = std::get<Text>(first->value).text;
  const Box* box = box_at(text);
  const std::size_t at = first->span.begin;
  const bool escaped = at > 0 && source.text()[at - 1] == '\\';
  if (box == nullptr || escaped || source.text()[at] != '[') return Tick::none;
  if (box->tick == Tick::none) {
    findings.warning({at, at + box->written.size()}, "tick-box",
                     fmt::format("`{}` is printed as it stands", box->written),
                     "write `[ ]` for a box and `[x]` for one with a tick");
    return Tick::none;
  }
  const std::size_t size = box->written.size();
  drop_from_first_text(content, size + space_at(text.substr(size)), size);
  return box->tick;
}

}  // namespace listok::emitter
