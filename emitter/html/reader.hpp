// Turns HTML into the events that Markdown with the same meaning would be: `<b>` into strong, an
// HTML block with a table into a table.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/html/tags.hpp"
#include "emitter/html/tokens.hpp"
#include "emitter/parser/events.hpp"
#include "emitter/parser/markdown_text.hpp"

namespace listok::emitter {

struct EventsWithoutHtml {
  // Each enter has its leave. A text that is HTML stands where a tag was that has no meaning.
  std::vector<Event> events;
  std::deque<std::string> made;  // text of theirs that is not in the file
};

// The event of HTML that opens such an element.
Event entering(Element element);

// A stack of what is open: elements of Markdown, which the parser opens and closes, and of HTML
// between them. An element of HTML never reaches across the end of one of Markdown.
class HtmlReader {
 public:
  // All must outlive the object.
  HtmlReader(const std::vector<Event>& events, const MarkdownText& text, std::string_view language,
             DiagnosticList& findings)
      : events_(events), text_(text), language_(language), findings_(findings) {}

  EventsWithoutHtml read();

 private:
  enum class Origin {
    markdown,
    html,
    implied,  // nobody wrote it, as the paragraph of text in a <div>
  };

  struct Open {
    Event event;  // that opens it, and opens it again
    Origin origin = Origin::markdown;
    const HtmlTag* tag = nullptr;  // of HTML
    Span place;                    // of the tag, in the source
    bool shown = true;             // its enter is among the events, its leave is not yet
    bool muted = false;            // its look is lost where it stands: it is never shown
    std::size_t number = 0;        // of an element of Markdown in a line: its place in alive_
  };

  // HTML that stands together.
  struct Run {
    std::size_t first = 0, count = 0;  // its events
    std::size_t leaf = 0;              // number of the paragraph, cell or HTML block it stands in
    bool in_block = false;             // an HTML block
    HtmlText html;
    std::vector<HtmlToken> tokens;
  };

  struct Closing {
    std::size_t token;  // its number, in the whole text
    std::size_t leaf;
  };

  // The table of HTML that is open; there is never more than one.
  struct TableState {
    bool open = false, begun = false, in_head = false;
    std::size_t enter = 0;  // the event that opens it
    unsigned columns = 0;
    unsigned column = 0;  // of the next cell, or of that which is open
    unsigned wide = 1;    // columns of that which is open
    std::size_t rows = 0;
    std::vector<unsigned> reaching;  // rows that the cell above still goes down, by column
  };

  const std::vector<Event>& events_;
  const MarkdownText& text_;
  std::string_view language_;
  DiagnosticList& findings_;
  EventsWithoutHtml made_;

  std::vector<Run> runs_;
  std::map<std::string, std::vector<Closing>, std::less<>> closings_;
  const Run* run_ = nullptr;  // that is being read
  std::size_t token_ = 0;     // the number of the token that is being read
  Span place_;                // of the token, in the source

  std::vector<Open> open_;
  std::vector<std::size_t> blocks_;  // which of these are blocks that are shown or suspended
  std::vector<std::size_t> markdown_blocks_;  // which are blocks of Markdown
  std::vector<bool> alive_;  // for each element of Markdown in a line whose end has not come yet
  std::map<const HtmlTag*, std::size_t> open_tags_;
  std::map<std::string, std::size_t, std::less<>> begun_;  // tags whose end has not come yet
  std::size_t codes_ = 0, links_ = 0;                      // that are open and not muted
  std::size_t anchors_ = 0;                                // <a> without an address

  std::size_t flat_ = 0;  // headings and cells that are open: they hold no blocks
  bool filled_ = false;   // the innermost of them has text
  bool break_wanted_ = false;
  std::string_view mark_wanted_;      // of an item in it
  std::vector<unsigned> flat_lists_;  // 0: of dots, else the next number
  std::size_t flat_tables_ = 0;
  bool code_line_open_ = false;   // in a cell: a block of code
  bool code_line_shown_ = false;  // one of its lines

  TableState table_;
  std::string hidden_;          // the element whose content is passed over
  bool hidden_to_end_ = false;  // of the HTML block
  bool after_pre_ = false;      // right behind <pre>, where an end of line is none
  bool code_ends_line_ = true;  // what came last of a block of code
  std::set<std::string, std::less<>> told_;

