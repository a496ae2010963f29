#include "latex/system/hash.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace listok::latex {

struct Hasher::State {
  XXH3_state_t xxh;
};

Hasher::Hasher(std::string_view name) : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
  add(name);
}

Hasher::~Hasher() = default;

Hasher& Hasher::add(std::string_view part) {
  const std::uint64_t size = part.size();
  XXH3_128bits_update(&state_->xxh, &size, sizeof size);
  XXH3_128bits_update(&state_->xxh, part.data(), part.size());
  return *this;
}

Hash Hasher::hash() const {
  const XXH128_hash_t digest = XXH3_128bits_digest(&state_->xxh);
  return {digest.high64, digest.low64};
}

Hash hash_of(std::string_view text) { return Hasher("text").add(text).hash(); }

std::string hex(const Hash& hash) { return fmt::format("{:016x}{:016x}", hash.high, hash.low); }

std::optional<Hash> hash_from(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  Hash hash;
  const char* middle = hex.data() + 16;
  const auto high = std::from_chars(hex.data(), middle, hash.high, 16);
  const auto low = std::from_chars(middle, middle + 16, hash.low, 16);
  if (high.ptr != middle || low.ptr != middle + 16) return std::nullopt;
  return hash;
}

}  // namespace listok::latex
