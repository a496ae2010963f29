// Writes an address as a person reads it: `%D0%9D` as `Н`.
// In: an address of the web. Out: the same address for the eye. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

// Behind the host, letters and digits that were written by their bytes stand as themselves, if text
// and code have glyphs for them; all else stays, and what has no glyph is written by its bytes. The
// host is never decoded: letters that look like others would name another one.
std::string readable_address(std::string_view address);

}  // namespace listok::emitter
