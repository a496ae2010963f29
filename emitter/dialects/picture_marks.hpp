// Reads pictures that CommonMark takes for text: `![](b.png =300x200)`, `![](my picture.png)`,
// `![[b.png|300]]`, `![words|300](b.png)`.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// `![](<my picture.png>)` for a name with spaces, and `{width=300px height=200px}` behind a picture
// for the size in its parentheses or behind a bar.
Edits edit_pictures(std::string_view markdown);

}  // namespace listok::emitter
