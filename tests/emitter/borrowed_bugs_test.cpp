// What went wrong in other writers of LaTeX, as it was reported to them: here it does not.
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "emitter/images/image_content.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/typography.hpp"
#include "tests/emitter/pictures.hpp"
#include "tests/emitter/structure.hpp"

using namespace listok::emitter;

namespace {

struct Bug {
  std::string_view reported;  // repository and number of the issue or pull request
  std::string_view markdown;
  std::string_view expected;   // stands in the .tex
  std::string_view wrong;      // does not; empty: `expected` says it all
  std::string_view told = {};  // the code of the only diagnostic; empty: there is none
};

// clang-format off
constexpr Bug bugs[] = {
    // characters of TeX
    {"jgm/pandoc#233", "\\\\ \\$ % ^ & \\_ ~ { }",
     "\\textbackslash{} \\$ \\% \\textasciicircum{} \\& \\_ \\textasciitilde{} \\{ \\}", ""},
    {"jgm/pandoc#1637", "text (_\\n_ more text)", "text (\\emph{\\textbackslash{}n} more text)", "\\n "},
    {"jgm/pandoc#2790", "a \\thingslashchar in it", "a~\\textbackslash{}thingslashchar in it",
     "\\thingslashchar"},
    {"jgm/pandoc#6595", "> HKEY_LOCAL_MACHINE\\SOFTWARE\\RealVNC",
     "HKEY\\_LOCAL\\_MACHINE\\textbackslash{}SOFTWARE\\textbackslash{}RealVNC", "\\SOFTWARE"},
    {"miyuchina/mistletoe#112", "a 50% off sale", "a~50\\% off sale", "50% "},
    {"miyuchina/mistletoe#93", "snake_case_name", "snake\\_case\\_name", "e_c"},
    {"doxygen/doxygen#1355", "file **ppl_c.h**", "\\textbf{ppl\\_c.h}", "l_c"},
    {"doxygen/doxygen#6224", "- `argument_underline:` (char \\*)", "\\code{argument\\_underline:} (char *)",
     "t_u"},
    {"doxygen/doxygen#5427", "### FT_EDS", "\\subheading{FT\\_EDS}", "T_E"},
    {"doxygen/doxygen#1253", "DECLARE_VERSION_DLL@!\"", "DECLARE\\_VERSION\\_DLL@!\\textquotedbl{}", ""},
    {"JuliaLang/julia#19757", "`some_code`", "\\code{some\\_code}", "e_c"},
    {"gettalong/kramdown#681", "&lt;span&gt;x", "<span>x", "\\textless"},
    {"jgm/pandoc#849", "`t1 <|> t2`", "\\code{t1 <|> t2}", "\\textbar"},
    {"openframeworks/ofBook#69", "*code `sin(t % 6283)` or `a!`*",
     "\\emph{code \\code{sin(t \\% 6283)} or \\code{a!}}", "t % "},
    // quotes and ligatures
    {"sphinx-doc/sphinx#6890", "'test' \"test\" test--test---test...",
     "\\textquotesingle{}test\\textquotesingle{} \\textquotedbl{}test\\textquotedbl{}\n"
     "    test\\mbox{-}-test\\mbox{-}\\mbox{-}-test...", "--"},
    {"sphinx-doc/sphinx#6886", "\"versions\" `'version'`",
     "\\textquotedbl{}versions\\textquotedbl{} \\code{\\textquotesingle{}version\\textquotesingle{}}", "\""},
    {"sphinx-doc/sphinx#636", "```\nprint 'bla'\n```",
     "\nprint 'bla'\n", "textquotesingle"},
    {"sphinx-doc/sphinx#961", "`'''`", "\\code{\\textquotesingle{}\\textquotesingle{}\\textquotesingle{}}",
     "''"},
    {"jgm/pandoc#3121", "`` `How are you?` ``",
     "\\code{\\textasciigrave{}How are you?\\textasciigrave{}}", "?`"},
    {"jgm/pandoc#1164", "„Hallo!“", "„Hallo!“", "`"},
    {"jgm/pandoc#4695", "„Was?“ – „Das!“", "„Was?“~– „Das!“", "`"},
    {"jgm/pandoc#10610", "?‘‘ ?‘“", "?‘‘ ?‘“", "`"},
    {"jgm/pandoc#4152", "\"abc\" “abc” „abc“ de", "\\textquotedbl{}abc\\textquotedbl{} “abc” „abc“ de", "``"},
    {"jgm/pandoc#4712", "A, 'Y 'do' Z?' Foo.'",
     "Z?\\textquotesingle{}\n    Foo.\\textquotesingle{}", "{}Foo"},
    {"commonmark/cmark#182", "a -- b \\-\\-- c", "a~\\mbox{-}- b \\mbox{-}\\mbox{-}- c", "\\-"},
    {"fletcher/MultiMarkdown-4#65", "keynote-gradient", "keynote-gradient", "-{}"},
    {"objectionary/eolang.sty#139", "`--`", "\\code{-{}-}", "--"},
    // code that is longer than a line
    {"jkitchin/scimax_vscode#53", "`difflow.flowsheet.Flowsheet.solve()`",
     "\\code{difflow.\\allowbreak{}flowsheet.\\allowbreak{}Flowsheet.\\allowbreak{}solve()}", ""},
    {"JelteF/PyLaTeX#300", "`a.b.some.host.example.org`",
     "\\code{a.b.\\allowbreak{}some.\\allowbreak{}host.", "a.\\allow"},
    {"gpoore/minted#387", "`np.random.default_generator(seed)`",
     "\\code{np.random.\\allowbreak{}default\\_generator(seed)}", "np.\\allow"},
    {"jgm/pandoc#6322", "`C:/Program Files (x86)/abcdefgh/config.json`",
     "\\code{C:/Program Files (x86)/\\allowbreak{}abcdefgh/\\allowbreak{}config.\\allowbreak{}json}",
     "C:/\\allow"},
    // addresses
    {"jgm/pandoc#2377", "<http://a.org/?PID=PPN345_0013|log48>",
     "\\weblink[http://a.org/?PID=PPN345\\_0013|log48]{http://a.org/?PID=PPN345\\_0013\\%7Clog48}{http://a.org/?PID=PPN345\\_0013|log48}",
     "\\textbar"},
    {"jgm/pandoc#576", "- [site](http://www.netlabs.org/#broken)",
     "\\weblink{http://www.netlabs.org/\\#broken}{site}", "/#"},
    {"jgm/pandoc#309", "[John](http://www.site.com/~john)",
     "\\weblink{http://www.site.com/\\textasciitilde{}john}{John}", "\\sim"},
    {"jgm/pandoc#98", "[example](<http://example.com/a space>)",
     "\\weblink{http://example.com/a\\%20space}{example}", "a%20"},
    {"jgm/pandoc#9043", "[**T**](https://a.de/%E7schmid/~x/)",
     "\\weblink{https://a.de/\\%E7schmid/\\textasciitilde{}x/}{\\textbf{T}}", "/%"},
    {"fletcher/peg-multimarkdown#119", "### [a](http://a.org/?q=%3B)",
     "\\subheading{\\weblink{http://a.org/?q=\\%3B}{a}}", "=%"},
    {"fletcher/MultiMarkdown-6#124", "[& link](http://example.com/&foo=bar_)",
     "\\weblink{http://example.com/\\&foo=bar\\_}{\\& link}", "/&"},
    {"miyuchina/mistletoe#190", "[a](<http://a.org/?q={a:1,b:2}\\\\>)",
     "[http://a.org/?q=\\{a:1,b:2\\}\\textbackslash{}]{http://a.org/?q=\\%7Ba:1,b:2\\%7D\\%5C}{a}",
     "={a:"},
    {"gettalong/kramdown#67", "<https://www.math.bgu.ac.il/~amyekut/course_page.html>",
     "{https://www.math.bgu.ac.il/\\textasciitilde{}amyekut/course\\_page.html}", "\\ensuremath"},
    {"showdownjs/showdown#266", "(https://www.something.com/1234)",
     "(\\weblink{https://www.something.com/1234}{https://www.something.com/1234})", "1234)}"},
    {"igorshubovych/markdownlint-cli#89", "Some text then https://example.com, continuing text",
     "{https://example.com}, continuing", ",}"},
    {"xoofx/markdig#165", "I found it at http://www.travefy.com!", "{http://www.travefy.com}!", "!}"},
    {"Orc/discount#198", "https://example.com/one,two_three https://example.com/.",
     "\\weblink{https://example.com/one,two\\_three}{https://example.com/one,two\\_three}", "/.}"},
    {"knighty/fimfiction-issues#66", "(see https://google.com/, or https://google.com/).",
     "\\weblink{https://google.com/}{https://google.com/}).", ")}"},
    {"Samyssmile/notectl#199", "at www.x.io end", "\\weblink{http://www.x.io}{www.x.io} end", ""},
    {"marktext/marktext#1421", "ransixi@gmail.com", "\\weblink{mailto:ransixi@gmail.com}{ransixi@gmail.com}", ""},
    {"gregjacobs/Autolinker.js#220", "https://en.wikipedia.org/wiki/San_Jos%C3%A9",
     "\\weblink[https://en.wikipedia.org/wiki/San\\_José]{https://en.wikipedia.org/wiki/San\\_Jos\\%C3\\%A9}", ""},
    {"aloneguid/bt#219", "[Москва](https://ru.wikipedia.org/wiki/%D0%9C%D0%BE%D1%81%D0%BA%D0%B2%D0%B0)",
     "\\weblink[https://ru.wikipedia.org/wiki/Москва]{https://ru.wikipedia.org/wiki/\\%D0\\%9C", ""},
    {"pragdave/earmark#131", "[nice link](http://www.google.com){:target=\"blank\"} b", "{nice link} b", "target"},
    {"commonmark/commonmark-spec#454", "some text\n\n[foo]: /url", "some text", "url", "unused-definition"},
    // pictures
    {"rust-lang/mdBook#2301", "![](attachments/Pasted image 20230504182138.png)",
     "\\picture{attachments/Pasted-image-20230504182138-", "("},
    {"docsifyjs/docsify#1013", "![Screenshot](Screenshot 2020-01-31 at 17.33.53.png)",
     "\\picture[alt={Screenshot}]{Screenshot-2020-01-31-at-17.33.53-", "("},
    {"octobercms/october#747", "![](./pic/pic1_50.png =100x20)",
     "\\picture[width=75bp, height=15bp]{./pic/pic1_50.png}", "=100"},
    {"zoni/obsidian-export#2", "![[image.png|100x100]]", "\\picture[width=75bp, height=75bp]{image.png}", "|"},
    {"doocs/md#1494", "![qrcode|200](a.png)", "\\picture[width=150bp, alt={qrcode}]{a.png}", "|"},
    {"domWalters/mkdocs-to-pdf#102", "![My landing page.](a.jpg){ .pdf-small }",
     "\\picture[alt={My landing page.}]{a.jpg}", "pdf-small", "picture-attributes"},
    {"theohbrothers/ConvertOneNote2MarkDown#150",
     "![x](media/a.png){width=\"7.9375in\" height=\"4.645833333333333in\"}",
     "\\picture[width=7.9375in, height=4.64583in, alt={x}]{media/a.png}", "333in"},
    {"jgm/pandoc#3030", "| [![b](a.png)](http://gbraad.nl) |\n|---|\n| c |",
     "\\picture[link={http://gbraad.nl}, alt={b}]{a.png} \\tableheadend", "weblink"},
    {"jgm/pandoc#3836", "| a | b |\n|---|---|\n| image | ![caption](./png.png) |",
     "image & \\picture[alt={caption}]{./png.png} \\tabularnewline", ""},
    // lists and tables
    {"gettalong/kramdown#414", "* \\[foo\\] bar", "\\item {[}foo{]} bar", "\\item [foo]"},
    {"modmark-org/modmark#356", "* foo\n* \\[bar]", "\\item {[}bar{]}", "\\item [bar]"},
    {"fletcher/MultiMarkdown-6#128", "- Item 1\n- [A.] Item 2", "\\item {[}A.{]} Item 2", "\\item{}"},
    {"doxygen/doxygen#5417", "| a | b |\n|---|---|\n| x | \\| |\n", "x & | \\tabularnewline", "\\|"},
    {"doxygen/doxygen#4784", "| a | b |\n|---|---|\n| p \\| q | r |\n", "p | q & r \\tabularnewline", "\\|"},
    {"doxygen/doxygen#8311", "| S | SIZE |\n|---|---|\n| small | 19\" |\n| large | 27\" |\n",
     "small & 19\\textquotedbl{} \\tabularnewline", "</td>"},
    {"atom-community/markdown-preview-plus#185", "| a | b |\n|---|---|\n| $P(A|B)$ | foo |\n",
     "$P(A|B)$ & foo \\tabularnewline", ""},
    {"gettalong/kramdown#143", "as $\\Pr(D|(a,d))$ is", "$\\Pr(D|(a,d))$", "\\|"},
    // spaces
    {"jgm/pandoc#1694", "`f    . g`", "\\code{f \\ \\ \\ . g}", "f  "},
    {"mcmtroffaes/latexcodec#68", "5\u2009ms", "5\\,ms", "\u2009"},
    // characters beyond ASCII
    {"phfaist/pylatexenc#10", "Erdős", "Erdős", "\\'"},
    {"phfaist/pylatexenc#134", "ỹ Ọ ǧ ồ ư", "\\sym{ỹ} \\sym{Ọ} \\sym{ǧ} \\sym{ồ} \\sym{ư}", "?"},
    {"mcmtroffaes/latexcodec#90", "baﬄe", "ba\\sym{ﬄ}e", ""},
    {"mcmtroffaes/latexcodec#89", "norm ℓ₂", "norm ℓ₂", "ell"},
    {"sphinx-doc/sphinx#5248", "### Параметр α", "\\subheading{Параметр \\sym{α}}", "\\alpha"},
    {"sphinx-doc/sphinx#1480", "### Groups of $\\mathrm{SL}_2(\\mathbb{Z})$",
     "\\subheading{Groups of $\\mathrm{SL}_2(\\mathbb{Z})$}", "\\("},
    {"Wandmalfarbe/pandoc-latex-template#202", "✅ done, ⭐\uFE0F look", "\\sym{✔} done, \\sym{⭐} look", "✅"},
    {"mreq/xelatex-emoji#15", "1\uFE0F\u20E3 and 2\u20E3", "\\sym{①} and \\sym{②}", "1"},
    // formulas of other documents
    {"goessner/mdmath#45", "$$ \\begin{align} S' =(x_1+x_2)\\end{align}$$",
     "\\begin{aligned}\n        S' =(x_1+x_2)\n      \\end{aligned}", "{align}"},
    {"KaTeX/KaTeX#2277", "$$\\begin{align}\na &= b \\tag{4}\\\\\nc &= d \\tag{5}\\\\\n\\end{align}$$",
     "a &= b \\qquad \\text{(4)} \\\\\n        c &= d \\qquad \\text{(5)}", "\\tag"},
    {"marktext/marktext#1030", "$a = b\\tag{1}$", "$a = b\\qquad \\text{(1)}$", "\\tag"},
    {"88250/liandi#103",
     "$$\n\\begin{equation}\n\\begin{aligned}\nI_n&=Q\\\\\nV_n&=R\n\\end{aligned}\n\\end{equation}\n$$",
     "\\[\n      \\begin{aligned}\n        I_n & =Q", "equation"},
    {"idaholab/moose#10415", "$$\\begin{eqnarray} a &=& b \\end{eqnarray}$$", "a &= b\n", "eqnarray"},
    {"goessner/mdmath#105", "$$\n(2i)^2 \\\\\n= 4i^2 \\\\\n= 2(p) + 1\n$$",
     "\\begin{gathered}\n        (2i)^2 \\\\\n        = 4i^2 \\\\\n        = 2(p) + 1\n", ""},
    {"orsharir/github-mathjax#27", "$$\nx\\\\\nx^2\n$$", "x \\\\\n        x^2", ""},
    {"mathjax/MathJax-node#476", "$\\lambda \\in \\R$", "$\\lambda \\in \\mathbb{R}$", "\\R$"},
    {"Macaulay2/M2#1628", "${\\bf k} + {\\rm d}x$", "${\\mathbf{k}} + {\\mathrm{d}}x$", "\\bf"},
    {"KaTeX/KaTeX#474", "$I = \\frac{\\text{# new cases}}{\\text{population at risk}}$", "{\\text{\\# new cases}}", ""},
    {"KaTeX/KaTeX#1212", "$$x = z \\quad \\text{because $x = y$}$$", "\\text{because }{x = y}", ""},
    {"verybadcat/CSharpMath#205",
     "$$\nf(n) = \\begin{cases}\nn/2, & \\text{if $n$ is even} \\\\\n3n+1, & \\text{if $n$ is odd}\n\\end{cases}\n$$",
     "\\text{if }{n}\\text{ is even}", ""},
    {"go-gitea/gitea#28070", "$\\text{$b$}$", "${b}$", "text"},
    {"facelessuser/pymdown-extensions#432", "$\\text{asdfasdf $a_i$}$", "$\\text{asdfasdf }{a_i}$", "\\$"},
    {"KaTeX/KaTeX#101", "$1+2i \\over 3-4i$", "$\\frac{1+2i}{3-4i}$", "\\over"},
    {"jgm/texmath#21", "${3 \\choose 2} = 3$", "${\\binom{3}{2}} = 3$", "\\choose"},
    {"arnog/mathlive#27", "${n+1\\atop2}{n+1\\choose3}$", "${\\substack{n+1 \\\\ {}2}}{\\binom{n+1}{3}}$", "\\atop"},
    {"bartp5/libtexprintf#33", "$\\begin{dcases} a \\\\ b \\end{dcases}$", "\\begin{cases}", "dcases"},
    {"KaTeX/KaTeX#930", "$$\n\\begin{alignat*}{2}\n1 &= 2 &\\quad &(\\because \\bot)\n\\end{alignat*}\n$$",
     "1 &= 2 &\\quad", "alignat"},
    {"jupyter/nbconvert#719", "written in \\LaTeX", "written in \\textbackslash{}LaTeX", " \\LaTeX"},
    // names of files
    {"sphinx-doc/sphinx#13189", "![badge](doc-CC--BY%204.0.png)", "\\picture[alt={badge}]{doc-CC-", "%20"},
    // formulas in other dress
    {"multica-ai/multica#6838", "Inline: \\(E=mc^2\\)\n\n\\[\n\\begin{pmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{pmatrix}\n\\]",
     "Inline: $E=mc^2$", "(E"},
    {"goessner/markdown-it-texmath#33", "the sum \\(a+b\\) is", "the sum $a+b$ is", "(a"},
    {"Mathpix/mathpix-markdown-it#272", "hello math $ ax^2+bx+c=0  $", "hello math $ax^2+bx+c=0$", "\\$"},
    // prices
    {"typora/typora-issues#3178", "Please donate $50 to $100 to the non-profit organization.",
     "donate \\$50 to \\$100 to", "$50 to $"},
    {"gradio-app/gradio#6421", "The sum of $3000 and $3000 is 6000. Example equation is $e=mc^2$ .",
     "of \\$3000 and \\$3000 is 6000.", "$3000 and $"},
    {"jackyzha0/quartz#2208", "HIP requested $3,500 in 2022. In 2023, the organization asked for $5,000.",
     "for \\$5,000.", ""},
    {"flowershow/flowershow#914", "$0.40 per credit on the plan ($25 / month) vs $0.30 per credit ($75 a month)",
     "(\\$25 / month) vs \\$0.30 per", ""},
    {"glushchenko/fsnotes#799", "**Subscription cost:** $20/user/month (e.g., 7 users = $1680/year)",
     "\\$20/user/month", ""},
    {"markserv/markserv#91", "I earned $10 and spent $5.", "earned \\$10 and spent \\$5.", ""},
    {"HappenApps/Quiver#318", "**Cost $1788 yr @ 149per month**", "\\textbf{Cost \\$1788 yr", "\\$1788\\$"},
    {"shd101wyy/vscode-markdown-preview-enhanced#262",
     "If set to $true, broadcast streams are enabled. The default is $false.", "The default is \\$false.", ""},
    {"twosigma/beakerx#1428", "Get some \\$ money \\$ here", "some \\$ money \\$ here", ""},
    {"ropensci/tinkr#121", "With this $340k granta,", "With this \\$340k granta,", ""},
    {"stablyai/orca#13330", "**$148+ → $19** (87%, ~$1,550); down to $15.4/month", "\\$15.4/month", ""},
    // tildes
    {"adobe/helix-pipeline#897", "20~30 and 40~50", "20\\textasciitilde{}30 and 40\\textasciitilde{}50", "strike"},
    {"earendil-works/pi#2332", "~/.config takes ~50% of it", "\\textasciitilde{}50\\%", "strike"},
    {"pluk-inc/markdown-preview#278", "~text~ and ~~text~~",
     "\\textasciitilde{}text\\textasciitilde{} and \\strike{text}", ""},
    {"markedjs/marked#1561", "~don't strike it~", "\\textasciitilde{}don’t strike it\\textasciitilde{}", "strike{"},
    // tables
    {"github/cmark-gfm#180", "foo\n|  a  |  b  |\n| --- | --- |\n|  c  |  d  |", "c & d \\tabularnewline", "|"},
    {"mity/md4c#282", "Text\na | b\n--- | ---\nc | d", "c & d \\tabularnewline", "|"},
    {"jelovirt/org.lwdita#237", "abc\n| 1   | 2  |\n|---|---|\n| -   | -  |\n| a | b |", "a & b \\tabularnewline", "|"},
    {"markedjs/marked#889", "This is paragraph\n|Head1|Head2|\n|-------|-------|\n|    A    |    B    |",
     "A & B \\tabularnewline", "|"},
    {"marktext/marktext#4850", "| op |\n|---|\n| `\\|\\|` |", "\\code{||}", "textbackslash"},
    {"OctopusDeploy/docs#1878", "| a | b |\n|--|--|\n| `x \\| y` | z |", "\\code{x | y}", "textbackslash"},
    {"dart-lang/tools#1374", "| Name     | Character |\n| ---      | ---       |\n| Pipe     | \\|        |",
     "Pipe & | \\tabularnewline", "\\|"},
    // marks and their words
    {"github/markup#1150", "###\u00A0Broken header", "\\subheading{Broken header}", "#"},
    {"markedjs/marked#2139", "a\n\n\uFEFF### Title", "\\subheading{Title}", "#"},
    {"xoofx/markdig#675", "###\u00A0This should be an h3 element", "\\subheading{This should", "#"},
    {"primer/primer-markdown#64", "###Heading (w/o space)", "\\subheading{Heading (w/o", "#", "glued-mark"},
    {"Azure/azure-content#2566", "###Heading3", "\\subheading{Heading3}", "#", "glued-mark"},
    {"mdiep/MMMarkdown#96", "#300 is my best one yet!", "\\#300 is my best one yet!", "subheading"},
    {"markedjs/marked#3231", "```markdown\n# Header\n```bash\n// some code\n```\n```",
     "\n// some code\n```\n", "",
     "nested-fence"},
    {"luongnv89/claude-howto#48", "```markdown\n```json\n{}\n```\n```\nrest", "\n    rest", "\nrest", "nested-fence"},
    {"wooorm/markdown-rs#119", "`````md\n````python\n# Nested\n````\n`````", "\n# Nested\n", "subheading"},
    // gaps
    {"prolificinteractive/Marker#28", "**myrtle**: ___ Beach", "\\textbf{myrtle}: \\gap{3} Beach", "\\_"},
    {"commonmark/commonmark-spec#51", "blah *_x*", "blah \\emph{\\_x}", "*"},
    // HTML
    {"codewars/codewars.com#219", "In between there is <String>.", "there is <String>.", "", "stray-tag"},
    {"carina-rs/carina#103", "- **Type:** List<String>", "\\textbf{Type:} List<String>", "", "stray-tag"},
    {"JetBrains/kotlin-web-site#25", "`a` is List<out Bar>", "is List<out Bar>", "", "stray-tag"},
    {"HappenApps/Quiver#302", "- <_init>: `sub`\n- <main>: `push`", "\\item <main>: \\textasciigrave{}push", "",
     "stray-tagmarkdown-in-html"},
    {"higher-kinded-j/higher-kinded-j#768", "### 'X' declares Spec<S>, which is", "Spec<S>, which is", "strike",
     "stray-tag"},
    {"agentrq/agentrq#321", "Vec<T>, a<b>c and 5 < 10", "Vec<T>, a<b>c and 5 < 10", "textbf",
     "stray-tagstray-tag"},
    {"niklasravnsborg/laravel-pdf#232", "H<sub>2</sub>O, x<sup>2</sup>",
     "H\\textsubscript{2}O, x\\textsuperscript{2}", "<"},
    {"adobe/helix-html2md-service#314", "(hPSCs)<sup>1</sup>", "(hPSCs)\\textsuperscript{1}", "sup>"},
    {"yzane/vscode-markdown-pdf#274", "press <kbd>Ctrl</kbd><kbd>Alt</kbd><kbd>Del</kbd> to restart",
     "\\code{Ctrl}\\code{Alt}\\code{Del} to", "kbd"},
    {"jgm/pandoc#2236", "<table>\n<tr>\n<th>Component</th>\n<th>Preu</th>\n</tr>\n<tr>\n<td>Fitlet-B</td>\n"
     "<td>239,73 €</td>\n</tr>\n</table>", "Component & Preu \\tableheadend\n      Fitlet-B & 239,73", "<"},
    {"jgm/pandoc#11023", "<table>\n<tbody>\n<tr>\n<td>foo</td>\n<td>\n<h3>anything</h3>\n</td>\n<td>bar</td>\n"
     "</tr>\n</tbody>\n</table>", "foo & anything & bar \\tabularnewline", "subheading"},
    {"jgm/pandoc#7272", "<table><tr><td><span>text<br />text2</span></td></tr></table>",
     "text\\newline text2 \\tabularnewline", "span"},
    {"xberg-io/html-to-markdown#233", "<table><tr><td colspan=\"2\">Two</td></tr><tr><td>1</td><td>2</td></tr></table>",
     "1 & 2 \\tabularnewline", "", "lost-look"},
    {"jgm/pandoc#8083", "<figure>\n    <img src=\"my_image.jpeg\" alt=\"My image\">\n    <figcaption>This is my "
     "image</figcaption>\n</figure>", "\n\n    This is my image", "<"},
    {"baynezy/Html2Markdown#89", "<ul>\n<li>a\n<li>b\n</ul>", "\\item a\n      \\item b\n", "<"},
    {"OliverBalfour/obsidian-pandoc#174", "a <!-- not *this* --> b", "a~b", "this"},
    {"Alir3z4/html2text#57", "<p>&lt;div&gt;</p>", "<div>", "&"},
    {"pragdave/earmark#95", "foo\n<b>bar</b> baz", "foo \\textbf{bar} baz", "\n\n"},
    // lines
    {"awslabs/aidlc-workflows#246",
     "What is the primary method?\n\nA) Username and password\nB) Social media login\n\na. Username\nb. Social media",
     "Username\\newline\n    b.", "", "kept-lines"},
    {"danpros/htmly#275",
     "Oh Lord of the New Year, use me I pray,\nI give this new year unto Thee.\nIt is yours, see me through, give me power anew,\nTo be what you want me to be.",
     "use me I~pray,\\newline\n    I~give this new year unto Thee.\\newline", "", "kept-lines"},
    {"nomic-ai/gpt4all#2728",
     "The sun descends, a fiery kiss,\nUpon the world, a gentle bliss.\nThen twilight falls, a soft embrace,\nAs shadows dance and find their place.",
     "\\newline\n    Then twilight falls,", "", "kept-lines"},
    // footnotes, lists of terms and boxes, numbers
    {"remarkjs/remark#106", "foo[^abc] bar\n\n[^abc]: Baz", "foo\\footnote{Baz} bar", "\\weblink"},
    {"pulldown-cmark/pulldown-cmark#758", " [^foo]: x\n\n[^bar]: y\n\nTest [^foo] / [^bar]",
     "Test \\footnote{x} / \\footnote{y}", "[^"},
    {"jgm/pandoc#224", "a[^foo] b[^foo]\n\n[^foo]: full ref",
     "a\\sharednote{en1}{full ref} b\\sharednote{en1}{}", "\\footnote"},
    {"jgm/pandoc#1205", "| a[^p] | b[^p] |\n|---|---|\n\n[^p]: Partially read",
     "a\\sharednote{en1}{Partially read} & b\\sharednote{en1}{}", "\\footnote"},
    {"erusev/parsedown-extra#22", "a[^1]\n\n[^1]:\n    And that's it.\n\n    Second.",
     "a\\footnote{And that’s it.\\newline Second.}", "sheetcode"},
    {"MacDownApp/macdown#982", "a[^2]\n\n[^2]: first\nsecond\n\nb", "\\footnote{first second}", ""},
    {"go-gitea/gitea#27602", "the sides $`a`$, $`b`$", "the sides $a$, $b$", "\\code"},
    {"iamcco/markdown-preview.nvim#146", "```math\nabc\n```", "abc", "sheetcode"},
    {"innolitics/rdm#20", "- [ ] Item 1\n- [ ] Item 2", "\\item[\\unticked{}] Item 2", "{[} {]}"},
    {"cakebake/markdown-themeable-pdf#85", "- [x] done", "\\item[\\ticked{}] done", "\\item done"},
    {"jgm/pandoc#11712", "- [ ] \n- [ ] bubbles", "\\item[\\unticked{}] bubbles", "{[} {]}"},
    {"pbek/QOwnNotes#2100", "Term\n: definition", "\\item[{Term}] definition", "Term :"},
    {"bobtfish/text-markdown#6", "Apple\n:   A fruit of\n    the family.\n:   A company.\n\nOrange\n:   Citrus.",
     "\\item[{Orange}] Citrus.", ":"},
    {"markedjs/marked#1700", "1) a\n2) b", "\\begin{enumerate}[mark={)}]", ""},
    {"laurent22/joplin#4715", "7219. Some text\n7220. Some text", "[start=7219, last=7220]", ""},
    {"commonmark/commonmark.js#222", "- something\n  - ", "\\item something", "subheading", "empty-item"},
    {"codemirror/codemirror5#6155", "Text\n-\n- b", "\\item{}", "subheading", "empty-item"},
    {"commonmark/commonmark-spec#191", "foo\\\nbar\\", "foo\\newline", "textbackslash", "last-break"},
};
// clang-format on

// Words that others part at the end of a line; `~` stands for a no-break space.
struct Tie {
  std::string_view reported, language, text, expected;
};

// clang-format off
constexpr Tie tied[] = {
    {"typograf/typograf#181", "ru", "А. С. Пушкин, т. е. он", "А.~С.~Пушкин, т.~е. он"},
    {"typograf/typograf#434", "ru", "по Кавказу (М. Ю. Лермонтов)", "по~Кавказу (М.~Ю.~Лермонтов)"},
    {"typograf/typograf#403", "ru", "В.И. Немирович-Данченко", "В.И.~Немирович-Данченко"},
    {"akhx/typograf#14", "ru", "балет им. П. И. Чайковского", "балет им.~П.~И.~Чайковского"},
    {"lierdakil/pandoc-crossref#11", "en", "see Figure 1 and Table 2", "see Figure~1 and Table~2"},
    {"tomduck/pandoc-fignos#78", "en", "See fig. 1.", "See fig.~1."},
    {"quarto-dev/quarto-cli#1738", "en", "Figure 1: Test", "Figure~1: Test"},
    {"typst/typst#5703", "en", "E. B. White ran 11.5 km", "E.~B.~White ran 11.5~km"},
    {"rust-lang/www.rust-lang.org#1551", "fr", "Bonjour !", "Bonjour~!"},
    {"jgm/pandoc#7976", "fr", "Quoi ? Oui : non ; fin", "Quoi~? Oui~: non~; fin"},
    // words that an author joined, or parted by soft hyphens
    {"embedded-graphics/embedded-text#25", "en",
     "every\u00A0space\u00A0of\u00A0this\u00A0sentence\u00A0is\u00A0a\u00A0joint",
     "every space of this sentence is a~joint"},
    {"mgeisler/textwrap#39", "en", "a few\u00A0words may\u00A0be joined", "a~few~words may~be joined"},
    {"DistributedProofreaders/guiguts-py#1780", "ru", "в\u00A0г.\u00A0Москва,\u00A0ул.\u00A0Ленина,\u00A0д.\u00A05,\u00A0кв.\u00A07",
     "в~г.~Москва, ул.~Ленина, д.~5, кв.~7"},
    {"wkhtmltopdf/wkhtmltopdf#1722", "ru", "зем\u00ADля и воз\u00ADдух", "зем\u00ADля и~воз\u00ADдух"},
    {"foliojs/pdfkit#466", "ru", "ро\u00ADдина мо\u00ADя в\u00ADся тут", "ро\u00ADдина мо\u00ADя в\u00ADся тут"},
    {"jgm/pandoc#3691", "ru", "в Кон\u00ADфи\u00ADгу\u00ADра\u00ADции на", "в~Кон\u00ADфи\u00ADгу\u00ADра\u00ADции на"},
};
// clang-format on

std::string body_of(std::string_view markdown, std::string_view told) {
  Translation translation;
  translation.language = "en";
  translation.path = "en/01-x.md";
  translation.source = std::make_shared<Source>("en/01-x.md", std::string(markdown));
  translation.title = {{Text{"T"}, {}}};
  Document document = read_markdown(*translation.source);
  std::string codes;
  for (const Diagnostic& one : document.diagnostics) codes += one.code;
  BOOST_TEST(codes == told);
  translation.sections.push_back({.key = "answer",
                                  .title = {{Text{"A"}, {}}},
                                  .content = std::move(document.blocks),
                                  .heading = {0, 1}});
  const Emitted made =
      emit(Bank{}, Item{.id = "01-x", .number = 1, .translations = {}}, translation);
  for (const Diagnostic& one : made.diagnostics) BOOST_ERROR(format_diagnostic(one, false));
  BOOST_TEST(listok::tests::structure_fault(made.tex) == "");
  const auto begin = made.tex.find("{A}\n") + 4;
  return made.tex.substr(begin, made.tex.find("  \\end{sheetsection}") - begin);
}

struct Picture {
  std::string_view reported, name;
  std::string bytes;
  std::string_view expected;  // the ending of what is set where it is another, or a code
};

std::string set_of(const Picture& picture) {
  const std::string process = std::to_string(::getpid());
  const auto file = std::filesystem::temp_directory_path() / ("listok-" + process) / picture.name;
  std::filesystem::create_directory(file.parent_path());
  std::ofstream(file, std::ios::binary) << picture.bytes;
  const Source source("en/01-x.md", "");
  DiagnosticList findings(source);
  std::string found = ending_to_set(file, std::string(picture.name), {}, findings);
  for (const Diagnostic& one : findings.take()) found += one.code;
  std::filesystem::remove_all(file.parent_path());
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(borrowed_bugs)

BOOST_AUTO_TEST_CASE(pictures_are_what_they_hold) {
  using namespace std::string_literals;
  const Picture pictures[] = {
      {"jgm/pandoc#5267", "hatscarf.webp", webp(3, 2), "png"},
      {"ProjectMOSAIC/mosaic#339", "logo_r.gif", gif(3, 2), "png"},
      {"rstudio/bookdown#174", "forget_copy.gif", gif(3, 2), "png"},
      {"jgm/pandoc#7431", "Diagram1.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "pdf"},
      {"deeplook/svglib#253", "drawing.svgz", "\x1F\x8B packed", "pdf"},
      {"zephyrproject-rtos/zephyr#18789", "board.png", whole_jpeg(3, 2), "jpg"},
      {"zephyrproject-rtos/zephyr#18789", "board.jpg", webp(3, 2), "png"},
      {"hippoKnight/WebCrawler#28", "page.jpg", whole_png(3, 2), "png"},
      {"RedSquirrel87/jam#472", "page.jpg", whole_png(3, 2), "png"},
      {"jupyter/nbconvert#175", "output.jpe", whole_jpeg(3, 2), "jpg"},
      {"shiblon/latex-makefile#124", "P1030410-3x2.jpeg", whole_jpeg(3, 2), ""},
      {"jgm/pandoc#2387", "Image.foo.png", whole_png(3, 2), ""},
      {"typst/typst#5175", "fox.avif", "\0\0\0 ftypavif"s, "image-format"},
      {"typst/webapp-issues#853", "plot.png", "version https://git-lfs.github.com/spec/v1\n",
       "image-format"},
      {"jgm/pandoc#8827", "image2.emf", "\1\0\0\0"s + std::string(36, ' ') + " EMF",
       "image-format"},
      {"GiantMolecularCloud/my-resume#8", "picture.jpg", "\n\n", "image-kind"},
      {"speedata/publisher#675", "broken.jpg", "\xFF\xD8\xFF", "image-kind"},
  };
  for (const Picture& picture : pictures) {
    BOOST_TEST(set_of(picture) == picture.expected, picture.reported << ": " << set_of(picture));
  }
}

BOOST_AUTO_TEST_CASE(are_not_ours) {
  for (const Bug& bug : bugs) {
    BOOST_TEST_CONTEXT(bug.reported << "\n" << bug.markdown) {
      const std::string body = body_of(bug.markdown, bug.told);
      BOOST_TEST((body.find(bug.expected) != body.npos), body);
      if (!bug.wrong.empty()) BOOST_TEST((body.find(bug.wrong) == body.npos), body);
    }
  }
}

BOOST_AUTO_TEST_CASE(words_stay_together) {
  for (const Tie& tie : tied) {
    Inlines inlines{{Text{std::string(tie.text)}, {}}};
    bind_words(inlines, tie.language);
    std::string bound = std::get<Text>(inlines.front().value).text;
    for (auto at = bound.find("\u00A0"); at != bound.npos; at = bound.find("\u00A0")) {
      bound.replace(at, 2, "~");
    }
    BOOST_TEST(bound == tie.expected, tie.reported << ": " << bound);
  }
}

BOOST_AUTO_TEST_SUITE_END()
