#include "pictures/svg/svg_on_paper.hpp"

namespace listok::pictures {
namespace {

// Without what draw.io shows to readers that do not know HTML: what browsers choose is empty.
std::string without_notices(std::string_view text) {
  constexpr std::string_view begin = "<switch><g requiredFeatures=", end = "</switch>";
  std::string kept;
  for (auto at = text.find(begin); at != text.npos; at = text.find(begin)) {
    const auto close = text.find(end, at);
    if (close == text.npos) break;
    const bool is_empty = text[text.find('>', at + begin.size()) - 1] == '/';
    kept += text.substr(0, is_empty ? at : close + end.size());
    text.remove_prefix(close + end.size());
  }
  return kept += text;
}

// Of a `switch` the HTML is chosen by nobody, whatever this release of librsvg thinks of it.
std::string without_html(std::string_view text) {
  constexpr std::string_view mark = "<foreignObject";
  std::string kept;
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) {
    kept += text.substr(0, at + mark.size());
    kept += " systemLanguage='zxx'";
    text.remove_prefix(at + mark.size());
  }
  return kept += text;
}

// With other names for the addresses of links, which lead nowhere on paper: cairo 1.16 writes a PDF
// of them that lacks an object.
std::string without_links(std::string text) {
  for (auto at = text.find("<a"); at != text.npos; at = text.find("<a", at + 1)) {
    const std::string_view tag = std::string_view(text).substr(at, text.find('>', at) - at);
    if (tag.find_first_of(" \t\r\n") != 2) continue;
    for (auto name = tag.find("href"); name != tag.npos; name = tag.find("href", name + 1)) {
      text[at + name + 3] = '_';
    }
  }
  return text;
}

}  // namespace

std::string as_on_paper(std::string_view text) {
  return without_links(without_html(without_notices(text)));
}

}  // namespace listok::pictures
