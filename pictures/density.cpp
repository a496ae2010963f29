#include "pictures/density.hpp"

#include <algorithm>

namespace listok::pictures {

std::optional<Density> sane_density(std::uint32_t width, std::uint32_t height,
                                    const std::optional<Density>& claimed) {
  constexpr double without = 72;               // what TeX takes where a picture says nothing
  constexpr double least = 10, most = 10'000;  // pixels per inch
  constexpr double longest = 100;              // inches
  constexpr double skew = 4;                   // between the two directions
  constexpr double usual = 150;
  const Density density = claimed.value_or(Density{without, without});
  const auto fits = [&](double one, double pixels) {
    return one >= least && one <= most && pixels / one <= longest;
  };
  if (fits(density.across, width) && fits(density.down, height) &&
      density.across <= skew * density.down && density.down <= skew * density.across) {
    return std::nullopt;
  }
  const double enough = std::max(usual, std::max(width, height) / longest);
  return Density{enough, enough};
}

}  // namespace listok::pictures
