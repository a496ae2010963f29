#include "latex/log/missing_face.hpp"

#include <algorithm>
#include <set>

namespace listok::latex {
namespace {

// What stands in `text` between `begin` and the first of `ends` behind it.
std::string between(std::string_view text, std::string_view begin, std::string_view ends) {
  const auto at = text.find(begin);
  if (at == text.npos) return {};
  text.remove_prefix(at + begin.size());
  return std::string(text.substr(0, text.find_first_of(ends)));
}

bool follows(const TexMessage& message) {
  return message.text.find(" in font nullfont") != std::string::npos ||
         message.text.starts_with("Math formula deleted: Insufficient");
}

}  // namespace

// Class listok Error: The font `PT Serif' is not installed.
// Package fontspec Error: The font "PT Serif" cannot be found.
// Font TU/STIXGeneral/m/n/11=STIXGeneral at 11.0pt not loadable: Metric (TFM) file or …
// Font \x="Latin Modern Math:script=math" at 11.7pt not loadable: …
std::string missing_face(std::string_view text) {
  if (text.find("The font `") != text.npos && text.find("is not installed") != text.npos) {
    return between(text, "The font `", "'");
  }
  if (text.find("fontspec Error: The font \"") != text.npos) return between(text, "font \"", "\"");
  if (!text.starts_with("Font ") || text.find(" not loadable: ") == text.npos) return {};
  std::string face = between(text, "=\"", ":\"");
  if (face.empty()) face = between(text, "=", " :");
  // "[file.otf]" is a file of TeX Live, not a face to be installed
  return face.starts_with('[') ? std::string() : face.substr(0, face.find('/'));
}

void drop_what_follows(std::vector<TexMessage>& messages, bool before) {
  std::set<std::string> named;
  const auto is_again = [&](const TexMessage& message) {
    const std::string face = missing_face(message.text);
    return !face.empty() && !named.insert(face).second;
  };
  std::erase_if(messages, is_again);
  if (before || !named.empty()) std::erase_if(messages, follows);
}

}  // namespace listok::latex
