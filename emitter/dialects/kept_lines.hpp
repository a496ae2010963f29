// Keeps lines that people mean as lines, where CommonMark would join them: `а) 12⏎б) 24`,
// `1.1. …⏎1.2. …`, `— Да.⏎— Нет.`, verse.
#pragma once

#include <string_view>

#include "emitter/dialects/remarks.hpp"
#include "emitter/dialects/rewritten_text.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Two spaces, which are a break to Markdown, at the end of each line that is kept. A remark at the
// first when nobody asked for it. `language` is a code, or empty: there is no verse in "de".
Edits edit_kept_lines(std::string_view markdown, LineBreaks breaks, std::string_view language,
                      Remarks& remarks);

}  // namespace listok::emitter
