#include "emitter/config/book_config.hpp"

#include <fmt/format.h>

#include <string>

#include "emitter/config/keys.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

BookLook read_book(const YamlNode& node, DiagnosticList& findings) {
  BookLook book;
  if (!is_map(node, "`book`", "{two-sided: true, cover: true}", findings)) return book;
  refuse_unknown_keys(node, keys_of("book"), "`book`", findings);
  const auto says = [&](const std::string& key) {
    const YamlNode* found = node.find(key);
    if (found == nullptr) return false;
    return read_truth(*found, fmt::format("`{}`", key), "unknown-book", findings).value_or(false);
  };
  book.two_sided = says("two-sided");
  book.cover = says("cover");
  return book;
}

}  // namespace listok::emitter
