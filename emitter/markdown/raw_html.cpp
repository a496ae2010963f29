#include "emitter/markdown/raw_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

namespace listok::emitter {

namespace {

constexpr std::string_view space = " \t\r\n";

using Advice = std::pair<std::string_view, std::string_view>;

constexpr auto advice = std::to_array<Advice>({
    {"br", "end the line with `\\` to break it"},
    {"b", "write `**…**`"},
    {"strong", "write `**…**`"},
    {"i", "write `*…*`"},
    {"em", "write `*…*`"},
    {"s", "write `~~…~~`"},
    {"del", "write `~~…~~`"},
    {"code", "write the code between backquotes"},
    {"kbd", "write the key between backquotes"},
    {"pre", "put the code between lines of ```"},
    {"sub", "write a formula, `$x_i$`"},
    {"sup", "write a formula, `$x^2$`"},
    {"img", "write `![what it shows](file.png)`"},
    {"a", "write `[text](address)`"},
    {"ul", "begin each item with `- `"},
    {"ol", "begin each item with `1. `"},
    {"li", "begin each item with `- `"},
    {"table", "write a table of Markdown: cells between `|`"},
    {"hr", "begin a section with `## …` where the text is to be divided"},
});

std::string_view hint_for(std::string_view tag) {
  tag.remove_prefix(std::min(tag.find_first_not_of("</"), tag.size()));
  std::string name;
  for (const char c : tag) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const auto found = std::find_if(advice.begin(), advice.end(),
                                  [&](const Advice& one) { return one.first == name; });
  return found != advice.end()
             ? found->second
             : "say it in Markdown (`\\<` is a plain `<`), or edit the .tex by hand";
}

void refuse(const Source& source, Span left, DiagnosticList& findings) {
  const std::string_view html = source.text().substr(left.begin, left.end - left.begin);
  if (!html.starts_with('<')) {
    const std::size_t size = std::min(html.find_first_of("\r\n"), html.size());
    findings.error({left.begin, left.begin + size}, "raw-html",
                   "the text on the line of a comment would be lost",
                   "give the comment a line of its own, with a blank line after it");
    return;
  }
  const std::size_t size = std::min(html.find_first_of(">\r\n"), html.size() - 1) + 1;
  const std::string_view tag = html.substr(0, html.find_last_not_of(space, size - 1) + 1);
  findings.error({left.begin, left.begin + tag.size()}, "raw-html",
                 fmt::format("HTML is not read: `{}`", tag), std::string(hint_for(tag)));
}

}  // namespace

void refuse_html(const Source& source, Span run, DiagnosticList& findings) {
  const std::string_view text = source.text().substr(0, run.end);
  std::size_t at = run.begin;
  while ((at = text.find_first_not_of(space, at)) != text.npos) {
    if (text.substr(at).starts_with("<!--")) {
      const std::size_t end = text.find("-->", at + 4);
      if (end == text.npos) {
        findings.error({at, at + 4}, "comment-open", "the comment that `<!--` begins has no end",
                       "end it with `-->`");
        return;
      }
      at = end + 3;
      continue;
    }
    const std::size_t end = std::min(text.find("<!--", at), text.size());
    refuse(source, {at, end}, findings);
    at = end;
  }
}

}  // namespace listok::emitter
