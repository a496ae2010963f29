#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "emitter/tex/block_writer.hpp"
#include "emitter/tex/document_head.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/tex/tex_writer.hpp"

namespace listok::emitter {

namespace {

using Row = std::array<Section, 2>;

const Section* find(const Translation& translation, const std::string& key) {
  const auto found = std::find_if(translation.sections.begin(), translation.sections.end(),
                                  [&](const Section& section) { return section.key == key; });
  return found == translation.sections.end() ? nullptr : &*found;
}

Section empty_section(const SectionKind& kind, const std::string& language) {
  return {kind.key, {{Text{in_language(kind.titles, language)}, {}}}, {}, {}};
}

// A bank that declares no sections has no keys that mean the same in both languages: the sections
// are paired as they come.
std::vector<Row> rows_as_written(const Translation& one, const Translation& two) {
  std::vector<Row> rows(std::max(one.sections.size(), two.sections.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool in_one = i < one.sections.size(), in_two = i < two.sections.size();
    rows[i][0] = in_one ? one.sections[i] : Section{two.sections[i].key, {}, {}, {}};
    rows[i][1] = in_two ? two.sections[i] : Section{one.sections[i].key, {}, {}, {}};
  }
  return rows;
}

std::vector<Row> rows_of(const Bank& bank, const Translation& one, const Translation& two) {
  if (bank.sections.empty()) return rows_as_written(one, two);
  std::vector<Row> rows;
  for (const SectionKind& kind : bank.sections) {
    const Section* left = find(one, kind.key);
    const Section* right = find(two, kind.key);
    if (left == nullptr && right == nullptr) continue;
    rows.push_back({left != nullptr ? *left : empty_section(kind, one.language),
                    right != nullptr ? *right : empty_section(kind, two.language)});
  }
  return rows;
}

class BilingualSheet {
 public:
  BilingualSheet(const Bank& bank, const Item& item, const Translation& one, const Translation& two)
      : bank_(bank),
        item_(item),
        one_(one),
        two_(two),
        phrases_{InlineWriter(bank, one_, result_), InlineWriter(bank, two_, result_)},
        sections_{BlockWriter(one_, phrases_[0], writer_, result_),
                  BlockWriter(two_, phrases_[1], writer_, result_)} {}

  Emitted run();

 private:
  const Bank& bank_;
  const Item& item_;
  const Translation& one_;
  const Translation& two_;
  Emitted result_;
  TexWriter writer_;
  std::array<InlineWriter, 2> phrases_;
  std::array<BlockWriter, 2> sections_;

  void title();
  void row(const Row& row);
};

// The second title has lines of its own: they are to be found in the second file.
void BilingualSheet::title() {
  Flow head;
  head.mark(phrases_[0].line_of(span_of_title(one_)));
  head.tex = fmt::format("\\begin{{sheet}}[{},", identity_options(item_));
  writer_.flow(head, 2);

  const auto& sized = size_options(one_).empty() ? two_ : one_;
  const std::string rest =
      joined_options({topic_options(one_, phrases_[0]), size_options(sized), pages_option(one_)});
  Flow second;
  second.mark(phrases_[1].line_of(span_of_title(two_)));
  second.tex = "translation={";
  phrases_[1].append(second, two_.title, Where::heading);
  second.tex += rest.empty() ? "}]" : "},";
  writer_.indent();
  writer_.from_file(1);
  writer_.flow(second, 2);

  Flow first;
  first.mark(phrases_[0].line_of(span_of_title(one_)));
  first.tex = rest.empty() ? "{" : fmt::format("{}]{{", rest);
  phrases_[0].append(first, one_.title, Where::heading);
  first.tex += '}';
  writer_.from_file(0);
  writer_.flow(first, 2);
  writer_.outdent();
}

void BilingualSheet::row(const Row& row) {
  writer_.from_file(0);
  writer_.line("\\begin{sheetrow}", phrases_[0].line_of(row[0].heading));
  writer_.indent();
  for (std::size_t file = 0; file < row.size(); ++file) {
    writer_.from_file(file);
    sections_[file].section(row[file]);
  }
  writer_.outdent();
  writer_.line("\\end{sheetrow}");
}

Emitted BilingualSheet::run() {
  write_preamble(writer_, bank_, fmt::format("{} and {}", one_.path, two_.path),
                 sheet_class_options(bank_, one_.language, two_.language));
  writer_.line("\\begin{document}");
  title();
  writer_.indent();
  for (const Row& one : rows_of(bank_, one_, two_)) row(one);
  writer_.outdent();
  writer_.line("\\end{sheet}");
  writer_.line("\\end{document}");
  result_.file_map = std::move(writer_).file_map();
  result_.line_map = std::move(writer_).line_map();
  result_.tex = std::move(writer_).tex();
  return std::move(result_);
}

}  // namespace

Emitted emit_bilingual(const Bank& bank, const Item& item, const Translation& one,
                       const Translation& two) {
  return BilingualSheet(bank, item, one, two).run();
}

Emitted emit_bilingual(const Bank& bank, const Item& item) {
  assert(item.translations.size() >= 2);
  return emit_bilingual(bank, item, item.translations[0], item.translations[1]);
}

}  // namespace listok::emitter
