// How much a bank may hold: sizes in bytes, lengths in characters, and counts. No sheet that a
// person writes comes near; what goes past is a mistake or an attack, and is refused before it
// costs memory or time. Those who read the content report it as an error.
#pragma once

#include <cstddef>
#include <cstdint>

namespace listok::emitter::limits {

constexpr std::size_t KiB = 1024;
constexpr std::size_t MiB = 1024 * KiB;

// Files
constexpr std::size_t config_bytes = 256 * KiB;  // listok.yaml
constexpr std::size_t preamble_bytes = 256 * KiB;
constexpr std::size_t item_bytes = 1 * MiB;   // a Markdown file
constexpr std::size_t line_length = 100'000;  // characters
// The Markdown parser takes time by the square of the lines of a paragraph.
constexpr std::size_t lines = 20'000;
constexpr std::size_t entries = 100'000;  // files and folders under the folder of a language

// An item
constexpr std::size_t tags = 20;
constexpr std::size_t title_length = 1000;  // characters
constexpr std::size_t headings = 100;
constexpr std::size_t nesting = 16;       // of quotes and lists, and of emphasis and links
constexpr std::size_t list_items = 1000;  // in a list, without the lists inside it
constexpr std::size_t table_cells = 2000;
constexpr std::size_t table_columns = 20;
constexpr std::size_t inlines = 20'000;  // in a paragraph, a heading or a cell
// What the Markdown parser makes of the text. A short row of a table becomes as many cells as there
// are columns, and a short reference a whole address: small files can grow without bound.
constexpr std::size_t events = 500'000;
constexpr std::size_t attribute_bytes = 4 * MiB;

// Images
constexpr std::size_t images = 20;  // in an item
constexpr std::size_t image_bytes = 20 * MiB;
constexpr std::uint64_t image_pixels = 100'000'000;

}  // namespace listok::emitter::limits
