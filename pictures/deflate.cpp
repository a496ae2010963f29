#include "pictures/deflate.hpp"

#define ZLIB_CONST  // what is read is not written to
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace listok::pictures {

bool is_whole_deflate(std::string_view packed, std::uint64_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return false;
  std::array<Bytef, 1 << 16> unpacked{};
  int state = Z_OK;
  while (state == Z_OK && stream.total_out <= most) {
    if (stream.avail_in == 0) {
      const auto at = static_cast<std::size_t>(stream.total_in);
      stream.next_in = reinterpret_cast<const Bytef*>(packed.data() + at);
      stream.avail_in = static_cast<uInt>(
          std::min<std::size_t>(packed.size() - at, std::numeric_limits<uInt>::max()));
    }
    stream.next_out = unpacked.data();
    stream.avail_out = static_cast<uInt>(unpacked.size());
    state = inflate(&stream, Z_NO_FLUSH);
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END;
}

}  // namespace listok::pictures
