// Makes the running text of one paragraph, heading or table cell out of events.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"
#include "emitter/parser/events.hpp"
#include "emitter/parser/markdown_text.hpp"

namespace listok::emitter {

// Says that quotes and lists, or emphasis and links, stand too deep in each other.
void refuse_nesting(Span span, DiagnosticList& findings);

// A title, an address or a language as one string. `here` is where its element stands.
std::string words_of(const Attribute& attribute, const MarkdownText& text, Span here,
                     DiagnosticList& findings);

struct RunningText {
  Inlines content;
  std::optional<Span> span;
};

// What a paragraph, heading or cell stands in.
struct Surroundings {
  std::size_t quotes = 0;  // that are open
  bool in_row = false;
};

class InlineReader {
 public:
  InlineReader(const MarkdownText& text, DiagnosticList& findings)
      : text_(text), findings_(findings) {}

  void begin(Surroundings surroundings);
  void enter(const Event& event);
  void leave();
  void text(const Event& event);
  RunningText finish();

 private:
  struct Frame {
    const Event* event = nullptr;  // that opened it; none for the paragraph itself
    Inlines content;
    std::string code;
    std::optional<Span> span;
  };

  const MarkdownText& text_;
  DiagnosticList& findings_;
  std::vector<Frame> open_;
  Surroundings around_;
  bool pending_space_ = false;
  std::size_t space_at_ = 0;  // behind the word that it follows
  bool after_space_ = true;   // white space stands last, or nothing: what follows has none more
  bool divided_ = false;      // a tag stood here: the text behind it is another
  std::size_t skipped_ = 0;   // elements that are open below the deepest nesting
  Span here_;                 // of the last text
  const FormulaSpan* last_formula_ = nullptr;
  bool formula_is_here_ = false;  // last_formula_ began in this paragraph

  void add(Inline made);
  void add_text(std::string_view words, Span span);
  void add_running_text(Span in_masked);
  std::size_t take_attributes(Span in_masked);
  void add_words(Span in_masked);
  void add_words_and_notes(Span span, bool rewritten);
  void add_gap(Span in_masked, Span span);
  bool ends_in_line_to_write_on() const;
  void add_formula(const FormulaSpan& formula);
  void add_entity();
  void flush_space(std::size_t at);
  void drop_last_backslash(Inlines& content);
  void widen(Span span);
  Inline close(Frame& frame);
  Inline close_link(Frame& frame, Span span);
  bool in_link(const Frame& frame) const;
  bool is_small_print(const Frame& frame) const;
  Span place_of_address(const Attribute& address, Span span) const;
};

}  // namespace listok::emitter
