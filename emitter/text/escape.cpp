#include "emitter/text/escape.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/text/graphemes.hpp"
#include "emitter/text/pairs.hpp"
#include "emitter/text/percent_codes.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

struct Special {
  char32_t character;
  std::string_view text;
  std::string_view code;
};

// A space in the column `code` is a space of the code.
constexpr Special specials[] = {
    {U'\\', "\\textbackslash{}", "\\textbackslash{}"},
    {U'^', "\\textasciicircum{}", "\\textasciicircum{}"},
    {U'~', "\\textasciitilde{}", "\\textasciitilde{}"},
    {U'{', "\\{", "\\{"},
    {U'}', "\\}", "\\}"},
    {U'$', "\\$", "\\$"},
    {U'&', "\\&", "\\&"},
    {U'#', "\\#", "\\#"},
    {U'%', "\\%", "\\%"},
    {U'_', "\\_", "\\_"},
    {U'"', "\\textquotedbl{}", "\\textquotedbl{}"},
    {U'`', "\\textasciigrave{}", "\\textasciigrave{}"},
    {U'\'', "\\textquotesingle{}", "\\textquotesingle{}"},
    {U'[', "{[}", "{[}"},
    {U']', "{]}", "{]}"},
    {U'\t', " ", " "},
    {U'\n', " ", " "},
    {0x00A0, "~", " "},             // no-break space
    {0x00AD, "\\-", ""},            // soft hyphen
    {0x1680, " ", " "},             // ogham space mark
    {0x2000, "\\enspace{}", " "},   // en quad
    {0x2001, "\\quad{}", " "},      // em quad
    {0x2002, "\\enspace{}", " "},   // en space
    {0x2003, "\\quad{}", " "},      // em space
    {0x2004, " ", " "},             // three-per-em space
    {0x2005, " ", " "},             // four-per-em space
    {0x2006, "\\,", " "},           // six-per-em space
    {0x2007, "~", " "},             // figure space
    {0x2008, " ", " "},             // punctuation space
    {0x2009, "\\,", " "},           // thin space
    {0x200A, "\\,", " "},           // hair space
    {0x200B, "\\hspace{0pt}", ""},  // zero width space
    {0x2011, "\\mbox{-}", "-"},     // non-breaking hyphen
    {0x202F, "\\,", " "},           // narrow no-break space
    {0x205F, " ", " "},             // medium mathematical space
    {0x2060, "\\nobreak{}", ""},    // word joiner
    {0x3000, "\\quad{}", " "},      // ideographic space
    {0xFEFF, "", ""},               // byte order mark
};

bool is_latin_or_cyrillic(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_cyrillic(c);
}

void append(std::string& out, char32_t c, Context context) {
  const auto* special = std::ranges::find(specials, c, &Special::character);
  if (special == std::end(specials)) {
    append_utf8(out, c);
  } else {
    out += context == Context::code ? special->code : special->text;
  }
}

Face face_of(Context context) {
  switch (context) {
    case Context::heading: return Face::sans;
    case Context::code: return Face::mono;
    case Context::text:
    case Context::url: break;
  }
  return Face::serif;
}

// What of `c` a font with TeX ligatures would join to an equal neighbour. In text `-{}-` could be
// broken between the hyphens; the mono face of code has no break at hyphens.
std::string_view unjoined(char32_t c, Context context) {
  switch (c) {
    case U'-': return context == Context::code ? "-{}" : "\\mbox{-}";
    case U'<': return "<{}";
    case U'>': return ">{}";
    case U',': return ",{}";
    default: return {};
  }
}

class Escaper {
 public:
  Escaper(std::string_view text, Context context, const NamedFaces* named)
      : context_(context), graphemes_(graphemes(text, face_of(context), named)) {}

  std::string run() {
    for (std::size_t i = 0; i < graphemes_.size();) {
      if (graphemes_[i].in_face) {
        in_face(i++);
      } else {
        i = symbols(i);
      }
    }
    return std::move(out_);
  }

 private:
  char32_t base(std::size_t i) const { return i < graphemes_.size() ? graphemes_[i].base : U'\0'; }

  bool is_space(std::size_t i) const {
    std::string printed;
    if (i < graphemes_.size()) append(printed, base(i), Context::code);
    return printed == " ";
  }

  void append_all(const Grapheme& grapheme, Context context) {
    if (grapheme.single && is_latin_or_cyrillic(grapheme.base)) {  // most are
      out_ += grapheme.bytes;
      return;
    }
    for (std::size_t offset = 0; offset < grapheme.printed.size();) {
      append(out_, next_code_point(grapheme.printed, offset), context);
    }
  }

