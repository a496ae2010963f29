#include "emitter/dialects/single_tildes.hpp"

#include <algorithm>

namespace listok::emitter {

std::string mask_single_tildes(std::string markdown) {
  for (std::size_t at = 0; (at = markdown.find('~', at)) != markdown.npos;) {
    const std::size_t end = std::min(markdown.find_first_not_of('~', at), markdown.size());
    if (end == at + 1 && (at == 0 || markdown[at - 1] != '\\')) markdown[at] = tilde_mask;
    at = end;
  }
  return markdown;
}

}  // namespace listok::emitter
