// Whatever text goes in comes out: random text of every character that a bank may hold, through
// Markdown, LaTeX, the real engine and PDF, and back by pdftotext and pdfinfo. What cannot be known
// from a PDF is listed in docs/text.md; any other difference is a fault.
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "emitter/text/text.hpp"
#include "tests/end_to_end/support/copied_text.hpp"
#include "tests/end_to_end/support/markdown_sheets.hpp"
#include "tests/end_to_end/support/random_text.hpp"

using namespace listok::tests;
using namespace listok::emitter;

namespace {

// Printed with every failure; LISTOK_SEED=… runs the tests with other text.
std::uint32_t seed() {
  const char* given = std::getenv("LISTOK_SEED");
  return given == nullptr ? 20260314U
                          : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

// With a backslash before every sign of ASCII, Markdown takes text for nothing but text. Parentheses
// need none, and `\(` begins a formula.
std::string escaped(std::string_view text) {
  std::string markdown;
  for (const char c : text) {
    if (std::string_view("!\"#$%&'*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos) {
      markdown += '\\';
    }
    markdown += c;
  }
  // A line that begins with a bullet is an item of a list.
  return markdown.starts_with("•") ? "&bull;" + markdown.substr(3) : markdown;
}

std::string quoted_code(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  return fmt::format("{0} {1} {0}", fence, text);
}

// A place that text can stand in: its Markdown, and what the page then shows.
struct Setting {
  std::string_view name;
  Context context;
  std::string_view before;  // the first string of a sheet
  std::string (*markdown)(const std::string& text);
  std::string_view shown_before;  // each string
  std::string_view shown_after;
  std::string_view after = "";
  std::string_view shown_first = "";
  Scripts scripts = Scripts::left_to_right;
};

const Setting settings[] = {
    {"paragraph", Context::text, "", [](const std::string& t) { return escaped(t) + "\n\n"; }, "",
     ""},
    {"emphasis", Context::text, "", [](const std::string& t) { return "*" + escaped(t) + "*\n\n"; },
     "", ""},
    {"strong", Context::text, "", [](const std::string& t) { return "**" + escaped(t) + "**\n\n"; },
     "", ""},
    {"strong emphasis", Context::text, "",
     [](const std::string& t) { return "***" + escaped(t) + "***\n\n"; }, "", ""},
    {"struck out", Context::text, "",
     [](const std::string& t) { return "~~" + escaped(t) + "~~\n\n"; }, "", ""},
    {"item", Context::text, "", [](const std::string& t) { return "- " + escaped(t) + "\n"; }, "• ",
     ""},
    {"quote", Context::text, "", [](const std::string& t) { return "> " + escaped(t) + "\n>\n"; },
     "", ""},
    {"link", Context::text, "",
     [](const std::string& t) { return "[" + escaped(t) + "](https://a.org/b_c)\n\n"; }, "",
     " (a.org/b_c)"},
    {"cell", Context::text, "| a | b |\n|---|---|\n",
     [](const std::string& t) { return "| " + escaped(t) + " | x |\n"; }, "", " x", "", "a b "},
    {"second cell", Context::text, "| a | b |\n|---|---|\n",
     [](const std::string& t) { return "| x | " + escaped(t) + " |\n"; }, "x ", "", "", "a b "},
    {"heading", Context::heading, "",
     [](const std::string& t) { return "### " + escaped(t) + "\n"; }, "", ""},
    {"code", Context::code, "", [](const std::string& t) { return quoted_code(t) + "\n\n"; }, "",
     ""},
    {"line of code", Context::code, "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n",
     [](const std::string& t) { return t + "\n"; }, "", "", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
    {"right to left", Context::text, "", [](const std::string& t) { return escaped(t) + "\n\n"; },
     "", "", "", "", Scripts::right_to_left},
    {"code from right to left", Context::code, "",
     [](const std::string& t) { return quoted_code(t) + "\n\n"; }, "", "", "", "",
     Scripts::right_to_left},
};

const Setting& setting_of(std::string_view name) {
  return *std::ranges::find(settings, name, &Setting::name);
}

struct TextPage {
  std::vector<std::string> strings;
  MarkdownSheet sheet;
  std::string expected;
  Scripts scripts = Scripts::left_to_right;
};

TextPage page_of(const Setting& setting, std::vector<std::string> strings,
                 const std::string& language) {
  std::string markdown = "# T\n\n## S\n\n";
  std::string expected = fmt::format("1 T S {}", setting.shown_first);
  markdown += setting.before;
  for (const std::string& text : strings) {
    markdown += setting.markdown(text);
    expected += fmt::format("{}{}{}\n", setting.shown_before, text, setting.shown_after);
  }
  markdown += setting.after;
  return {std::move(strings), sheet_of(markdown, language, 6), expected, setting.scripts};
}

std::string code_points(std::string_view text) {
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    all += fmt::format(" {:04X}", static_cast<std::uint32_t>(next_code_point(text, at)));
  }
  return all;
}

// Of two texts whose characters are in order.
std::string differences(const std::string& wanted, const std::string& shown) {
  std::string lost, made;
  for (std::size_t i = 0, j = 0; i < wanted.size() || j < shown.size();) {
    std::size_t after_i = i, after_j = j;
    const char32_t a = i < wanted.size() ? next_code_point(wanted, after_i) : 0x110000;
    const char32_t b = j < shown.size() ? next_code_point(shown, after_j) : 0x110000;
    if (a <= b) i = after_i;
    if (b <= a) j = after_j;
    if (a < b) append_utf8(lost, a);
    if (b < a) append_utf8(made, b);
  }
  return fmt::format("lost{}, shown instead{}", code_points(lost), code_points(made));
}

// Returns the PDFs.
std::vector<std::string> check(const std::string& name, const std::vector<TextPage>& pages) {
  std::vector<MarkdownSheet> sheets;
  for (const TextPage& page : pages) {
    for (const Diagnostic& one : page.sheet.diagnostics) {
      BOOST_ERROR(name << ": " << format_diagnostic(one, false));
    }
    sheets.push_back(page.sheet);
  }
  auto result = set(sheets);
  std::vector<std::string> pdfs;
  BOOST_TEST(result.fault == "", result.fault);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    BOOST_TEST_CONTEXT(name << ", sheet " << i << ", LISTOK_SEED=" << seed()) {
      const auto& made = result.sheets[i];
      for (const auto& message : made.messages) BOOST_ERROR(message.text);
      BOOST_REQUIRE((made.state == listok::latex::SheetResult::State::proven));
      const std::string copied = text_of(result.pdfs[i], {"-raw"});
      const TextPage& page = pages[i];
      if (page.scripts == Scripts::right_to_left) {
        const bool same = characters_of(copied) == characters_of(page.expected);
        BOOST_TEST(same, differences(characters_of(page.expected), characters_of(copied)));
      } else {
        BOOST_TEST(loss(page.expected, copied) == "");
      }
      pdfs.push_back(result.pdfs[i]);
    }
  }
  return pdfs;
}

void check_random(const Setting& setting, std::size_t sheets, std::size_t strings_each) {
  // A table has its own seed, so that a place added later changes no other.
  RandomText random(100 * seed() + static_cast<std::uint32_t>(&setting - settings), setting.context,
                    setting.scripts);
  std::vector<TextPage> pages;
  for (std::size_t i = 0; i < sheets; ++i) {
    std::vector<std::string> strings;
    while (strings.size() < strings_each) {
      std::string text = random.next(20);
      strings.push_back(std::move(text));
    }
    pages.push_back(page_of(setting, std::move(strings), i % 2 == 0 ? "ru" : "en"));
  }
  check(std::string(setting.name), pages);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(random_text_in_every_place) {
  for (const Setting& setting : settings) check_random(setting, 24, 40);
}

BOOST_AUTO_TEST_CASE(every_character_that_a_bank_may_hold) {
  for (const std::string_view name : {"paragraph", "strong emphasis", "heading", "code"}) {
    const Setting& setting = setting_of(name);
    std::vector<TextPage> pages;
    std::vector<std::string> strings;
    for (const char32_t c : repertoire(setting.context, Scripts::left_to_right)) {
      strings.emplace_back("x");
      append_utf8(strings.back(), c);
      strings.back() = to_nfc(strings.back() + "y");
      if (strings.size() < 40) continue;
      pages.push_back(page_of(setting, std::exchange(strings, {}), "ru"));
    }
    pages.push_back(page_of(setting, strings, "ru"));
    check(fmt::format("every character, {}", name), pages);
  }
}

BOOST_AUTO_TEST_CASE(titles_on_the_page_and_in_the_metadata) {
  RandomText random(seed(), Context::heading);
  std::vector<TextPage> pages;
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string title = random.next(20);
    const std::string heading = random.next(20);
    pages.push_back(
        {{title},
         sheet_of(fmt::format("# {}\n\n## {}\n\nx\n", escaped(title), escaped(heading)), "ru"),
         fmt::format("1 {}\n{}\nx", title, heading)});
  }
  const auto pdfs = check("titles", pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string info = info_of(pdfs[i]);
    const std::string line = info.substr(0, info.find('\n'));
    BOOST_TEST(line == "Title:           " + to_one_line(pages[i].strings.front()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
