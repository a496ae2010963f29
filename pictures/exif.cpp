#include "pictures/exif.hpp"

#include <cstddef>
#include <cstdint>

namespace listok::pictures {
namespace {

constexpr std::string_view mark("Exif\0\0", 6);
constexpr std::size_t entry_size = 12;

// A TIFF file in memory, in either order of bytes. What lies past its end reads as zero.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  std::uint32_t number(std::size_t at, std::size_t size) const {
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < size; ++index) {
      const std::size_t place = at + (little_ ? size - 1 - index : index);
      value =
          value << 8U | (place < bytes_.size() ? static_cast<unsigned char>(bytes_[place]) : 0U);
    }
    return value;
  }
  double rational(std::size_t at) const {
    const std::uint32_t divisor = number(at + 4, 4);
    return divisor == 0 ? 0 : static_cast<double>(number(at, 4)) / divisor;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

Exif read_exif(std::string_view segment) {
  constexpr std::size_t most = 200;  // entries
  Exif exif;
  if (!segment.starts_with(mark)) return exif;
  const Tiff tiff(segment.substr(mark.size()));
  const std::size_t folder = tiff.number(4, 4);
  Density density;
  double per_inch = 1;  // units
  const std::size_t count = tiff.number(folder, 2);
  for (std::size_t entry = 0; entry < count && entry < most; ++entry) {
    const std::size_t at = folder + 2 + entry * entry_size;
    const std::uint32_t value = tiff.number(at + 8, 2);
    switch (tiff.number(at, 2)) {
      case 0x0112: exif.orientation = value >= 1 && value <= 8 ? static_cast<int>(value) : 1; break;
      case 0x011A: density.across = tiff.rational(tiff.number(at + 8, 4)); break;
      case 0x011B: density.down = tiff.rational(tiff.number(at + 8, 4)); break;
      case 0x0128: per_inch = value == 3 ? 2.54 : 1; break;
      default: break;
    }
  }
  if (density != Density{}) {
    exif.density = Density{density.across * per_inch, density.down * per_inch};
  }
  return exif;
}

}  // namespace listok::pictures