  // reader.cpp: what there is, one after the other
  void find_runs();
  void add_closings();
  bool has_end(const HtmlToken& token, bool in_leaf) const;
  void read_run(const Run& run);
  void read_token(const HtmlToken& token);
  bool passes_over(const HtmlToken& token);
  void open_tag(const HtmlToken& token);
  void open_in_line(const HtmlToken& token, const HtmlTag& tag);
  void open_block(const HtmlToken& token, const HtmlTag& tag);
  void open_flat_block(const Event& event);
  void close_tag(const HtmlToken& token);
  void close_in_line(const HtmlToken& token, const HtmlTag& tag);
  void close_block(const HtmlToken& token, const HtmlTag& tag);
  void close_flat_block(const HtmlTag& tag);
  void end_html_block();

  // words.cpp
  bool is_word(const HtmlToken& token, const HtmlTag* tag) const;
  bool stands_apart(const HtmlToken& token) const;
  bool ends_word(const HtmlToken& token) const;
  bool is_behind_word(const HtmlToken& token) const;
  bool words_follow(const HtmlToken& token) const;

  // open_elements.cpp: the stack, and the events
  void emit(const Event& event) { made_.events.push_back(event); }
  void enter(const Event& event);
  void enter_inline(const Event& event);
  void enter_block(const Event& event);
  void leave(const Event& event);
  void end_before_section();
  void show(Open& open);
  void show_leave(Open& open);
  void push(Open open);
  void push_block(const Event& event, Origin origin, const HtmlTag* tag);
  void pop();
  void pop_to(std::size_t size);
  void close(std::size_t which);
  void end_words(std::size_t which);
  void forget(const Open& open);
  void forget_markdown(const Open& open);
  std::optional<std::size_t> find_open(const HtmlTag& tag) const;
  std::optional<std::size_t> find_block(HtmlRole role) const;
  std::size_t last_of_markdown() const;
  Open& block() { return open_[blocks_.back()]; }
  const Open& block() const { return open_[blocks_.back()]; }
  void break_paragraph();
  void break_line_in_flat() { break_wanted_ = true; }
  bool begin_block();
  static bool is_flat(Element element);

  // running_text.cpp: words
  void text(const Event& event);
  void put(Event event);
  void put_made(std::string_view words);
  void put_break(Span span);
  void put_break_in_code(const Event& event);
  void divide_words();
  void ensure_running_text();
  void flush_break();
  bool in_running_text() const;
  bool in_code_lines() const;
  void block_text(const HtmlToken& token);
  void pieces(Span in_run, TextKind kind);
  void verbatim(const Event& event);
  void end_last_line();
  void end_code_line();
  void end_code_lines();
  void as_text(const HtmlToken& token);
  void image(const HtmlToken& token);
  std::string_view quotation_mark(bool closing) const;

  // attributes.cpp
  std::optional<Span> value_of(const HtmlToken& token, std::string_view name) const;
  std::string_view written_value(const HtmlToken& token, std::string_view name) const;
  unsigned number_of(const HtmlToken& token, std::string_view name, unsigned otherwise) const;
  Attribute attribute(const HtmlToken& token, std::string_view name) const;

  // tables.cpp: tables, and the items of lists
  void open_table(const HtmlTag& tag);
  void open_caption(const HtmlTag& tag);
  void begin_part(Element part);
  void open_row(bool heading);
  void open_cell(const HtmlToken* token, bool heading);
  void empty_cell();
  void skip_reaching();
  void close_row();
  void end_part_of_table(HtmlRole role);
  void end_cell();
  void end_row();
  void close_table();
  void item(const HtmlTag& tag);
  void flat_item();

  // findings.cpp
  bool first_time(std::string_view what);
  std::string written() const;
  void tell_nesting();
  void tell_without_end(const Open& open);
  void tell_without_begin(const HtmlToken& token);
  void tell_look(const HtmlToken& token, const HtmlTag& tag);
  void tell_numbers(const HtmlToken& list);
  void tell_muted();
  void tell_word(const HtmlToken& token, bool known);
  void tell_hidden(const HtmlToken& token);
  void tell_spans();
  void tell_table_in_cell();
  void tell_markdown(Span line);
};

}  // namespace listok::emitter
