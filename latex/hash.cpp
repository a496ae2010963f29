#include "latex/hash.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

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

std::string Hasher::hex() const {
  const XXH128_hash_t digest = XXH3_128bits_digest(&state_->xxh);
  return fmt::format("{:016x}{:016x}", digest.high64, digest.low64);
}

}  // namespace listok::latex
