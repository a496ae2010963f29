// What people write that CommonMark reads otherwise: what becomes of it, and what is said of it.
#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/markdown_cases.hpp"

using namespace listok::emitter;
using namespace listok::tests;

BOOST_AUTO_TEST_SUITE(dialects)

BOOST_AUTO_TEST_CASE(formulas) {
  check({
      {"a \\(x_1\\) b", "p(a $x_1$ b)", ""},
      {"\\[\n- a\n\\frac{b}{c}\n\\]", "p($$\n- a\n\\frac{b}{c}\n$$)", ""},
      {"- a\n\n  \\begin{align}\n  x &= 1\n  \\end{align}",
       "ul loose[p(a) p($$\\begin{align}\n  x &= 1\n  \\end{align}$$)]", ""},
      {"*\\(a_b\\)* и \\(c_d\\)", "p(em($a_b$) и $c_d$)", ""},
      {"\\[1\\] \\(см.\\)", "p([1] (см.))", ""},
      {"стоит $15 и 20$, а $x$ нет", "p(стоит $15 и 20$, а $x$ нет)", "dollar-words 1:7+9"},
      {"$15 и 20$\n\n$5, а не 7$", "p($15 и 20$) p($5, а не 7$)", "dollar-words 1:1+9"},
      {"$ x^2 $, $\\mu $", "p($ x^2 $, $\\mu $)", ""},
      {"a\n- $a$ 2^2=4$.", "p(a) ul[p($a$ 2^2=4$.)]", "stray-dollar 2:12+1"},
  });
}

BOOST_AUTO_TEST_CASE(lone_stars) {
  check({
      {"**(*)** и **f(*)** да", "p(strong((*)) и strong(f(*)) да)", ""},
      {"count(*), sum(*), **\"*\" и '*'** «*» “**” \"**\"",
       "p(count(*), sum(*), strong(\"*\" и '*') «*» “**” \"**\")", ""},
      {"`(*)` $(*)$ \\(*) [a](b.c/(*)) **(**) и**",
       "p(`(*)` $(*)$ (*) link(a -> b.c/(*)) strong((**) и))", ""},
      {"*(а)* \"*а*\" *\"*\"*", "p(em((а)) \"em(а)\" em(\"*\"))", ""},
      {"```\n(*)\n```\n- [*] a", "code(: (*)\n) ul[p([*] a)]", ""},
  });
}

BOOST_AUTO_TEST_CASE(pictures) {
  check({
      {"![a](b.png){width=60%}", "p(image(b.png, a, , w=60%))", ""},
      {"![a](b.png \"c\"){ height=5cm } d", "p(image(b.png, a, c, h=5cm) d)", ""},
      {"![a](b.png){: width=\"300\" height='20mm'}", "p(image(b.png, a, , w=300px, h=20mm))", ""},
      {"![a](b.png) {width=2.5in}", "p(image(b.png, a, , w=2.5in))", ""},
      {"![a](b.png){#fig .wide width=30pt}", "p(image(b.png, a, , w=30pt))",
       "picture-attributes 1:12+23"},
      {"![a](b.png){width=wide height=50% scale=2}", "p(image(b.png, a, ))",
       "picture-attributes 1:12+31"},
      {"![a](b.png){width=0} ![a](b.png){width=-5}", "p(image(b.png, a, ) image(b.png, a, ))",
       "picture-attributes 1:12+9, picture-attributes 1:33+10"},
      {"![a](b.png){see below} ![a](b.png){}",
       "p(image(b.png, a, ){see below} image(b.png, a, ){})", ""},
      {"![a](b.png){width=60 %} c", "p(image(b.png, a, ){width=60 %} c)",
       "picture-attributes 1:12+12"},
      {"![a](b.png)\n{width=60%}", "p(image(b.png, a, ) {width=60%})", ""},
      {"![a](b.png)\n{: .wide width=60%}", "p(image(b.png, a, , w=60%))",
       "picture-attributes 2:1+19"},
      {"[a](https://x.y){target=_blank} {b}", "p(link(a -> https://x.y) {b})", ""},
      {"a {width=60%}", "p(a {width=60%})", ""},
      {"![a](b.png =300x200)", "p(image(b.png, a, , w=300px, h=200px))", ""},
      {"![](b.png =300x) ![](b.png =x20) ![](<b.png> =50%x)",
       "p(image(b.png, , , w=300px) image(b.png, , , h=20px) image(b.png, , , w=50%))", ""},
      {"![](b.png =9x \"c\") ![](b.png \"c\" =9x)",
       "p(image(b.png, , c, w=9px) image(b.png, , c, w=9px))", ""},
      {"![](b.png =wide)", "p(![](b.png =wide))", ""},
      {"[![a](b.png =9x)](https://x.y)", "p(link(image(b.png, a, , w=9px) -> https://x.y))", ""},
      {"![a](мой рисунок (1).png 'b') c", "p(image(мой рисунок (1).png, a, b) c)", ""},
      {"![a](my picture.png =9x){width=5cm}", "p(image(my picture.png, a, , w=5cm))", ""},
      {"![a](see below) ![a](not a picture.doc)", "p(![a](see below) ![a](not a picture.doc))", ""},
      {"![[b.png]] ![[c d.jpg|300]] ![[e.png|30x40]] ![[f.png|Words]]",
       "p(image(b.png, , ) image(c d.jpg, , , w=300px) image(e.png, , , w=30px, h=40px) "
       "image(f.png, , ))",
       ""},
      {"|![[b.png\\|9]]|![[c.png|9]]|\n|-|-|\n|![](a b.png =9x)|c|",
       "table --(image(b.png, , , w=9px) & image(c.png, , , w=9px); image(a b.png, , , w=9px) & c)",
       ""},
      {"![[Заметка]] \\![[b.png]]", "p(![[Заметка]] ![[b.png]])", ""},
      {"![a|300](b.png) ![a \\| 30x40](<c d.png> \"t\") ![a|b](c.png)",
       "p(image(b.png, a, , w=300px) image(c d.png, a, t, w=30px, h=40px) image(c.png, a|b, ))",
       ""},
      {"`![[b.png|9]]` `![a](b c.png =9x)`\n\n    ![[b.png|9]]\n",
       "p(`![[b.png|9]]` `![a](b c.png =9x)`) code(: ![[b.png|9]]\n)", ""},
      {"![[b.png|9\n\n![a](b c.png\n\n![", "p(![[b.png|9) p(![a](b c.png) p(![)", ""},
  });
}

