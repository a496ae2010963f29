#include "emitter/base/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "emitter/text/text.hpp"

namespace listok::emitter {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

// ---- UTF-16 -----------------------------------------------------------------------------------

bool is_usual(unsigned unit) {
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit <= 0x7E) ||
         (unit >= 0xA0 && unit <= 0xFF) || (unit >= 0x400 && unit <= 0x45F) ||
         (unit >= 0x2010 && unit <= 0x2027);
}

// Whether nearly all units are letters, digits and signs of Russian and English.
bool reads_as_utf16(std::string_view bytes, bool big_endian) {
  constexpr std::size_t enough = 8192;
  bytes = bytes.substr(0, enough);
  std::size_t usual = 0;
  const std::size_t units = bytes.size() / 2;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const unsigned one = byte_at(bytes, 2 * unit), other = byte_at(bytes, 2 * unit + 1);
    if (is_usual(big_endian ? one << 8U | other : other << 8U | one)) ++usual;
  }
  return units >= 4 && usual * 10 >= units * 9;
}

// ---- Cyrillic letters in one byte -------------------------------------------------------------

// The lower-case letters of a byte, as in Unicode; 0 for all else but `capital`.
constexpr char32_t capital = 1;

char32_t windows_1251(unsigned char byte) {
  if (byte >= 0xE0) return U'а' + (byte - 0xE0U);
  if (byte == 0xB8) return U'ё';
  return byte >= 0xC0 || byte == 0xA8 ? capital : 0;
}

char32_t koi8_r(unsigned char byte) {
  constexpr std::u32string_view letters = U"юабцдефгхийклмнопярстужвьызшэщчъ";
  if (byte >= 0xC0 && byte <= 0xDF) return letters[byte - 0xC0U];
  if (byte == 0xA3) return U'ё';
  return byte >= 0xE0 || byte == 0xB3 ? capital : 0;
}

char32_t cp866(unsigned char byte) {
  if (byte >= 0xA0 && byte <= 0xAF) return U'а' + (byte - 0xA0U);
  if (byte >= 0xE0 && byte <= 0xEF) return U'р' + (byte - 0xE0U);
  if (byte == 0xF1) return U'ё';
  return byte <= 0x9F || byte == 0xF0 ? capital : 0;
}

char32_t iso_8859_5(unsigned char byte) {
  if (byte >= 0xD0 && byte <= 0xEF) return U'а' + (byte - 0xD0U);
  if (byte == 0xF1) return U'ё';
  return (byte >= 0xB0 && byte <= 0xCF) || byte == 0xA1 ? capital : 0;
}

char32_t mac_cyrillic(unsigned char byte) {
  if (byte >= 0xE0 && byte <= 0xFE) return U'а' + (byte - 0xE0U);
  if (byte == 0xDF) return U'я';
  if (byte == 0xDE) return U'ё';
  return byte <= 0x9F || byte == 0xDD ? capital : 0;
}

struct Cyrillic {
  Encoding encoding;
  char32_t (*letter)(unsigned char);
};

constexpr std::array cyrillic_encodings{Cyrillic{{"Windows-1251", "WINDOWS-1251"}, windows_1251},
                                        Cyrillic{{"KOI8-R", "KOI8-R"}, koi8_r},
                                        Cyrillic{{"CP866", "CP866"}, cp866},
                                        Cyrillic{{"ISO 8859-5", "ISO-8859-5"}, iso_8859_5},
                                        Cyrillic{{"Mac Cyrillic", "MAC-CYRILLIC"}, mac_cyrillic}};

// Ten letters are two thirds of a Russian text.
bool is_frequent(char32_t letter) {
  return std::u32string_view(U"оеаинтсрвл").find(letter) != std::u32string_view::npos;
}

std::optional<Encoding> likely_cyrillic(std::string_view bytes) {
  constexpr std::size_t fewest = 4;  // letters from which anything can be concluded
  std::array<std::size_t, 0x100> counts{};
  for (std::size_t offset = 0; offset < bytes.size(); ++offset) ++counts[byte_at(bytes, offset)];
  std::optional<Encoding> best;
  std::size_t best_score = 0;
  for (const Cyrillic& one : cyrillic_encodings) {
    std::size_t all = 0, letters = 0, frequent = 0;
    for (std::size_t byte = 0x80; byte < counts.size(); ++byte) {
      const char32_t letter = one.letter(static_cast<unsigned char>(byte));
      all += counts[byte];
      if (letter != 0) letters += counts[byte];
      if (is_frequent(letter)) frequent += counts[byte];
    }
    const bool russian = all >= fewest && letters * 10 >= all * 7 && frequent * 3 >= all;
    const std::size_t score = frequent + letters;
    if (!russian || score <= best_score) continue;
    best = one.encoding;
    best_score = score;
  }
  return best;
}

