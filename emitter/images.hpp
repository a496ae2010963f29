// The files that the images of an item name.
#pragma once

#include "emitter/findings.hpp"
#include "emitter/model.hpp"

namespace listok::emitter {

// Each name is looked up beside the Markdown file, then in the bank's folder, and made relative to
// the bank's folder. Refused: what is not there, lies outside the bank, or is no PNG, JPEG or PDF.
void resolve_images(const Bank& bank, Translation& translation, Findings& findings);

}  // namespace listok::emitter