BOOST_AUTO_TEST_CASE(glued_marks) {
  check({
      {"#\u00A0A\n\n##\u00A0B", "h1(A) h2(B)", ""},
      {"-\u00A0пункт\n-\u00A0ещё", "ul[p(пункт)][p(ещё)]", ""},
      {"•\u00A0a\n•\u00A0b\n\n1.\u00A0c", "ul[p(a)][p(b)] ol1[p(c)]", ""},
      {"##Вопрос\n\nа", "h2(Вопрос) p(а)", "glued-mark 1:1+8"},
      {"#Название\n\n#тег", "h1(Название) p(#тег)", "glued-mark 1:1+9"},
      {"a ##b\n\n##1 #2", "p(a ##b) p(##1 #2)", ""},
      {"Вот:\n-один\n-два\n-три", "p(Вот:) ul[p(один)][p(два)][p(три)]", "glued-mark 2:1+5"},
      {"-один\n\n-verbose\n-quiet\n\n-5\n-6", "p(-один) p(-verbose -quiet) p(-5 -6)", ""},
      {"•a\n•b\n\n1.в\n2.г\n\n*д\n*е", "ul[p(a)][p(b)] ol1[p(в)][p(г)] ul[p(д)][p(е)]",
       "glued-mark 1:1+2, glued-mark 4:1+3, glued-mark 7:1+2"},
      {"*д*\n*е*\n\n1.5\n1.6\n\n**Ж**\n**З**", "p(em(д) em(е)) p(1.5 1.6) p(strong(Ж) strong(З))",
       ""},
      {"```\n##Вопрос\n-один\n-два\n```", "code(: ##Вопрос\n-один\n-два\n)", ""},
      {"    ##Вопрос\n    -\u00A0один", "code(: ##Вопрос\n-\u00A0один\n)", ""},
      {"> ##Вопрос", "quote(h2(Вопрос))", "glued-mark 1:3+8"},
      // options of programs, names of files, versions, dates
      {"-Xmx512m\n-Xms256m", "p(-Xmx512m -Xms256m)", ""},
      {"-Dfoo=bar\n-Dbaz=qux", "p(-Dfoo=bar -Dbaz=qux)", ""},
      {"gcc -Wall\n-Wextra\n-Werror", "p(gcc -Wall -Wextra -Werror)", ""},
      {"-Wall -Wextra\n-Werror -O2", "p(-Wall -Wextra -Werror -O2)", ""},
      {"1.txt\n2.txt", "p(1.txt 2.txt)", ""},
      {"1.jpg\n2.jpg\n3.jpg", "p(1.jpg 2.jpg 3.jpg)", ""},
      {"01.Введение.md\n02.Основы.md", "p(01.Введение.md 02.Основы.md)", ""},
      {"1.Введение.md\n2.Основы.md", "p(1.Введение.md 2.Основы.md)", ""},
      {"3.x и\n4.x — версии", "p(3.x и 4.x — версии)", ""},
      {"12.Mai\n13.Juni", "p(12.Mai 13.Juni)", ""},
      {"1.Да\n3.Нет", "p(1.Да 3.Нет)", ""},
      {"1.Да.\n2.Нет.", "ol1[p(Да.)][p(Нет.)]", "glued-mark 1:1+5"},
      {"Дни:\n\n3.Среда\n4.Четверг", "p(Дни:) ol3[p(Среда)][p(Четверг)]", "glued-mark 3:1+7"},
      {"Дни:\n3.Среда\n4.Четверг", "p(Дни: 3.Среда 4.Четверг)", ""},
      {"-First of all\n-Second thing", "ul[p(First of all)][p(Second thing)]", "glued-mark 1:1+6"},
      {"$$\n-Да\n-Нет\n$$", "p($$\n-Да\n-Нет\n$$)", ""},
  });
}

