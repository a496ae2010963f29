#include "emitter/base/text_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/encoding.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t listed_per_file = 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The bytes from `offset` on that are not UTF-8, up to the next ASCII or valid character.
std::size_t invalid_run(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  char32_t ignored = 0;
  while (end < text.size() && decode(text, end, ignored) == 0) ++end;
  return end;
}

void refuse_bytes(std::string_view text, Span span, DiagnosticList& findings) {
  std::string bytes;
  for (std::size_t i = span.begin; i < std::min(span.end, span.begin + 4); ++i) {
    bytes += fmt::format("{}{:02X}", bytes.empty() ? "" : " ", static_cast<unsigned char>(text[i]));
  }
  if (span.end - span.begin > 4) bytes += " …";
  findings.error(span, "invalid-utf8", fmt::format("the bytes `{}` are not UTF-8", bytes),
                 "save the file in the encoding UTF-8");
}

struct Lines {
  std::size_t ended = 0;
  std::size_t characters = 0;  // of the line that has not
};

void check_lines(Span here, char32_t c, Lines& lines, DiagnosticList& findings) {
  if (c != '\n') {
    if (++lines.characters != limits::line_length + 1) return;
    findings.error(here, "long-line",
                   fmt::format("the line is longer than {} characters", limits::line_length),
                   "is this text? press Enter now and then");
    return;
  }
  lines.characters = 0;
  if (++lines.ended != limits::lines) return;
  findings.error(here, "too-many-lines",
                 fmt::format("the file has {} lines or more", limits::lines),
                 "is this text? a sheet is one page");
}

}  // namespace

Diagnostics check_text(const Source& source) {
  DiagnosticList findings(source, listed_per_file);
  const std::string_view text = source.text();
  std::size_t offset = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (const auto mark = source.dropped_mark()) {
    findings.warning({*mark, *mark}, "byte-order-mark",
                     "`U+FEFF`, which cannot be seen, is passed over here",
                     "delete it: it was pasted along, so retype the word around it");
  }
  Lines lines;
  while (offset < text.size()) {
    char32_t c = 0;
    const std::size_t size = decode(text, offset, c);
    if (size == 0) {
      const Span run{offset, invalid_run(text, offset)};
      refuse_bytes(text, run, findings);
      offset = run.end;
      continue;
    }
    const bool line_end = c == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
    if (const auto refused = line_end ? std::nullopt : refusal(c)) {
      findings.error({offset, offset + size}, std::string(refused->code),
                     fmt::format("`U+{:04X}` is {}, which is not allowed",
                                 static_cast<std::uint32_t>(c), refused->what),
                     std::string(refused->hint));
    }
    offset += size;
    check_lines({offset - size, offset}, c, lines, findings);
  }
  if (findings.has_errors()) {
    if (auto whole = fault_of_file(source)) return {std::move(*whole)};
  }
  return findings.take();
}

}  // namespace listok::emitter
