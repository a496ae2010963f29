#include "pictures/base/deflate.hpp"

#define ZLIB_CONST  // what is read is not written to
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace listok::pictures {
namespace {

constexpr int with_head_of_gzip = 15 + 16;

// Hands on what `stream`, which was begun, unpacks; whether it comes to its end.
template <typename Take>
bool unpack(z_stream& stream, std::string_view packed, std::uint64_t most, const Take& take) {
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
    take(std::string_view(reinterpret_cast<const char*>(unpacked.data()),
                          unpacked.size() - stream.avail_out));
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END;
}

}  // namespace

bool is_whole_deflate(std::string_view packed, std::uint64_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return false;
  return unpack(stream, packed, most, [](std::string_view) {});
}

std::optional<std::string> unpacked_gzip(std::string_view packed, std::uint64_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, with_head_of_gzip) != Z_OK) return std::nullopt;
  std::string text;
  const bool whole =
      unpack(stream, packed, most, [&](std::string_view part) { text.append(part); });
  if (!whole || text.size() > most) return std::nullopt;
  return text;
}

std::string packed_gzip(std::string_view text) {
  z_stream stream{};
  constexpr int usual_memory = 8;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, with_head_of_gzip, usual_memory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace listok::pictures
