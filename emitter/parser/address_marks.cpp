#include "emitter/parser/address_marks.hpp"

#include <algorithm>
#include <string_view>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

// What goes on behind underscores, so that they do not end the address.
bool goes_on(std::string_view text, std::size_t at) {
  constexpr std::string_view marks = "/?#=&%-.+(";
  return at < text.size() && (is_word_byte(text[at]) || marks.find(text[at]) != marks.npos);
}

// The end of the address that `at` is in: a blank, or a bracket that was opened before it.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  constexpr std::string_view ends = " \t\r\n<>\"`";
  std::size_t round = 0, square = 0;  // that are open
  for (; at < text.size() && ends.find(text[at]) == ends.npos; ++at) {
    std::size_t& open = text[at] == '(' || text[at] == ')' ? round : square;
    if (text[at] == '(' || text[at] == '[') ++open;
    if (text[at] != ')' && text[at] != ']') continue;
    if (open == 0) break;
    --open;
  }
  return at;
}

}  // namespace

std::string mask_addresses(std::string markdown) {
  constexpr std::string_view scheme_end = "://";
  for (std::size_t at = 0; (at = markdown.find(scheme_end, at)) != markdown.npos;) {
    const std::size_t end = end_of_address(markdown, at);
    const std::string_view address = std::string_view(markdown).substr(0, end);
    while ((at = address.find('_', at)) != address.npos) {
      const std::size_t behind = std::min(address.find_first_not_of('_', at), end);
      if (goes_on(address, behind) && address[at - 1] != '\\') {
        std::fill(markdown.begin() + static_cast<std::ptrdiff_t>(at),
                  markdown.begin() + static_cast<std::ptrdiff_t>(behind), underscore_mask);
      }
      at = behind;
    }
    at = end;
  }
  return markdown;
}

}  // namespace listok::emitter
