// Words with placeholders: "{title} · {n}/{total}".
// In: a text. Out: its pieces. Errors: the place of a brace without a partner.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

struct WordPiece {
  std::string text;  // of a placeholder: its name
  bool placeholder = false;

  bool operator==(const WordPiece&) const = default;
};

// The pieces of `text`; a doubled brace is a brace. Nothing when a brace has no partner.
std::optional<std::vector<WordPiece>> placeholders_in(std::string_view text);

}  // namespace listok::emitter
