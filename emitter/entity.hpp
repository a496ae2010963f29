// Character references of Markdown: `&nbsp;`, `&#8594;`, `&#x2192;`.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

struct Entity {
  std::string text;  // what it stands for; empty when it is refused, and then:
  std::string code, message, hint;
};

// `reference` from "&" to ";". Of the names of HTML those that authors use are known. What a
// number stands for must be allowed by check_text's rule.
Entity decode_entity(std::string_view reference);

}  // namespace listok::emitter
