// Checks that an input file is text that a sheet can be made of.
// In: the bytes of a file. Out: the reasons to refuse it, each with its place; none for good text.
// Errors: only these diagnostics.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/base/source.hpp"

namespace listok::emitter {

// Every reason to refuse the bytes of `source`, each with its place: invalid UTF-8 (overlong,
// truncated, surrogate, beyond U+10FFFF), NUL, C0 controls other than TAB, LF and CR LF, C1, DEL,
// U+2028, U+2029, bidirectional controls, tag characters, non-characters, private use and
// unassigned code points; lines too long or too many (emitter/base/limits.hpp). A warning where the
// source has dropped a BOM. A fault of the file as a whole (emitter/base/encoding.hpp) is the only
// one that is reported; of others at most 20.
Diagnostics check_text(const Source& source);

}  // namespace listok::emitter
