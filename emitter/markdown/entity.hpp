// Decodes the character references of Markdown: `&nbsp;`, `&#8594;`, `&#x2192;`.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

struct Entity {
  std::string text;  // what it stands for; empty when it is refused, and then:
  std::string code, message, hint;
};

// `reference` from "&" to ";". Of the names of HTML those that authors use are known. What a
// number stands for must be allowed by check_text's rule. To find out which name was meant takes
// longer than all else here, so nobody should ask for a hint that is not shown.
Entity decode_entity(std::string_view reference, bool with_hint = true);

}  // namespace listok::emitter