// A single dash below words: to Markdown a heading, to its author an item that is empty yet.
BOOST_AUTO_TEST_CASE(empty_items_below_text) {
  check({
      {"Список:\n-\n- б", "p(Список:) ul[][p(б)]", "empty-item 2:1+1"},
      {"Список:\r\n- \r\n- б", "p(Список:) ul[][p(б)]", "empty-item 2:1+1"},
      {"> a\n> -\n> - b", "quote(p(a) ul[][p(b)])", "empty-item 2:3+1"},
      {"- a\n  -", "ul[p(a) ul[]]", "empty-item 2:3+1"},
      {"- a\n  b\n  -\n  - c", "ul[p(a b) ul[][p(c)]]", "empty-item 3:3+1"},
      {"a\n-", "p(a) ul[]", "empty-item 2:1+1"},
      {"a\n--\n\nb\n---", "h2(a) h2(b)", ""},
      {"- a\n-\n- b", "ul[p(a)][][p(b)]", ""},
      {"a\n\n-\n- b", "p(a) ul[][p(b)]", ""},
      {"$$\na\n-\nb\n$$", "p($$\na\n-\nb\n$$)", ""},
      {"# a\n-\n- b", "h1(a) ul[][p(b)]", ""},
      {"```\na\n-\n```", "code(: a\n-\n)", ""},
      {"    a\n    -", "code(: a\n-\n)", ""},
  });
}

// The last of a text has nothing to break.
BOOST_AUTO_TEST_CASE(a_backslash_at_the_end) {
  check({
      {"a\\\nb\\", "p(a<br>b)", "last-break 2:2+1"},
      {"a \\\n\nb", "p(a) p(b)", "last-break 1:3+1"},
      {"- a\\\n- b", "ul[p(a)][p(b)]", "last-break 1:4+1"},
      {"Метрики:\\\n- b", "p(Метрики:) ul[p(b)]", "last-break 1:9+1"},
      {"в C:\\\n- b", "p(в C:\\) ul[p(b)]", ""},
      {"a\\\\", "p(a\\)", ""},
      {"в C:\\", "p(в C:\\)", ""},
      {"в dir\\sub\\", "p(в dir\\sub\\)", ""},
      {"`a\\` и $x$\\", "p(`a\\` и $x$)", "last-break 1:11+1"},
      {"a&bsol;", "p(a\\)", ""},
  });
}

