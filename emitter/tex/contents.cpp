#include <fmt/format.h>

#include <utility>

#include "emitter/tex/document_head.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

namespace {

void write_entry(const Bank& bank, const Item& item, const Translation& translation,
                 TexWriter& writer) {
  Emitted dropped;  // what is wrong with a title is reported for the sheet itself
  InlineWriter phrases(bank, translation, dropped);
  const std::string options = topic_options(translation, phrases);
  Flow flow;
  flow.tex = fmt::format("\\contentsentry{}{{{}}}{{",
                         options.empty() ? "" : fmt::format("[{}]", options), item.number);
  phrases.append(flow, translation.title, Where::heading);
  flow.tex += '}';
  writer.flow(flow, 2);
}

}  // namespace

std::string emit_contents(const Bank& bank, std::string_view language) {
  std::vector<const Item*> items;
  for (const Item& item : bank.items) {
    const Translation* translation = item.in(language);
    if (translation != nullptr && !translation->broken) items.push_back(&item);
  }
  return emit_contents(bank, language, items);
}

std::string emit_contents(const Bank& bank, std::string_view language,
                          const std::vector<const Item*>& items) {
  TexWriter writer;
  const std::string title =
      keep_spaces(escape(in_language(bank.title, language), Context::heading, &bank.faces));
  write_preamble(writer, bank, fmt::format("listok.yaml and {}/*.md", language),
                 fmt::format("{}{}", language_options(language), page_options(bank)));
  writer.line("\\begin{document}");
  writer.line(fmt::format("\\begin{{contents}}{{{}}}", title));
  writer.indent();
  for (const Item* item : items) write_entry(bank, *item, *item->in(language), writer);
  writer.outdent();
  writer.line("\\end{contents}");
  writer.line("\\end{document}");
  return std::move(writer).tex();
}

}  // namespace listok::emitter
