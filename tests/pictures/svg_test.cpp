#include "pictures/svg/svg.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "pictures/look.hpp"
#include "pictures/svg/svg_content.hpp"
#include "tests/pictures/samples.hpp"
#include "tests/pictures/web_samples.hpp"

using namespace listok::pictures;
using namespace listok::tests;

// What the libraries that draw an SVG keep until the end, or forget at a damaged one, is theirs.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libxml2\nleak:librsvg\nleak:libpango\nleak:libglib\n";
}

namespace {

constexpr std::uint64_t most = 100'000'000;

std::string said(const std::optional<Fault>& fault) {
  return fault ? fault->what + " [" + fault->code + "]" : "";
}

// What is wrong with an SVG that draws this, or what is lost of it.
std::string told(const std::string& content) {
  const Look found = look_into(sample_svg(content), most);
  return said(found.fault) + said(found.loss);
}

// The size of the page that an SVG with these attributes becomes, in points.
std::string size_of(const std::string& attributes, const std::string& content = "") {
  const Look found = look_into("<svg xmlns='http://www.w3.org/2000/svg' " + attributes +
                                   "><rect width='80' height='60'/>" + content + "</svg>",
                               most);
  if (!found.instead) return said(found.fault);
  const std::string_view mark = "/MediaBox [ 0 0 ";
  const auto at = found.instead->find(mark);
  BOOST_REQUIRE(at != std::string::npos);
  const auto begin = at + mark.size();
  return found.instead->substr(begin, found.instead->find(" ]", begin) - begin);
}

std::string nested(const std::string& open, const std::string& close, int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += open;
  text += "<rect width='9' height='9'/>";
  for (int i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(svg)

BOOST_AUTO_TEST_CASE(the_size_of_the_page) {
  const std::pair<const char*, const char*> rows[] = {
      {"width='80' height='60'", "60 45"},
      {"width='1in' height='2.54cm'", "72 72"},
      {"width='30pt' height='25.4mm'", "30 72"},
      {"width='6pc' height='96px'", "72 72"},
      {"viewBox='0 0 160 60'", "120 45"},
      {"width='100%' height='100%' viewBox='0 0 160 60'", "120 45"},
      {"width='100%' viewBox='0 0 160 60'", "120 45"},
      {"width='80' viewBox='0 0 160 60'", "60 22.5"},
      {"height='60' viewBox='0 0 160 60'", "120 45"},
      {"width='10em' height='5em' viewBox='0 0 160 60'", "120 45"},
      {"", "60 45"},
      {"width='200'", "150 45"},
      {"viewBox='-5 -5 160 60'", "120 45"},
      {"viewBox='0 0 1e4 1e4'", "3750 3750"},
      {"viewBox='0 0 1e9 1e9'", "is damaged: it draws nothing [image-damaged]"},
      {"viewBox='0 0 0.5 0.5'", "1.5 1.5"},
      {"width='1' height='1'", "1.5 1.5"},
      {"viewBox='0 0 1e9 1'", "is damaged: it has no size that can be printed [image-damaged]"},
      {"width='0' height='60'", "is damaged: it has no size that can be printed [image-damaged]"},
  };
  for (const auto& [attributes, expected] : rows) {
    BOOST_TEST(size_of(attributes) == expected, attributes << ": " << size_of(attributes));
  }
  const auto empty = [](const std::string& attributes, const std::string& content) {
    const std::string text =
        "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + ">" + content + "</svg>";
    return said(look_into(text, most).fault);
  };
  BOOST_TEST(empty("", "") == "is damaged: it has no size that can be printed [image-damaged]");
  BOOST_TEST(empty("width='9' height='9'", "") == "is damaged: it draws nothing [image-damaged]");
  BOOST_TEST(empty("width='9' height='9'", "<rect width='9' height='0'/>") ==
             "is damaged: it draws nothing [image-damaged]");
  BOOST_TEST(empty("width='9' height='9'", "<g id='a'><use href='#a'/></g>") ==
             "is damaged: it draws nothing [image-damaged]");
}

BOOST_AUTO_TEST_CASE(lines_stay_lines_and_words_words) {
  const Look found = look_into(
      sample_svg("<circle cx='50' cy='30' r='9'/><text x='5' y='50'>Привет</text>"), most);
  BOOST_REQUIRE(found.instead);
  BOOST_TEST(said(found.loss) == "");
  BOOST_TEST(found.instead->starts_with("%PDF-"));
  BOOST_TEST(found.instead->find("+PTSerif") != std::string::npos);  // not DejaVu, which is wider
  BOOST_TEST(found.instead->find("/Image") == std::string::npos);
  BOOST_TEST(found.instead->find("CreationDate") == std::string::npos);
  BOOST_TEST((look_into(*found.instead, most).instead == found.instead));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_each_time_also_when_packed) {
  const std::string text = sample_svg("<text x='5' y='50'>Привет</text>");
  const Look found = look_into(text, most);
  BOOST_REQUIRE(found.instead);
  BOOST_TEST((look_into(text, most).instead == found.instead));
  const std::string packed = gzipped(text);
  BOOST_TEST((look_into(packed, most).instead == found.instead));
  BOOST_TEST(said(look_into(packed.substr(0, packed.size() - 9), most).fault)
                 .starts_with("is damaged: it is an SVG that cannot be unpacked"));
  BOOST_TEST(said(look_into(gzipped(std::string(60'000'000, ' ')), most).fault)
                 .starts_with("is damaged: it is an SVG that cannot be unpacked"));
  BOOST_TEST(
      said(look_into(gzipped("no SVG"), most).fault).starts_with("is damaged: librsvg says"));
}

BOOST_AUTO_TEST_CASE(other_encodings_are_refused_where_they_matter) {
  const auto in = [](const std::string& encoding, const std::string& word) {
    const std::string text = "<?xml version='1.0' encoding='" + encoding +
                             "'?><svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'>"
                             "<text y='20'>" +
                             word + "</text></svg>";
    return said(look_into(text, most).fault);
  };
  BOOST_TEST(in("utf-8", "слово") == "");
  BOOST_TEST(in("ISO-8859-1", "word") == "");
  BOOST_TEST(in("windows-1251", "\xF1\xEB\xEE\xE2\xEE") ==
             "is SVG in the encoding `windows-1251` [image-format]");
}

BOOST_AUTO_TEST_CASE(pictures_inside) {
  const auto image = [](const std::string& kind, const std::string& bytes) {
    return "<image width='9' height='9' href='data:image/" + kind + ";base64," + base64(bytes) +
           "'/>";
  };
  BOOST_TEST(told(image("png", sample_png({}))) == "");
  const std::string alone = "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'>" +
                            image("png", sample_png({.width = 2, .height = 2})) + "</svg>";
  BOOST_TEST(said(look_into(alone, most).fault) == "");
  BOOST_TEST(told(image("jpeg", sample_jpeg({}))) == "");
  const Look found = look_into(sample_svg(image("png", sample_png({}))), most);
  BOOST_REQUIRE(found.instead);
  BOOST_TEST(found.instead->find("/Image") != std::string::npos);
  BOOST_TEST(told(image("webp", sample_webp({}))) ==
             "has a picture inside that cannot be drawn, `data:image/webp` [image-outside]");
}

BOOST_AUTO_TEST_CASE(what_lies_outside_is_never_fetched) {
  const std::pair<const char*, const char*> rows[] = {
      {"<image href='file:///etc/passwd' width='9' height='9'/>", "file:///etc/passwd"},
      {"<image xlink:href='photo.png' width='9' height='9'/>", "photo.png"},
      {"<image href='https://x.y/a.png' width='9' height='9'/>", "https://x.y/a.png"},
      {"<use href='other.svg#x'/>", "other.svg#x"},
      {"<rect fill='url(other.svg#x)' width='9' height='9'/>", "other.svg#x"},
      {"<rect style='fill:url(\"other.svg#x\")' width='9' height='9'/>", "other.svg#x"},
      {"<style>rect { fill: url('other.svg#x') }</style>", "other.svg#x"},
      {"<filter id='f'><feImage href='a.png'/></filter>", "a.png"},
  };
  for (const auto& [content, what] : rows) {
    const std::string found = told(content);
    BOOST_TEST(found.starts_with(fmt::format("shows `{}", what)), content << ": " << found);
    BOOST_TEST(found.ends_with("`, which lies outside of it [image-outside]"), found);
  }
  const std::string entity =
      "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
      "<text y='9'>&x;</text></svg>";
  const std::string found = said(look_into(entity, most).fault);
  BOOST_TEST((found == "shows `file:///etc/passwd`, which lies outside of it [image-outside]" ||
              found.starts_with("is damaged: ")),
             found);
  for (const char* inside :
       {"<a href='https://x.y/'><rect width='9' height='9'/></a>",
        "<text y='9'>a <a xlink:href='https://x.y/?a=&gt;'>link</a></text>", "<use href='#r'/>",
        "<rect id='r' fill='url(#g)' width='9' height='9'/>",
        "<style>rect { fill: url( \"#g\" ) }</style>"}) {
    BOOST_TEST(told(inside) == "", inside << ": " << told(inside));
  }
}

BOOST_AUTO_TEST_CASE(words_that_would_be_lost) {
  const std::pair<const char*, const char*> rows[] = {
      {"<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>Word</p>"
       "</foreignObject>",
       "has words or pictures in HTML (`foreignObject`), which only browsers draw [image-words]"},
      {"<foreignObject width='9' height='9'><img xmlns='http://www.w3.org/1999/xhtml' src='a'/>"
       "</foreignObject>",
       "has words or pictures in HTML (`foreignObject`), which only browsers draw [image-words]"},
      {"<foreignObject width='9' height='9'><div xmlns='http://www.w3.org/1999/xhtml'> </div>"
       "</foreignObject>",
       ""},
      {"<text><textPath href='#p'>Word</textPath></text>",
       "has words along a path (`textPath`), which cannot be drawn [image-words]"},
      {"<text y='9'>\U0010FFFD</text>",
       "has letters that no installed face has: U+10FFFD [image-words]"},
      {"<text y='9'>&#x10FFFD;&#1114109;</text>",
       "has letters that no installed face has: U+10FFFD [image-words]"},
      {"<text y='9'><![CDATA[\U0010FFFD]]></text>",
       "has letters that no installed face has: U+10FFFD [image-words]"},
      {"<title>\U0010FFFD</title><desc>\U0010FFFD</desc><!-- \U0010FFFD -->", ""},
      {"<text y='9'>a\u00ADb\u200B &amp; \uFE0F</text>", ""},
  };
  for (const auto& [content, expected] : rows) {
    BOOST_TEST(told(content) == expected, content << ": " << told(content));
  }
  BOOST_TEST(!look_into(sample_svg("<text y='9'>\U0010FFFD</text>"), most).lasting);
  BOOST_TEST(look_into(sample_svg(""), most).lasting);
}

// As draw.io writes it: HTML for browsers, words or a picture for all others.
BOOST_AUTO_TEST_CASE(words_in_html_that_others_have_too) {
  const auto drawn = [](const std::string& fallback) {
    return told(
        "<switch><foreignObject width='9' height='9' "
        "requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'>"
        "<div xmlns='http://www.w3.org/1999/xhtml'>The <b>first</b>\n word</div>"
        "</foreignObject>" +
        fallback + "</switch>");
  };
  const std::string lost =
      "has words or pictures in HTML (`foreignObject`), which only browsers draw [image-words]";
  BOOST_TEST(drawn("<text y='9'>The first word</text>") == "");
  BOOST_TEST(drawn("<text y='9'>The <tspan>first</tspan> <tspan>word</tspan></text>") == "");
  BOOST_TEST(drawn("<image width='9' height='9' href='data:image/png;base64," +
                   base64(sample_png({})) + "'/>") == "");
  BOOST_TEST(drawn("<text y='9'>The fir...</text>") == lost);
  BOOST_TEST(drawn("") == lost);
  const std::string notice =
      "<switch><g requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'/>"
      "<a><text y='9'>Text is not SVG - cannot display</text></a></switch>";
  const Look without = look_into(sample_svg("<rect width='9' height='9'/>"), most);
  const Look with = look_into(sample_svg("<rect width='9' height='9'/>" + notice + notice), most);
  BOOST_REQUIRE(without.instead);
  BOOST_TEST((with.instead == without.instead));
}

BOOST_AUTO_TEST_CASE(what_only_looks_different_is_a_warning) {
  const std::pair<const char*, const char*> rows[] = {
      {"<script>alert(1)</script>", "is set without what its script would change [image-part]"},
      {"<rect width='9' height='9'><animate attributeName='x' to='5'/></rect>",
       "is set as it stands before it moves [image-part]"},
      {"<style>@font-face { font-family: X; src: url(https://x.y/a.woff) } rect { fill: red "
       "}</style>",
       "is set in other faces than those it brings along [image-part]"},
      {"<style>@import url(https://fonts.googleapis.com/css?family=X);</style>",
       "is set without its style sheets, which lie outside of it [image-part]"},
      {"<rect style='fill: var(--c)' width='9' height='9'/>",
       "is set without variables of its styles: colours may differ [image-part]"},
  };
  for (const auto& [content, expected] : rows) {
    BOOST_TEST(told(content) == expected, content << ": " << told(content));
    BOOST_TEST(look_into(sample_svg(content), most).instead.has_value());
  }
}

BOOST_AUTO_TEST_CASE(damage_is_told_in_plain_words) {
  const std::string sound = sample_svg("<text x='5' y='50'>Привет</text>");
  for (const std::string& bytes :
       {sound.substr(0, sound.size() / 2), sound + "<svg/>", std::string("<svg>"),
        std::string("<svg width='9' height='9'/>"), std::string("<svg xmlns='x'/>"),
        std::string("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>")}) {
    const std::string found = said(look_into(bytes, most).fault);
    BOOST_TEST(found.starts_with("is damaged: "), bytes << ": " << found);
    BOOST_TEST(found.find_first_of("\t\n") == std::string::npos);
  }
  std::mt19937 random(3);
  for (std::size_t way = 0; way < 4 * ways; ++way) look_into(damaged(sound, way, random), most);
}

// What others reported of their programs.
BOOST_AUTO_TEST_CASE(bugs_of_others) {
  struct Bug {
    const char* reported;  // repository and number of the issue or pull request
    std::string content, expected;
  };
  const std::string html =
      "has words or pictures in HTML (`foreignObject`), which only browsers draw [image-words]";
  const auto label = [](const std::string& words) {
    return "<foreignObject width='99' height='22'><div xmlns='http://www.w3.org/1999/xhtml'>" +
           words + "</div></foreignObject>";
  };
  const Bug bugs[] = {
      {"typst/typst#1421", label("Start"), html},
      {"typst/typst#371", "<g>" + label("<span>id1</span>") + "</g>", html},
      {"mermaid-js/mermaid#533", label("Some text here"), html},
      {"mogest/prawn-svg#77", label("Text"), html},
      {"jgraph/drawio#3350", "<switch>" + label("Abc") + "<text y='9'>Abc</text></switch>", ""},
      {"typst/typst#8794", "<switch>" + label("Long words") + "<text y='9'>Lo...</text></switch>",
       html},
      {"deeplook/svglib#244", "<text y='20'>Съешь же ещё этих мягких булок</text>", ""},
      {"Kozea/WeasyPrint#2683", "<text y='20'>\U0010FFFD</text>",
       "has letters that no installed face has: U+10FFFD [image-words]"},
      {"typst/svg2pdf#43", "<text y='20' font-family='Nobody Has It'>Words</text>", ""},
      {"domenic/svg2png#53", "<image width='9' height='9' xlink:href='./kitten.png'/>",
       "shows `./kitten.png`, which lies outside of it [image-outside]"},
      {"Stirling-Tools/Stirling-PDF#7092", "<image width='9' height='9' href='/etc/passwd'/>",
       "shows `/etc/passwd`, which lies outside of it [image-outside]"},
      {"yWorks/svg2pdf.js#287", "<image width='9' height='9' href='https://x.y/a.svg'/>",
       "shows `https://x.y/a.svg`, which lies outside of it [image-outside]"},
  };
  for (const auto& [reported, content, expected] : bugs) {
    BOOST_TEST(told(content) == expected, reported << ": " << told(content));
  }
  BOOST_TEST(size_of("width='80' height='60'") == "60 45", "jgm/pandoc#5721");
  BOOST_TEST(size_of("viewBox='0 0 80 60'") == "60 45", "jgm/pandoc#7045");
  BOOST_TEST(size_of("viewBox='10 20 11.25 33.5'") == "8.4375 25.125", "jgm/pandoc#8969");
  BOOST_TEST(size_of("width='80' height='60' viewBox='0 0 800 600'") == "60 45",
             "dginev/latexml-oxide#700");
}

// Each ends soon, with a fault or without: the limits of the process are not what helps here.
BOOST_AUTO_TEST_CASE(what_grows_without_end_is_refused) {
  std::string laughs = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    laughs +=
        fmt::format("<!ENTITY a{0} '&a{1};&a{1};&a{1};&a{1};&a{1};&a{1};&a{1};&a{1};'>", i, i - 1);
  }
  laughs +=
      "]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&a29;</text></svg>";
  BOOST_TEST(said(look_into(laughs, most).fault).starts_with("is damaged: "));
  std::string uses = "<g id='u0'><rect width='9' height='9'/></g>";
  for (int i = 1; i < 40; ++i) {
    uses += fmt::format("<g id='u{0}'><use href='#u{1}'/><use href='#u{1}'/></g>", i, i - 1);
  }
  BOOST_TEST(told("<defs>" + uses + "</defs><use href='#u39'/>").starts_with("is damaged: "));
  BOOST_TEST(told(nested("<g>", "</g>", 40)) == "");  // librsvg 2.60 takes 49
  BOOST_TEST(told(nested("<g>", "</g>", 100'000)).starts_with("is damaged: "));
  BOOST_TEST(read_svg(nested("<g>", "</g>", 100'000)).letters.empty());
}

BOOST_AUTO_TEST_CASE(the_scanner_bears_what_is_no_xml) {
  for (const char* text : {"",
                           "<",
                           "<a",
                           "<a b",
                           "<a b=",
                           "<a b='",
                           "<a b='c",
                           "<a/",
                           "</",
                           "</a>",
                           "<!",
                           "<!--",
                           "<?",
                           "<![CDATA[",
                           "<text>&#",
                           "<text>&#x",
                           "<text>&#99999999999;",
                           "<text>\xF0",
                           "<text>\xFF\xFE",
                           "<!DOCTYPE a [<!ENTITY",
                           "<!DOCTYPE a [<!ENTITY x SYSTEM>]>",
                           "<style>@font-face",
                           "<text><![CDATA[",
                           "<a b=url(>",
                           "<a b='url('/>",
                           "<style>url(</style>",
                           "<style>@import",
                           "<image href='data:'/>"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_CHECK_NO_THROW(read_svg(text)); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
