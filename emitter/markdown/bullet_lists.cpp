#include "emitter/markdown/bullet_lists.hpp"

#include <algorithm>

namespace listok::emitter {

namespace {

constexpr std::string_view bullet = "•";

// Offset of a bullet that begins an item on `line`, npos when there is none. A bullet by itself on
// its line is none: it may be what is left of a list, and text follows below.
std::size_t bullet_of(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos || !line.substr(at).starts_with(bullet)) return line.npos;
  const std::string_view rest = line.substr(at + bullet.size());
  if (!rest.starts_with(' ') && !rest.starts_with('\t')) return line.npos;
  return rest.find_first_not_of(" \t\r") == rest.npos ? line.npos : at;
}

}  // namespace

// "+" and not "-" or "*": with those a line could turn into a heading or a rule.
BulletedText::BulletedText(std::string_view whole, std::size_t begin) : begin_(begin) {
  std::string_view rest = whole.substr(std::min(begin, whole.size()));
  text_.reserve(rest.size());
  while (!rest.empty()) {
    const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view line = rest.substr(0, size);
    rest.remove_prefix(size);
    const std::size_t at = bullet_of(line.substr(0, line.find('\n')));
    if (at == line.npos) {
      text_ += line;
      continue;
    }
    text_ += line.substr(0, at);
    bullets_.push_back(text_.size());
    text_ += '+';
    text_ += line.substr(at + bullet.size());
  }
}

std::size_t BulletedText::to_source(std::size_t offset) const {
  const auto passed = std::lower_bound(bullets_.begin(), bullets_.end(), offset) - bullets_.begin();
  return begin_ + offset + static_cast<std::size_t>(passed) * (bullet.size() - 1);
}

}  // namespace listok::emitter
