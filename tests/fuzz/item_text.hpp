// The text of an item -> Translation, in the steps by which a bank is loaded.
#pragma once

#include <optional>
#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::fuzz {

struct ReadItem {
  emitter::Translation translation;
  emitter::Diagnostics diagnostics;
};

// The language is guessed from the letters. Nothing when the text or its front matter is refused,
// after which an item is read no further.
std::optional<ReadItem> read_item_text(const emitter::Bank& bank, std::string_view text);

}  // namespace listok::fuzz
