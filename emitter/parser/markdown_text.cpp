#include "emitter/parser/markdown_text.hpp"

#include <algorithm>
#include <utility>

#include "emitter/dialects/bullet_lists.hpp"
#include "emitter/dialects/callouts.hpp"
#include "emitter/dialects/definitions.hpp"
#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/gaps.hpp"
#include "emitter/dialects/glued_marks.hpp"
#include "emitter/dialects/kept_lines.hpp"
#include "emitter/dialects/picture_marks.hpp"
#include "emitter/dialects/single_marks.hpp"
#include "emitter/dialects/table_rows.hpp"
#include "emitter/parser/address_marks.hpp"
#include "emitter/parser/quoted_formulas.hpp"

namespace listok::emitter {

template <typename Pass>
void MarkdownText::rewrite(const Pass& pass) {
  const std::size_t before = remarks.size();
  const Edits edits = pass(rewritten.text());
  for (std::size_t i = before; i < remarks.size(); ++i) {
    remarks[i].span = rewritten.to_source(remarks[i].span);
  }
  rewritten.apply(edits);
}

MarkdownText::MarkdownText(const Source& of, std::size_t begin, LineBreaks lines,
                           std::string_view language)
    : source(of), rewritten(of.text(), begin) {
  rewrite([&](std::string_view text) { return edit_nested_fences(text, remarks); });
  rewrite([&](std::string_view text) { return edit_footnotes(text, notes); });
  rewrite(edit_definitions);
  rewrite([&](std::string_view text) { return edit_glued_marks(text, remarks); });
  rewrite(edit_callout_titles);
  rewrite(edit_bullets);
  rewrite(edit_pictures);
  rewrite(edit_quoted_formulas);
  rewrite(edit_long_delimiters);
  rewrite(edit_thin_delimiters);
  rewrite(edit_table_lines);
  rewrite([&](std::string_view text) { return edit_kept_lines(text, lines, language, remarks); });
  masked = mask_addresses(mask_lone_stars(mask_single_tildes(rewritten.text())));
  formulas = find_formulas(masked);
  masked = mask_gaps(mask_formulas(std::move(masked), formulas.found));
}

std::string unmasked(std::string text) {
  std::replace(text.begin(), text.end(), tilde_mask, '~');
  std::replace(text.begin(), text.end(), star_mask, '*');
  std::replace(text.begin(), text.end(), dash_mask, '-');
  std::replace(text.begin(), text.end(), gap_mask, '_');
  std::replace(text.begin(), text.end(), underscore_mask, '_');
  return text;
}

}  // namespace listok::emitter
