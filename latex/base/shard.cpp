#include "latex/base/shard.hpp"

#include <algorithm>

namespace listok::latex {
namespace {

bool consume_digits(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(end);
  return end > 0;
}

bool consume(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

bool is_of_shard(std::string_view name, std::string_view beginning, std::string_view ending) {
  return consume(name, beginning) && consume_digits(name) && consume(name, "-of-") &&
         consume_digits(name) && name == ending;
}

}  // namespace listok::latex
