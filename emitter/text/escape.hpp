// Escapes text for LaTeX, so that exactly that text is typeset.
// In: UTF-8 text in NFC. Out: LaTeX; the parts that no face can set; a safe name for a file.
// Errors: none; every text has its LaTeX.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/text/named_faces.hpp"

namespace listok::emitter {

enum class Context {
  text,     // running text, set in the serif face
  heading,  // titles and headings, set in the sans face
  code,     // inline code and code blocks, set in the mono face
  url,      // the address of a link: for the PDF, not for the eye
};

// `text` is NFC and has passed check_text. The result holds no character that LaTeX, XeTeX,
// fontspec or polyglossia treats as special, ends no control word without `{}`, and has no
// sequence that becomes a ligature, whether or not the document switches TeX ligatures on.
// It may stand next to any command, brace or space. Texts that touch are to be joined before
// they are escaped: only then are a hyphen and a hyphen seen to be neighbours.
//
// An address consists only of ASCII: what RFC 3986 does not allow in one, and brackets of every
// kind, are percent-encoded; of commands it holds \% \# \& \_ \$ and \textasciitilde{}.
std::string escape(std::string_view text, Context context, const NamedFaces* named = nullptr);

// A line of code as it stands in the environment sheetcode, where no sign means anything; nothing if
// it needs a face besides that of code, or if TeX could take a part of it for the end of what it
// stands in.
std::optional<std::string> as_written(std::string_view line, const NamedFaces* named = nullptr);

// The parts of `text` that no face can set, each a run of whole characters; views into `text`.
// `named`: faces in the place of those of the class, and those that \sym has besides. Under
// Context::url there are none.
std::vector<std::string_view> without_glyph(std::string_view text, Context context,
                                            const NamedFaces* named = nullptr);

// The name under which an image lies next to the .tex: letters, digits and "._/-" only. With
// `ending` in place of its own, if there is one.
std::string safe_file_name(std::string_view file, std::string_view ending = {});

}  // namespace listok::emitter
