// Writes sections and their blocks as the environments of the .tex.
#pragma once

#include <string>
#include <string_view>

#include "emitter/model/model.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

class BlockWriter {
 public:
  // Lines go to `writer`, images and diagnostics to `result`; all outlive the object.
  BlockWriter(const Translation& translation, InlineWriter& phrases, TexWriter& writer,
              Emitted& result)
      : source_(*translation.source), phrases_(phrases), writer_(writer), result_(result) {}

  void section(const Section& section);

 private:
  void blocks(const Blocks& blocks, std::size_t first = 0);
  void block(const Block& block);
  void subheading(const Heading& heading, Span span);
  void paragraph(std::string_view prefix, const Paragraph& paragraph);
  template <typename Body>
  void environment(std::string_view name, std::string_view options, Span span, Body body);
  void list(const List& list, Span span);
  void list_item(const ListItem& item, bool ordered);
  void described_item(const ListItem& item);
  void code_block(const CodeBlock& code, Span span);
  std::string column_letters(const Table& table) const;
  bool is_long(const Table& table, std::size_t column) const;
  void table(const Table& table, Span span);
  void row(const TableRow& row, std::string_view ending);

  const Source& source_;
  InlineWriter& phrases_;
  TexWriter& writer_;
  Emitted& result_;
  std::size_t list_depth_ = 0;
};

}  // namespace listok::emitter