BOOST_AUTO_TEST_CASE(fences) {
  check({
      {"````md\n```js\nx\n```\n````\n\n```md\n```py\ny\n```\n```\na",
       "code(md: ```js\nx\n```\n) code(md: ```py\ny\n```\n) p(a)", "nested-fence 7:1+3"},
      {"```md\n```py\nx\n```\n```\na", "code(md: ```py\nx\n```\n) p(a)", "nested-fence 1:1+3"},
      {"```\na", "code(: a\n)", "fence-open 1:1+3"},
      {"```\na\n\n## b", "code(: a\n\n## b\n)", "fence-open 1:1+3"},
      {"```\na\n```\n```\nb\n```", "code(: a\n) code(: b\n)", ""},
      {"````\n```\na\n```\n````", "code(: ```\na\n```\n)", ""},
      {"- ```\n  a\n  ```\n- b", "ul[code(: a\n)][p(b)]", ""},
      {"```a``` b", "p(`a` b)", ""},
      // code ends with the quotation or the item around it
      {"> ```\n> code\n\ntext\n\n## b\n\n-а\n-б",
       "quote(code(: code\n)) p(text) h2(b) ul[p(а)][p(б)]", "glued-mark 8:1+2"},
      {"> ```\n> code\n\n```\n-а\n-б\n```\n-а\n-б",
       "quote(code(: code\n)) code(: -а\n-б\n) ul[p(а)][p(б)]", "glued-mark 8:1+2"},
      {"- ```\n  a\n\ntext\n\n```\nb\n```\n-а\n-б",
       "ul[code(: a\n\n)] p(text) code(: b\n) ul[p(а)][p(б)]", "glued-mark 9:1+2"},
      {"```yaml\n- ```\n  x\n```\n-а\n-б", "code(yaml: - ```\n  x\n) ul[p(а)][p(б)]",
       "glued-mark 5:1+2"},
      {"```\n1. ```\n```\n-а\n-б", "code(: 1. ```\n) ul[p(а)][p(б)]", "glued-mark 4:1+2"},
      {"```\n    ```\nx\n```\n-а\n-б", "code(:     ```\nx\n) ul[p(а)][p(б)]", "glued-mark 5:1+2"},
      {"Text\n    ```\nmore\n\n-а\n-б", "p(Text ``` more) ul[p(а)][p(б)]", "glued-mark 5:1+2"},
      {"> Text\n>     ```\n> more", "quote(p(Text ``` more))", ""},
      {"1.\t```\n\t-а\n\t-б\n\t```\n\n-а\n-б", "ol1[code(: -а\n-б\n)] ul[p(а)][p(б)]",
       "glued-mark 6:1+2"},
      {"> - ```md\n>   ```py\n>   x\n>   ```\n>   ```", "quote(ul[code(md: ```py\nx\n```\n)])",
       "nested-fence 1:5+3"},
  });
  const auto severity = [](const char* markdown) {
    return read_markdown(Source("a.md", markdown)).diagnostics.at(0).severity;
  };
  BOOST_TEST((severity("```\na") == Severity::warning));
  BOOST_TEST((severity("```\na\n\n## b") == Severity::error));
  const std::string commented = "<!--\n```\n-->\n\n```\na\n```\n\n## b";
  BOOST_TEST(sketch(read_markdown(Source("a.md", commented)).diagnostics).find("fence") ==
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(gaps) {
  check({
      {"Capital: ____, then 5–____.", "p(Capital: gap(4), then 5–gap(4).)", ""},
      {"__/__/____", "p(gap(2)/gap(2)/gap(4))", ""},
      {"«__» ______ 20__ г.", "p(«gap(2)» gap(6) 20gap(2) г.)", ""},
      {"(____) \"___\" ___!", "p((gap(4)) \"gap(3)\" gap(3)!)", ""},
      {"пере___л ___бежал\n\nбег___", "p(переgap(3)л gap(3)бежал) p(бегgap(3))", ""},
      {"__init__ ___x___ __«y»__ snake__case",
       "p(strong(init) em(strong(x)) strong(«y») snake__case)", ""},
      {"**____** *___*", "p(strong(gap(4)) em(gap(3)))", ""},
      {"Имя\n______\n______\nда", "p(Имя<br>line(6)<br>line(6)<br>да)", ""},
      {"______\n\n- _____", "p(line(6)) ul[p(gap(5))]", ""},
      {"`____` $____$ \\_\\_\\_ [a](b____c)", "p(`____` $____$ ___ link(a -> b____c))", ""},
      {"| a____ | ____ |\n|---|---|", "table --(agap(4) & gap(4))", ""},
      {"__Why?__ Because", "p(strong(Why?) Because)", ""},
      {"x (__bold!__) __Важно.__", "p(x (strong(bold!)) strong(Важно.))", ""},
      {"__*xml* - (DTD)).__", "p(strong(em(xml) - (DTD)).))", ""},
      {"__a _HTTPS___: c", "p(strong(a em(HTTPS)): c)", ""},
      {"___a_ b__ ____", "p(strong(em(a) b) gap(4))", ""},
      {"__.NET__ и __@Test__", "p(strong(.NET) и strong(@Test))", ""},
      {"__/__/20__ и __, __.", "p(gap(2)/gap(2)/20gap(2) и gap(2), gap(2).)", ""},
      {"в __.а: 5–__.", "p(в gap(2).а: 5–gap(2).)", ""},
      {"<http://a/__b__/____>", "p(link(http://a/__b__/____ -> http://a/__b__/____))", ""},
      {"```\n____\n```", "code(: ____\n)", ""},
  });
  check({{"a\n\n___\n\nb", "p(a) p(b)", "rule 3:1+3"}});
}

BOOST_AUTO_TEST_SUITE_END()
