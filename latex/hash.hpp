// Content hashes: equal text, equal key. (Library: xxHash.)
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace listok::latex {

// Hashes a sequence of labelled parts; each part's length is hashed too, so that no two different
// sequences run together. The name carries a version: change it when the meaning of a part changes.
class Hasher {
 public:
  explicit Hasher(std::string_view name);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(std::string_view part);
  std::string hex() const;  // 32 hexadecimal digits

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace listok::latex
