// Puts the footnotes of an item where it refers to them.
#pragma once

#include <map>
#include <string>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/dialects/footnotes.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

class Footnotes {
 public:
  Footnotes(const Source& source, const NoteLabels& labels, DiagnosticList& findings)
      : source_(source), labels_(labels), findings_(findings) {}

  // Whether an item of a list, whose content this is, is a footnote: then it is taken and kept.
  bool take(Blocks& content);

  // Fills in the notes of the whole item. Those to which nothing refers are told.
  void set(Blocks& blocks);

 private:
  struct Definition {
    Span mark;
    Inlines content;
    std::size_t references = 0;
    unsigned number = 0;
    std::size_t section = 0;  // the last that it was set in
  };

  const Source& source_;
  const NoteLabels& labels_;
  DiagnosticList& findings_;
  std::map<std::string, Definition> definitions_;

  void add_block(Inlines& content, Block& block);
  void as_text(Inline& note) const;
  void refuse_inside(Inlines& inlines);
  void count(Blocks& blocks);
  void fill(Blocks& blocks);
};

}  // namespace listok::emitter
