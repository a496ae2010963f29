// Decides how many pixels of a picture make an inch.
#pragma once

#include <cstdint>
#include <optional>

namespace listok::pictures {

struct Density {
  double across = 0, down = 0;  // pixels per inch

  bool operator==(const Density&) const = default;
};

// What a picture of `width` x `height` pixels has to claim in place of `claimed`: nothing when that
// serves. TeX wraps round at lengths past 226 inches, and divides by those that it rounds to zero.
std::optional<Density> sane_density(std::uint32_t width, std::uint32_t height,
                                    const std::optional<Density>& claimed);

}  // namespace listok::pictures