  void in_face(std::size_t i) {
    const Grapheme& grapheme = graphemes_[i];
    if (context_ == Context::code && is_space(i)) {
      // TeX passes over a space that follows a space or begins a line.
      const bool kept = i == 0 || i + 1 == graphemes_.size() || is_space(i - 1);
      out_ += kept ? "\\ " : " ";
    } else if (context_ != Context::code && is_apostrophe(i)) {
      out_ += "\u2019";
    } else if (grapheme.single && base(i + 1) == base(i) && !unjoined(base(i), context_).empty()) {
      out_ += unjoined(base(i), context_);
    } else {
      append_all(grapheme, context_);
    }
  }

  bool is_apostrophe(std::size_t i) const {
    return graphemes_[i].bytes == "'" && i > 0 && is_letter(base(i - 1)) && is_letter(base(i + 1));
  }

  // Prints the run of characters outside the face that begins at `i`; returns where it ends. A
  // space is there for the mark above it: \sym knows only of characters, and not of \quad.
  std::size_t symbols(std::size_t i) {
    out_ += "\\sym{";
    SymbolFaces faces = graphemes_[i].symbol;
    do {
      append_all(graphemes_[i], Context::code);
      ++i;
      if (i == graphemes_.size() || graphemes_[i].in_face) break;
      // What none of these faces has, a face of the bank has, and most often its neighbours too.
      const SymbolFaces next = graphemes_[i].symbol;
      if (faces.any() && next.any() && (faces & next).none()) break;
      faces &= next;
    } while (true);
    out_ += "}";
    return i;
  }

  Context context_;
  std::vector<Grapheme> graphemes_;
  std::string out_;
};

std::string escape_address(std::string_view text) {
  constexpr std::string_view as_it_is =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./:?@!*+,;='";
  constexpr std::string_view behind_backslash = "#$&_";
  const bool pairs = has_pairs(text, '(', ')');
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (as_it_is.find(c) != std::string_view::npos || (pairs && (c == '(' || c == ')'))) {
      out += c;
    } else if (behind_backslash.find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (c == '~') {
      out += "\\textasciitilde{}";
    } else if (percent_coded_byte(text, i) >= 0) {
      out += "\\%";
    } else {
      out += fmt::format("\\%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

std::string escape(std::string_view text, Context context, const NamedFaces* named) {
  return context == Context::url ? escape_address(text) : Escaper(text, context, named).run();
}

std::optional<std::string> as_written(std::string_view line, const NamedFaces* named) {
  std::string written;
  for (const Grapheme& grapheme : graphemes(line, face_of(Context::code), named)) {
    if (!grapheme.in_face) return std::nullopt;
    for (std::size_t offset = 0; offset < grapheme.printed.size();) {
      const char32_t c = next_code_point(grapheme.printed, offset);
      constexpr char32_t last_ascii = 0x7F;
      c > last_ascii ? append(written, c, Context::code) : append_utf8(written, c);
    }
  }
  if (written.find("\\end") != written.npos) return std::nullopt;
  return written;
}

std::vector<std::string_view> without_glyph(std::string_view text, Context context,
                                            const NamedFaces* named) {
  std::vector<std::string_view> runs;
  if (context == Context::url || covers(face_of(context), named, text)) return runs;
  for (const Grapheme& grapheme : graphemes(text, face_of(context), named)) {
    if (grapheme.in_face || grapheme.symbol.any()) continue;
    if (named != nullptr && may_have(*named, grapheme.printed)) continue;
    if (!runs.empty() && runs.back().data() + runs.back().size() == grapheme.bytes.data()) {
      runs.back() = {runs.back().data(), runs.back().size() + grapheme.bytes.size()};
    } else {
      runs.push_back(grapheme.bytes);
    }
  }
  return runs;
}

std::string safe_file_name(std::string_view file, std::string_view ending) {
  constexpr std::string_view safe =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-";
  if (ending.empty() && file.find_first_not_of(safe) == std::string_view::npos) {
    return std::string(file);
  }
  std::uint32_t hash = 2166136261U;  // FNV-1a: two names that look alike stay two
  std::string name;
  for (const char c : file) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    const bool kept = safe.find(c) != std::string_view::npos;
    if (kept)
      name += c;
    else if (name.empty() || name.back() != '-')
      name += '-';
  }
  const auto last = name.rfind('/') + 1;  // 0 where there is no folder
  const auto dot = std::min(name.find_last_of('.'), name.size());
  const auto stem = dot < last ? name.size() : dot;
  if (!ending.empty()) name.replace(stem, name.npos, fmt::format(".{}", ending));
  name.insert(stem, fmt::format("-{:08x}", hash));
  return name.front() == '-' ? "image" + name : name;
}

}  // namespace listok::emitter
