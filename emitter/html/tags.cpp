#include "emitter/html/tags.hpp"

#include <algorithm>
#include <array>

namespace listok::emitter {

namespace {

constexpr bool rare = false;

constexpr HtmlTag in_line(std::string_view name, HtmlRole role) {
  return {.name = name, .role = role};
}
constexpr HtmlTag mark(std::string_view name, Element element) {
  return {.name = name, .role = HtmlRole::mark, .element = element};
}
constexpr HtmlTag block(std::string_view name, HtmlRole role, Element element,
                        unsigned number = 0) {
  return {.name = name, .role = role, .element = element, .number = number};
}
constexpr HtmlTag seldom(std::string_view name, HtmlRole role) {
  return {.name = name, .role = role, .everyday = rare};
}

// In the order of the alphabet.
// clang-format off
constexpr auto tags = std::to_array<HtmlTag>({
    in_line("a", HtmlRole::link), in_line("abbr", HtmlRole::plain),
    in_line("acronym", HtmlRole::plain), seldom("address", HtmlRole::wrapper),
    seldom("applet", HtmlRole::hidden), seldom("area", HtmlRole::device),
    seldom("article", HtmlRole::wrapper), seldom("aside", HtmlRole::wrapper),
    seldom("audio", HtmlRole::hidden), mark("b", Element::strong),
    seldom("base", HtmlRole::device), seldom("bdi", HtmlRole::plain),
    seldom("bdo", HtmlRole::plain), in_line("big", HtmlRole::plain),
    block("blockquote", HtmlRole::quote, Element::quote), seldom("body", HtmlRole::wrapper),
    in_line("br", HtmlRole::line_break), seldom("button", HtmlRole::plain),
    seldom("canvas", HtmlRole::hidden), in_line("caption", HtmlRole::caption),
    in_line("center", HtmlRole::wrapper), mark("cite", Element::emphasis),
    block("code", HtmlRole::code, Element::code), seldom("col", HtmlRole::nothing),
    seldom("colgroup", HtmlRole::plain), seldom("data", HtmlRole::plain),
    seldom("datalist", HtmlRole::hidden), in_line("dd", HtmlRole::wrapper),
    mark("del", Element::strike), in_line("details", HtmlRole::wrapper),
    mark("dfn", Element::emphasis), seldom("dialog", HtmlRole::wrapper),
    in_line("div", HtmlRole::wrapper), in_line("dl", HtmlRole::wrapper),
    block("dt", HtmlRole::term, Element::paragraph), mark("em", Element::emphasis),
    seldom("embed", HtmlRole::device), seldom("fieldset", HtmlRole::wrapper),
    seldom("figcaption", HtmlRole::wrapper), seldom("figure", HtmlRole::wrapper),
    in_line("font", HtmlRole::plain), seldom("footer", HtmlRole::wrapper),
    seldom("form", HtmlRole::wrapper), block("h1", HtmlRole::heading, Element::heading, 1),
    block("h2", HtmlRole::heading, Element::heading, 2),
    block("h3", HtmlRole::heading, Element::heading, 3),
    block("h4", HtmlRole::heading, Element::heading, 4),
    block("h5", HtmlRole::heading, Element::heading, 5),
    block("h6", HtmlRole::heading, Element::heading, 6), seldom("head", HtmlRole::hidden),
    seldom("header", HtmlRole::wrapper), seldom("hgroup", HtmlRole::wrapper),
    block("hr", HtmlRole::rule, Element::rule), seldom("html", HtmlRole::wrapper),
    mark("i", Element::emphasis), seldom("iframe", HtmlRole::hidden),
    in_line("img", HtmlRole::image), seldom("input", HtmlRole::device),
    in_line("ins", HtmlRole::look), block("kbd", HtmlRole::code, Element::code),
    seldom("label", HtmlRole::plain), seldom("legend", HtmlRole::wrapper),
    block("li", HtmlRole::item, Element::item), seldom("link", HtmlRole::device),
    seldom("main", HtmlRole::wrapper), seldom("map", HtmlRole::plain),
    in_line("mark", HtmlRole::look), seldom("math", HtmlRole::hidden),
    seldom("menu", HtmlRole::wrapper), seldom("meta", HtmlRole::device),
    seldom("meter", HtmlRole::hidden), seldom("nav", HtmlRole::wrapper),
    in_line("nobr", HtmlRole::plain), seldom("noembed", HtmlRole::hidden),
    seldom("noframes", HtmlRole::hidden), seldom("noscript", HtmlRole::wrapper),
    seldom("object", HtmlRole::hidden), block("ol", HtmlRole::list, Element::list),
    seldom("option", HtmlRole::plain), seldom("output", HtmlRole::plain),
    in_line("p", HtmlRole::wrapper), seldom("param", HtmlRole::nothing),
    in_line("picture", HtmlRole::plain),
    block("pre", HtmlRole::preformatted, Element::code_block), seldom("progress", HtmlRole::hidden),
    in_line("q", HtmlRole::quotation), seldom("rb", HtmlRole::plain),
    seldom("rp", HtmlRole::plain), seldom("rt", HtmlRole::plain),
    seldom("ruby", HtmlRole::plain), mark("s", Element::strike),
    block("samp", HtmlRole::code, Element::code), seldom("script", HtmlRole::hidden),
    seldom("search", HtmlRole::wrapper), seldom("section", HtmlRole::wrapper),
    seldom("select", HtmlRole::hidden), seldom("slot", HtmlRole::plain),
    in_line("small", HtmlRole::plain), seldom("source", HtmlRole::nothing),
    in_line("span", HtmlRole::plain), mark("strike", Element::strike),
    mark("strong", Element::strong), seldom("style", HtmlRole::hidden),
    mark("sub", Element::subscript), block("summary", HtmlRole::heading, Element::heading, 3),
    mark("sup", Element::superscript), seldom("svg", HtmlRole::hidden),
    block("table", HtmlRole::table, Element::table), in_line("tbody", HtmlRole::plain),
    block("td", HtmlRole::cell, Element::table_cell), seldom("template", HtmlRole::hidden),
    seldom("textarea", HtmlRole::hidden), in_line("tfoot", HtmlRole::plain),
    block("th", HtmlRole::cell, Element::table_cell), in_line("thead", HtmlRole::plain),
    seldom("time", HtmlRole::plain), seldom("title", HtmlRole::hidden),
    block("tr", HtmlRole::row, Element::table_row), seldom("track", HtmlRole::nothing),
    block("tt", HtmlRole::code, Element::code), in_line("u", HtmlRole::look),
    block("ul", HtmlRole::list, Element::list), mark("var", Element::emphasis),
    seldom("video", HtmlRole::hidden), in_line("wbr", HtmlRole::nothing),
});
// clang-format on
static_assert(std::ranges::is_sorted(tags, {}, &HtmlTag::name));

}  // namespace

const HtmlTag* find_html_tag(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(tags, name, {}, &HtmlTag::name);
  return found != tags.end() && found->name == name ? found : nullptr;
}

bool is_void(const HtmlTag& tag) {
  switch (tag.role) {
    case HtmlRole::image:
    case HtmlRole::line_break:
    case HtmlRole::rule:
    case HtmlRole::nothing:
    case HtmlRole::device: return true;
    default: return false;
  }
}

bool wants_end(const HtmlTag& tag) {
  switch (tag.role) {
    case HtmlRole::mark:
    case HtmlRole::code:
    case HtmlRole::link:
    case HtmlRole::quotation: return true;
    default: return false;
  }
}

}  // namespace listok::emitter
