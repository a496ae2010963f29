// Checks, unpacks and packs deflated bytes. (Library: zlib.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace listok::pictures {

// Whether `packed` is a whole stream of zlib whose check sum is right; what follows it is passed
// over. libqpdf goes on where it is not, other readers complain. False past `most` bytes unpacked.
bool is_whole_deflate(std::string_view packed, std::uint64_t most);

// What gzip packed; nothing when it is damaged, cut off, or past `most` bytes.
std::optional<std::string> unpacked_gzip(std::string_view packed, std::uint64_t most);

// As gzip packs it, without name and time: the same text, the same bytes.
std::string packed_gzip(std::string_view text);

}  // namespace listok::pictures
