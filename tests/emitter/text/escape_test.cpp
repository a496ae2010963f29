#include "emitter/text/escape.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

namespace {

struct Row {
  std::string_view input;
  std::string_view text;
  std::string_view code;
};

constexpr Row rows[] = {
    // characters that TeX takes for itself
    {"\\", "\\textbackslash{}", "\\textbackslash{}"},
    {"^ ~", "\\textasciicircum{} \\textasciitilde{}", "\\textasciicircum{} \\textasciitilde{}"},
    {"{}", "\\{\\}", "\\{\\}"},
    {"$&#%_", "\\$\\&\\#\\%\\_", "\\$\\&\\#\\%\\_"},
    {"\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}",
     "\\textbackslash{}input\\{/etc/passwd\\}"},
    {"^^5c", "\\textasciicircum{}\\textasciicircum{}5c",
     "\\textasciicircum{}\\textasciicircum{}5c"},
    // quotes
    {"\"a\"", "\\textquotedbl{}a\\textquotedbl{}", "\\textquotedbl{}a\\textquotedbl{}"},
    {"`a`", "\\textasciigrave{}a\\textasciigrave{}", "\\textasciigrave{}a\\textasciigrave{}"},
    {"don't", "don’t", "don\\textquotesingle{}t"},
    {"об'єкт", "об’єкт", "об\\textquotesingle{}єкт"},
    {"'a' 5'", "\\textquotesingle{}a\\textquotesingle{} 5\\textquotesingle{}",
     "\\textquotesingle{}a\\textquotesingle{} 5\\textquotesingle{}"},
    {"«a» „b“ ”", "«a» „b“ ”", "«a» „b“ ”"},
    // what would be read as an option
    {"[x]", "{[}x{]}", "{[}x{]}"},
    // ligatures of TeX
    {"-", "-", "-"},
    {"a-b", "a-b", "a-b"},
    {"--x", "\\mbox{-}-x", "-{}-x"},
    {"---", "\\mbox{-}\\mbox{-}-", "-{}-{}-"},
    {"<<a>>", "<{}<a>{}>", "<{}<a>{}>"},
    {",,", ",{},", ",{},"},
    {"''", "\\textquotesingle{}\\textquotesingle{}", "\\textquotesingle{}\\textquotesingle{}"},
    {"?` !`", "?\\textasciigrave{} !\\textasciigrave{}", "?\\textasciigrave{} !\\textasciigrave{}"},
    {"— – … №", "— – … №", "— – … №"},
    // spaces
    {"a b", "a b", "a b"},
    {"a  b", "a  b", "a \\ b"},
    {" a ", " a ", "\\ a\\ "},
    {"   ", "   ", "\\ \\ \\ "},
    {"a\tb\nc", "a b c", "a b c"},
    {"a\u00A0b", "a~b", "a b"},
    {"a\u202Fb\u2009c", "a\\,b\\,c", "a b c"},
    {"a\u2003b\u3000c", "a\\quad{}b\\quad{}c", "a b c"},
    // what is not seen
    {"со\u00ADл", "со\\-л", "сол"},
    {"5\u20116", "5\\mbox{-}6", "5-6"},
    {"a\u200Bb\u2060c\uFEFFd", "a\\hspace{0pt}b\\nobreak{}cd", "abcd"},
    // outside the face
    {"a → b", "a \\sym{→} b", "a → b"},
    {"α→β", "\\sym{α→β}", "\\sym{α}→\\sym{β}"},
    {"≈ ≥ × √", "≈ ≥ × √", "≈ ≥ × √"},
    {"∈ ∝", "\\sym{∈} \\sym{∝}", "\\sym{∈} \\sym{∝}"},
    // a run of scripts stays in one face
    {"x²", "x²", "x²"},
    {"10⁻⁶", "10\\sym{⁻⁶}", "10\\sym{⁻⁶}"},
    {"10²⁵", "10\\sym{²⁵}", "10\\sym{²⁵}"},
    {"x₁₂ y₁₀", "x₁₂ y\\sym{₁₀}", "x₁₂ y\\sym{₁₀}"},
    // a mark stays with its base
    {"замо́к", "замо́к", "замо́к"},
    {"и̂а", "\\sym{и̂}а", "\\sym{и̂}а"},
    {"_\u20D7", "\\sym{\\_\u20D7}", "\\sym{\\_\u20D7}"},
    // a space below a mark is a character of \sym
    {"a \u20D7b", "a\\sym{ \u20D7}b", "a\\sym{ \u20D7}b"},
    {"a\u2003\u20D7b", "a\\sym{ \u20D7}b", "a\\sym{ \u20D7}b"},
    {"a\u00A0\u20D7b", "a\\sym{ \u20D7}b", "a\\sym{ \u20D7}b"},
    // a run is split where no face has all of it
    {"ᵀ⟼", "\\sym{ᵀ⟼}", "\\sym{ᵀ⟼}"},
    // pictures of the screen that have a sign of print; where no face has their selector, it is
    // not seen
    {"✅ да, ❌ нет", "\\sym{✔} да, \\sym{✘} нет", "\\sym{✔} да, \\sym{✘} нет"},
    {"➕➖➗❎", "+−÷\\sym{☒}", "+−÷\\sym{☒}"},
    {"❗❓\uFE0F", "!?", "!?"},
    {"1\uFE0F\u20E30\u20E3🔟", "\\sym{①⓪}\\sym{⑩}", "\\sym{①⓪}\\sym{⑩}"},
    {"⭐\uFE0F★ ✅\uFE0F", "\\sym{⭐★} \\sym{✔}", "\\sym{⭐★} \\sym{✔}"},
    {"⚠\uFE0F", "\\sym{⚠\uFE0F}", "\\sym{⚠\uFE0F}"},
    {"", "", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(escaping)

BOOST_AUTO_TEST_CASE(text) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input) {
      BOOST_TEST(escape(row.input, Context::text) == row.text);
      BOOST_TEST(escape(row.input, Context::heading) == row.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(code) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input) { BOOST_TEST(escape(row.input, Context::code) == row.code); }
  }
}

BOOST_AUTO_TEST_CASE(addresses) {
  constexpr std::string_view table[][2] = {
      {"https://a.org/b?c=1&d=2#e", "https://a.org/b?c=1\\&d=2\\#e"},
      {"a_b~c$", "a\\_b\\textasciitilde{}c\\$"},
      {"%20%zz%", "\\%20\\%25zz\\%25"},
      {"/wiki/Кэш", "/wiki/\\%D0\\%9A\\%D1\\%8D\\%D1\\%88"},
      {"/Trie_(data)", "/Trie\\_(data)"},
      {"x)>>/A<<", "x\\%29\\%3E\\%3E/A\\%3C\\%3C"},
      {"a b\\c{d}[e]^f\"`|", "a\\%20b\\%5Cc\\%7Bd\\%7D\\%5Be\\%5D\\%5Ef\\%22\\%60\\%7C"},
  };
  for (const auto& [input, expected] : table) {
    BOOST_TEST(escape(input, Context::url) == expected);
  }
}

BOOST_AUTO_TEST_CASE(every_ascii_character_is_harmless_next_to_every_other) {
  // Outside of the commands that escape writes, none of these may stand.
  const std::string known[] = {"\\textbackslash{}",
                               "\\textasciicircum{}",
                               "\\textasciitilde{}",
                               "\\textquotedbl{}",
                               "\\textasciigrave{}",
                               "\\textquotesingle{}",
                               "\\mbox{-}",
                               "{[}",
                               "{]}",
                               "-{}",
                               "<{}",
                               ">{}",
                               ",{}",
                               "\\{",
                               "\\}",
                               "\\$",
                               "\\&",
                               "\\#",
                               "\\%",
                               "\\_",
                               "\\ "};
  for (const Context context : {Context::text, Context::code}) {
    for (char a = ' '; a < 127; ++a) {
      for (char b = ' '; b < 127; ++b) {
        std::string tex = escape(std::string{a, b}, context);
        for (const auto& command : known) {
          for (auto at = tex.find(command); at != tex.npos; at = tex.find(command)) {
            tex.replace(at, command.size(), "·");
          }
        }
        BOOST_TEST_CONTEXT(std::string({a, b})) {
          BOOST_TEST(tex.find_first_of("\\{}$&#%_^~\"`'[]") == tex.npos);
          for (const auto pair : {"--", "<<", ">>", ",,"}) BOOST_TEST(tex.find(pair) == tex.npos);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(faces_in_the_place_of_those_of_the_class) {
  NamedFaces named;
  named.text = {"Greek and arrows", {{U' ', U'z'}, {U'α', U'ω'}, {U'→', U'→'}}};
  struct Row {
    const char* text;
    Context context;
    const char* tex;
  };
  const Row rows[] = {
      {"λόγος → ж", Context::text, "λ\\sym{ό}γος → \\sym{ж}"},  // ό is one letter, and not there
      {"λ ⇒ ж", Context::heading, "\\sym{λ} \\sym{⇒} ж"},
      {"λ ⇒ ж", Context::code, "\\sym{λ} \\sym{⇒} ж"},
  };
  for (const Row& row : rows) BOOST_TEST(escape(row.text, row.context, &named) == row.tex);
  BOOST_TEST(without_glyph("漢", Context::text, &named).size() == 1U);
  named.text.glyphs.clear();  // nobody has asked the machine
  BOOST_TEST(escape("λ ж", Context::text, &named) == "\\sym{λ} ж");
}

BOOST_AUTO_TEST_CASE(characters_that_no_face_has) {
  using Runs = std::vector<std::string_view>;
  BOOST_TEST((without_glyph("Кэш → α", Context::text) == Runs{}));
  BOOST_TEST((without_glyph("a漢字b👍", Context::text) == Runs{"漢字", "👍"}));
  BOOST_TEST((without_glyph("✅❌★➕ 5\uFE0F\u20E3 ⚠\uFE0F", Context::heading) == Runs{}));
  BOOST_TEST((without_glyph("#\uFE0F\u20E3 🚀\uFE0F!", Context::text) ==
              Runs{"#\uFE0F\u20E3", "🚀\uFE0F"}));
  NamedFaces named{{"Some CJK", "Some Emoji"}, {{{U'漢', U'漢'}}, {{U'🚀', U'🚀'}}}, true};
  BOOST_TEST((without_glyph("漢字🚀\uFE0F👍", Context::code, &named) == Runs{"字", "👍"}));
  named.looked_at = false;
  BOOST_TEST((without_glyph("漢字🚀\uFE0F👍", Context::text, &named) == Runs{}));
  BOOST_TEST((without_glyph("漢", Context::url) == Runs{}));
  BOOST_TEST((without_glyph("\u200B\u2060\u00AD\n\t\u3000", Context::code) == Runs{}));
}

BOOST_AUTO_TEST_CASE(names_of_files) {
  const std::tuple<std::string, std::string, std::string> cases[] = {
      // name, ending, pattern: # is a digit of the hash
      {"a/plan.png", "", "a/plan.png"},
      {"plan.svg", "pdf", "plan-########.pdf"},
      {"a.b/plan", "png", "a.b/plan-########.png"},
      {"a.b/plan.v2.jpg", "png", "a.b/plan.v2-########.png"},
      {"план 1.png", "", "image-1-########.png"},
      {"план.svg", "pdf", "image--########.pdf"},
      {".png", "jpg", "image-########.jpg"},
  };
  for (const auto& [name, ending, pattern] : cases) {
    std::string found = safe_file_name(name, ending);
    BOOST_TEST_CONTEXT(name << " " << found) {
      BOOST_REQUIRE(found.size() == pattern.size());
      for (std::size_t at = 0; at < found.size(); ++at) {
        if (pattern[at] == '#') found[at] = '#';
      }
      BOOST_TEST(found == pattern);
    }
  }
  BOOST_TEST(safe_file_name("a.svg", "pdf") != safe_file_name("a.gif", "pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
