#include <fmt/format.h>

#include <utility>

#include "emitter/tex/document_head.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

std::string emit_all_sheets(const Bank& bank, std::string_view language,
                            const std::vector<const Item*>& items) {
  TexWriter writer;
  writer.line("% !TEX program = xelatex");
  writer.line(
      "% Made by listok: the sheets beside this file, one after another. Take out what you do");
  writer.line(
      "% not want; what you add to this preamble holds for all. Each sheet compiles alone, too.");
  write_class(writer, bank, sheet_class_options(bank, language));
  writer.line("\\begin{document}");
  for (const Item* item : items) writer.line(fmt::format("\\listokinput{{{}}}", item->id));
  writer.line("\\end{document}");
  return std::move(writer).tex();
}

}  // namespace listok::emitter
