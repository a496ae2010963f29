#include "emitter/parser/quoted_formulas.hpp"

#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view open = "$`", close = "`$";

// Not of `$$`, `\$`, or words that end in a dollar.
bool may_open(std::string_view text, std::size_t at) {
  const char before = byte_before(text, at);
  return before != '$' && before != '\\' && before != '`' && !is_ascii_alphanumeric(before);
}

bool ends_well(std::string_view text, std::size_t end) {
  const char behind = byte_behind(text, end);
  return behind != '$' && behind != '`' && !is_ascii_digit(behind);
}

}  // namespace

Edits edit_quoted_formulas(std::string_view markdown) {
  Edits edits;
  for (std::size_t at = 0; (at = markdown.find(open, at)) != markdown.npos;) {
    const std::size_t inside = at + open.size();
    const std::size_t quote = markdown.find_first_of("`\n", inside);
    if (quote == markdown.npos) break;
    const std::size_t end = quote + close.size();
    const bool formula = quote > inside && markdown.substr(quote, close.size()) == close &&
                         may_open(markdown, at) && ends_well(markdown, end);
    if (formula) {
      edits.push_back({{at + 1, inside}, ""});
      edits.push_back({{quote, quote + 1}, ""});
    }
    at = formula ? end : inside;
  }
  return edits;
}

}  // namespace listok::emitter
