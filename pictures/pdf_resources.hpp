// Checks what a page of a PDF draws with: fonts, pictures, forms, colours.
#pragma once

#include <cstdint>
#include <string>

#include "pictures/qpdf.hpp"

namespace listok::pictures {

// The first fault of a page, in plain words ("its font /F1 has no …"); empty when there is none.
// Everything that the page leads to is read, streams to their end: what libqpdf says of them is
// found among its warnings. No more than `most_bytes` are decoded, past which it says so.
std::string fault_of_page(QPDFPageObjectHelper page, std::uint64_t most_bytes);

// Whether the check sum of a stream is right, if it is one that has any.
bool is_packed_well(QPDFObjectHandle stream, std::uint64_t most_bytes);

}  // namespace listok::pictures