// ---- Faults of a whole file -------------------------------------------------------------------

struct Census {
  std::size_t invalid = 0;  // runs of bytes that are not UTF-8
  std::size_t beyond = 0;   // characters that are, beyond ASCII
  std::size_t nul = 0;
  std::size_t line_feeds = 0;
  std::size_t returns = 0;  // with no LF behind
  Span first_invalid;       // the run
  std::size_t first_return = 0;
};

Census census_of(std::string_view text) {
  Census census;
  bool in_run = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const bool invalid = c == 0xFFFD && offset == begin + 1;
    if (invalid && !in_run && census.invalid++ == 0) census.first_invalid.begin = begin;
    if (invalid && census.invalid == 1) census.first_invalid.end = offset;
    in_run = invalid;
    if (c == 0) ++census.nul;
    if (c == '\n') ++census.line_feeds;
    if (c >= 0x80 && !invalid) ++census.beyond;
    if (c == '\r' && (offset == text.size() || text[offset] != '\n')) {
      if (census.returns++ == 0) census.first_return = begin;
    }
  }
  return census;
}

// As a word of a shell.
std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-+";
  if (!text.starts_with('-') && text.find_first_not_of(plain) == text.npos) return text;
  std::string word = text.starts_with('-') ? "'./" : "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

// The command that puts what `filter` makes of the file in its place: a shell that wrote into it at
// once would empty it first.
std::string converting(const std::string& filter, const std::string& file) {
  const std::string from = shell_word(file), draft = shell_word(file + ".new");
  return fmt::format("{} {} > {} && mv {} {}", filter, from, draft, draft, from);
}

Diagnostic fault(const Source& source, Span span, std::string code, std::string message,
                 std::string hint) {
  return source.diagnostic(Severity::error, span, std::move(code), std::move(message),
                           std::move(hint));
}

Diagnostic wrong_encoding(const Source& source, Span span, const Encoding& encoding) {
  return fault(
      source, span, "invalid-utf8",
      fmt::format("the file is not UTF-8: it looks like {}", encoding.name),
      fmt::format("run: {}",
                  converting(fmt::format("iconv -f {} -t UTF-8", encoding.iconv), source.name())));
}

std::optional<Encoding> likely_wide(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    return Encoding{"UTF-32", "UTF-32"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Encoding{"UTF-16", "UTF-16"};
  }
  if (reads_as_utf16(bytes, false)) return Encoding{"UTF-16", "UTF-16LE"};
  if (reads_as_utf16(bytes, true)) return Encoding{"UTF-16", "UTF-16BE"};
  return std::nullopt;
}

bool is_mostly_latin(std::string_view bytes) {
  std::size_t letters = 0, high = 0;
  for (std::size_t offset = 0; offset < bytes.size(); ++offset) {
    const unsigned char byte = byte_at(bytes, offset);
    const unsigned char lower = byte | 0x20U;
    if (lower >= 'a' && lower <= 'z') ++letters;
    if (byte >= 0x80) ++high;
  }
  return high > 0 && letters >= 4 * high;
}

}  // namespace

std::optional<Encoding> likely_encoding(std::string_view bytes) {
  if (const auto wide = likely_wide(bytes)) return wide;
  if (const auto cyrillic = likely_cyrillic(bytes)) return cyrillic;
  if (is_mostly_latin(bytes)) return Encoding{"Windows-1252", "WINDOWS-1252"};
  return std::nullopt;
}

std::optional<Diagnostic> fault_of_file(const Source& source) {
  const std::string_view text = source.text();
  if (const auto wide = likely_wide(text)) {
    Diagnostic found = wrong_encoding(source, {0, 1}, *wide);
    found.source_line.clear();  // every other character of it is none
    return found;
  }
  const Census census = census_of(text);
  if (census.nul > 0 && census.invalid > census.beyond) {
    Diagnostic found = fault(source, {0, 1}, "not-text", "the file is not text",
                             "it may be a picture or a document under this name: replace it by "
                             "Markdown, in the encoding UTF-8");
    found.source_line.clear();
    return found;
  }
  if (census.invalid > 1 && census.invalid > census.beyond) {
    if (const auto encoding = likely_encoding(text)) {
      return wrong_encoding(source, census.first_invalid, *encoding);
    }
    return fault(source, census.first_invalid, "invalid-utf8", "the file is not UTF-8",
                 "save it in the encoding UTF-8");
  }
  if (census.returns > 1 && census.returns > census.line_feeds) {
    Diagnostic found =
        fault(source, {census.first_return, census.first_return + 1}, "line-ends",
              "the lines end with the control character CR alone, as on computers of long ago",
              fmt::format("run: {}", converting(R"(tr '\r' '\n' <)", source.name())));
    found.source_line.clear();  // it is the whole file
    return found;
  }
  return std::nullopt;
}

}  // namespace listok::emitter
