// Hashes content: equal text, equal hash. (Library: xxHash.)
// In: bytes. Out: 128 bits, or their 32 hexadecimal digits. Errors: none.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace listok::latex {

struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  bool operator==(const Hash&) const = default;
  bool none() const { return *this == Hash{}; }
};

std::string hex(const Hash& hash);  // 32 hexadecimal digits
std::optional<Hash> hash_from(std::string_view hex);

// Hashes a sequence of labelled parts; each part's length is hashed too, so that no two different
// sequences run together. The name carries a version: change it when the meaning of a part changes.
class Hasher {
 public:
  explicit Hasher(std::string_view name);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(std::string_view part);
  Hash hash() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Hash hash_of(std::string_view text);

}  // namespace listok::latex
