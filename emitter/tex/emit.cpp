#include "emitter/tex/emit.hpp"

#include <fmt/format.h>

#include <utility>

#include "emitter/tex/block_writer.hpp"
#include "emitter/tex/document_head.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

Emitted emit(const Bank& bank, const Item& item, const Translation& translation) {
  Emitted result;
  TexWriter writer;
  InlineWriter phrases(bank, translation, result);
  write_preamble(writer, bank, translation.path, sheet_class_options(bank, translation.language));
  writer.line("\\begin{document}");

  Flow flow;
  flow.mark(phrases.line_of(span_of_title(translation)));
  flow.tex =
      fmt::format("\\begin{{sheet}}[{}]{{",
                  joined_options({identity_options(item), topic_options(translation, phrases),
                                  size_options(translation), pages_option(translation)}));
  phrases.append(flow, translation.title, Where::heading);
  flow.tex += '}';
  writer.flow(flow, 2);

  BlockWriter sections(translation, phrases, writer, result);
  writer.indent();
  for (const Section& section : translation.sections) sections.section(section);
  writer.outdent();
  writer.line("\\end{sheet}");
  writer.line("\\end{document}");
  result.line_map = std::move(writer).line_map();
  result.tex = std::move(writer).tex();
  return result;
}

}  // namespace listok::emitter
