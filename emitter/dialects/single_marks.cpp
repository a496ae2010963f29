#include "emitter/dialects/single_marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace listok::emitter {

namespace {

// Between these no words stand that it could mark.
constexpr auto places = std::to_array<std::string_view>(
    {"(*)", "[*]", "{*}", "<*>", "\"*\"", "'*'", "«*»", "“*”", "„*“", "(**)", "\"**\"", "'**'"});

}  // namespace

std::string mask_single_tildes(std::string markdown) {
  for (std::size_t at = 0; (at = markdown.find('~', at)) != markdown.npos;) {
    const std::size_t end = std::min(markdown.find_first_not_of('~', at), markdown.size());
    if (end == at + 1 && (at == 0 || markdown[at - 1] != '\\')) markdown[at] = tilde_mask;
    at = end;
  }
  return markdown;
}

std::string mask_lone_stars(std::string markdown) {
  for (const std::string_view place : places) {
    const std::size_t begin = place.find('*'), end = place.rfind('*') + 1;
    for (std::size_t at = 0; (at = markdown.find(place, at)) != markdown.npos; at += end) {
      std::fill_n(markdown.begin() + static_cast<std::ptrdiff_t>(at + begin), end - begin,
                  star_mask);
    }
  }
  return markdown;
}

}  // namespace listok::emitter
