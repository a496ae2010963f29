#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/markdown/addresses.hpp"
#include "emitter/markdown/entity.hpp"
#include "emitter/markdown/inlines.hpp"
#include "emitter/markdown/picture_attributes.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

std::string words_of(const Attribute& attribute, const MarkdownText& text, Span here,
                     DiagnosticList& findings) {
  const Span place = attribute.place ? text.to_source(*attribute.place) : here;
  const std::string_view all = attribute.place ? text.in_source(place) : attribute.text;
  if (all.find(formula_mask) != all.npos) {
    findings.error(place, "math-place", "a formula cannot stand in an address or a title",
                   "write it in words, or `\\$` for a dollar");
    return {};
  }
  std::string words;
  std::size_t at = 0;
  for (const Span reference : attribute.entities) {
    words += all.substr(at, reference.begin - at);
    words += text_of_entity(all.substr(reference.begin, reference.end - reference.begin), place,
                            findings);
    at = reference.end;
  }
  words += all.substr(at);
  return unmasked(std::move(words));
}

// Where the address of a link or an image without words stands, which has no place by itself where
// it holds an escape: behind the next "](".
Span InlineReader::place_of_address(const Attribute& address, Span span) const {
  constexpr std::string_view open = "](";
  constexpr std::size_t longest = 300;  // bytes, that are looked through
  if (address.place) return text_.to_source(*address.place);
  const std::string_view behind = text_.source.text().substr(span.end, longest);
  const std::size_t begin = behind.find(open);
  if (begin == behind.npos) return span;
  const std::string_view rest = behind.substr(begin + open.size());
  const std::size_t size = std::min(rest.find_first_of(") \t\r\n"), rest.size());
  return {span.end + begin + open.size(), span.end + begin + open.size() + size};
}

Inline InlineReader::close_link(Frame& frame, Span span) {
  if (frame.content.empty()) span = place_of_address(frame.event->attributes->address, span);
  const Attributes& attributes = *frame.event->attributes;
  std::string address = words_of(attributes.address, text_, span, findings_);
  const std::string title = to_one_line(words_of(attributes.title, text_, span, findings_));
  if (frame.event->element == Element::link) {
    if (!title.empty()) {
      findings_.warning(span, "link-title",
                        fmt::format("the title `{}` of a link is not printed", title),
                        "say it in the text, or remove it");
    }
    Link link{to_nfc(address), std::move(frame.content)};
    show_readable(link);
    return {std::move(link), span};
  }
  if (address.empty()) {
    findings_.error(span, "no-address", "a picture has no address",
                    "write the name of its file between the parentheses: `![](images/b.png)`");
  }
  // In `![…](file)` the file's name is the best place to point at. In `![…][label]` it is far away.
  const std::optional<Span> name = attributes.address.place;
  const char before = name && name->begin > 0 ? text_.masked[name->begin - 1] : ' ';
  const bool here = before == '(' || before == '<' || (name && frame.event->html);
  const Span place = here ? text_.to_source(*name) : span;
  return {Image{std::move(address), to_one_line(plain_text(frame.content, text_.source)), title,
                read_extent(words_of(attributes.width, text_, span, findings_)),
                read_extent(words_of(attributes.height, text_, span, findings_))},
          place};
}

// What stands in braces right behind a picture or a link, or below it behind `{:`. The marks that
// passes put there are not in the source.
std::size_t InlineReader::take_attributes(Span in_masked) {
  Inlines& content = open_.back().content;
  const std::string_view text =
      std::string_view(text_.masked).substr(in_masked.begin, in_masked.end - in_masked.begin);
  if (content.empty() || (pending_space_ && !text.starts_with("{:"))) return 0;
  auto* image = std::get_if<Image>(&content.back().value);
  if (image == nullptr && !std::holds_alternative<Link>(content.back().value)) return 0;
  std::size_t taken = 0;
  for (PictureAttributes read = read_picture_attributes(text); read.length > 0;
       read = read_picture_attributes(text.substr(taken))) {
    const Span place =
        text_.to_source({in_masked.begin + taken, in_masked.begin + taken + read.length});
    taken += read.length;
    pending_space_ = false;
    if (image == nullptr) continue;  // where and how it opens
    if (read.width.unit != Extent::Unit::unsaid) image->width = read.width;
    if (read.height.unit != Extent::Unit::unsaid) image->height = read.height;
    if (!read.passed_over) continue;
    findings_.warning(place, "picture-attributes",
                      fmt::format("of `{}` only a width and a height are taken, as lengths",
                                  text_.in_source(place)),
                      "write `{width=60%}`, or a length in `cm`, `mm`, `px` or `pt`");
  }
  const std::string_view rest = text.substr(taken, text.find('}', taken) + 1 - taken);
  if (image != nullptr && rest.starts_with('{') && rest.ends_with('}') &&
      rest.find('=') != rest.npos) {
    const std::size_t begin = in_masked.begin + taken;
    const Span place = text_.to_source({begin, begin + rest.size()});
    findings_.warning(
        place, "picture-attributes",
        fmt::format("`{}` behind a picture is printed as it stands", text_.in_source(place)),
        "write `{width=60%}`, without spaces inside");
  }
  return taken;
}

}  // namespace listok::emitter
