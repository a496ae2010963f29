#include "emitter/markdown/markdown_text.hpp"

#include <utility>

#include "emitter/markdown/bullet_lists.hpp"
#include "emitter/markdown/thin_delimiters.hpp"

namespace listok::emitter {

MarkdownText::MarkdownText(const Source& of, std::size_t begin)
    : source(of), rewritten(of.text(), begin) {
  rewritten.apply(edit_bullets(rewritten.text()));
  masked = mask_thin_delimiters(rewritten.text());
  formulas = find_formulas(masked);
  masked = mask_formulas(std::move(masked), formulas.found);
}

}  // namespace listok::emitter
