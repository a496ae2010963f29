#include "emitter/markdown/markdown_text.hpp"

#include <algorithm>
#include <utility>

#include "emitter/markdown/bullet_lists.hpp"
#include "emitter/markdown/fences.hpp"
#include "emitter/markdown/single_tildes.hpp"
#include "emitter/markdown/table_rows.hpp"

namespace listok::emitter {

MarkdownText::MarkdownText(const Source& of, std::size_t begin)
    : source(of), rewritten(of.text(), begin) {
  rewritten.apply(edit_bullets(rewritten.text()));
  rewritten.apply(edit_thin_delimiters(rewritten.text()));
  rewritten.apply(edit_tables_below_text(rewritten.text()));
  masked = mask_single_tildes(rewritten.text());
  formulas = find_formulas(masked);
  masked = mask_formulas(std::move(masked), formulas.found);
}

std::string unmasked(std::string text) {
  std::replace(text.begin(), text.end(), tilde_mask, '~');
  std::replace(text.begin(), text.end(), dash_mask, '-');
  return text;
}

}  // namespace listok::emitter
