#include "latex/output/earlier_code.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/text/escape.hpp"
#include "latex/output/tex_files.hpp"

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(earlier_code)

BOOST_AUTO_TEST_CASE(lines_as_they_are) {
  BOOST_TEST(with_code_as_written(R"(text
  \begin{codeblock}{c++}
    \codeline{if (a)}
    \codeline[4]{b \ = \textquotedbl{}c\textquotedbl{}; -{}- \{x\_y\}}
    \codeline{}
    \codeline[4]{x{[}1{]}}
  \end{codeblock}
\end{sheet})") == R"(text
  \begin{sheetcode}{c++}
if (a)
    b  = "c"; -- {x_y}

    x[1]
  \end{sheetcode}
\end{sheet})");
  BOOST_TEST(
      with_code_as_written("\\begin{codeblock}{}\r\n\\codeline[2]{a}\r\n\\end{codeblock}\r\n") ==
      "\\begin{sheetcode}{}\r\n  a\r\n\\end{sheetcode}\r\n");
}

BOOST_AUTO_TEST_CASE(what_has_more_in_it_stays) {
  for (const char* line :
       {"\\codeline{a \\sym{→}}", "\\codeline{a} % why", "\\codeline{\\emph{a}}",
        "\\codeline[x]{a}", "\\codeline[99999999999999999999]{a}", "\\codeline[4", "\\codeline",
        "\\codeline{a}b", "words", "\\codeline{\\textbackslash{}end\\{sheetcode\\}}",
        "\\codeline{$x$}", "\\codeline{a~b}"}) {
    const std::string block = std::string("\\begin{codeblock}{}\n\\codeline{ok}\n") + line +
                              "\n\\end{codeblock}\nwords\n";
    BOOST_TEST(with_code_as_written(block) == block, line);
  }
  for (const std::string text : {"", "\n", "\\begin{codeblock}{}\n\\codeline{a}\n", "words"}) {
    BOOST_TEST(with_code_as_written(text) == text);
  }
}

// Every line of code comes back from what was made of it.
BOOST_AUTO_TEST_CASE(the_way_back_from_escapes) {
  for (const std::string line :
       {"\\input{/etc/passwd} %", "^^5c ~ # $x$ & _", "--- <<a>> ,, -<>,", "'a' \"b\" `c`", "[a][]",
        "а  б   в", "{}}{", "\\{", "-{}", "x = {[} \\ "}) {
    const std::string block = "\\begin{codeblock}{}\n\\codeline{" +
                              listok::emitter::escape(line, listok::emitter::Context::code) +
                              "}\n\\end{codeblock}\n";
    const std::string written = *listok::emitter::as_written(line);
    BOOST_TEST(with_code_as_written(block) ==
               "\\begin{sheetcode}{}\n" + written + "\n\\end{sheetcode}\n");
    BOOST_TEST(written == line);
  }
}

BOOST_AUTO_TEST_CASE(an_edit_beside_code_meets_no_conflict) {
  const std::string base = "a\n\\begin{codeblock}{}\n\\codeline{x}\n\\end{codeblock}\n";
  const std::string generated = "a\n\\begin{sheetcode}{}\nx\n\\end{sheetcode}\n";
  const std::string edited = "b\n\\begin{codeblock}{}\n\\codeline{x}\n\\end{codeblock}\n";
  const Texts texts =
      as_of_today({.disk = edited, .generated = generated, .base = base, .offered = false});
  BOOST_TEST(*texts.base == generated);
  BOOST_TEST(*texts.disk == "b\n\\begin{sheetcode}{}\nx\n\\end{sheetcode}\n");
  BOOST_TEST((decide(texts, std::nullopt) == Decision::keep));
}

BOOST_AUTO_TEST_SUITE_END()
