#include "latex/record/ordered_text.hpp"

#include <algorithm>
#include <vector>

#include "emitter/base/parallel.hpp"

namespace listok::latex {

std::string text_in_order(std::size_t count,
                          const std::function<std::string(std::size_t)>& text_of) {
  constexpr std::size_t most = 500;
  std::string all;
  for (std::size_t begin = 0; begin < count; begin += most) {
    std::vector<std::string> texts(std::min(most, count - begin));
    emitter::in_parallel(texts.size(),
                         [&](std::size_t number) { texts[number] = text_of(begin + number); });
    for (const std::string& text : texts) all += text;
  }
  return all;
}

}  // namespace listok::latex
