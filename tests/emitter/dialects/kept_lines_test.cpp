// Lines that are meant as lines, and sentences that only look so.
#include "emitter/dialects/kept_lines.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/markdown_cases.hpp"

using namespace listok::emitter;
using namespace listok::tests;

BOOST_AUTO_TEST_SUITE(kept_lines)

BOOST_AUTO_TEST_CASE(lines_of_lists_talks_and_verse) {
  check({
      {"Вычислите:\nа) 12\nб) 24", "p(Вычислите:<br>а) 12<br>б) 24)", "kept-lines 2:1+2"},
      {"A) x\nB) y", "p(A) x<br>B) y)", "kept-lines 2:1+2"},
      {"1.1. a\n1.2. b\n\n1.1) a\n1.2) b", "p(1.1. a<br>1.2. b) p(1.1) a<br>1.2) b)",
       "kept-lines 2:1+4"},
      {"— Да.\n— Нет.", "p(— Да.<br>— Нет.)", "kept-lines 2:1+1"},
      {"Столица\n— Москва.", "p(Столица — Москва.)", ""},
      {"— Да, — сказал он\n— и ушёл.", "p(— Да, — сказал он — и ушёл.)", ""},
      {"Мой дядя самых честных правил,\nКогда не в шутку занемог,\nОн уважать себя заставил\nИ "
       "лучше выдумать не мог.",
       "p(Мой дядя самых честных правил,<br>Когда не в шутку занемог,<br>Он уважать себя "
       "заставил<br>И "
       "лучше выдумать не мог.)",
       "kept-lines 2:1+5"},
      {"One is this.\nTwo is that.\nThree.\nFour.", "p(One is this. Two is that. Three. Four.)",
       ""},
      {"1. a\n2. b", "ol1[p(a)][p(b)]", ""},
      {"- а) x\n  б) y\n- z", "ul[p(а) x<br>б) y)][p(z)]", "kept-lines 2:3+2"},
      {"> а) x\n> б) y", "quote(p(а) x<br>б) y))", "kept-lines 2:3+2"},
      {"а) x\\\nб) y  \nв) z", "p(а) x<br>б) y<br>в) z)", ""},
      {"см. п. а) и\nб) далее", "p(см. п. а) и б) далее)", ""},
      {"```\nа) x\nб) y\n```", "code(: а) x\nб) y\n)", ""},
      {"а) x\r\nб) y\r\n", "p(а) x<br>б) y)", "kept-lines 2:1+2"},
      {"1.1 Ввод\n1.2 Вывод\n2.1 Сеть", "p(1.1 Ввод<br>1.2 Вывод<br>2.1 Сеть)", "kept-lines 2:1+3"},
      {"з) x\nи) y\nк) z", "p(з) x<br>и) y<br>к) z)", "kept-lines 2:1+2"},
      {"a. one\nb. two\nc. three", "p(a. one<br>b. two<br>c. three)", "kept-lines 2:1+2"},
      {"Choose:\nA. $x$\nB. two", "p(Choose:<br>A. $x$<br>B. two)", "kept-lines 2:1+2"},
      {"What is it?\nА. Это\nБ. То", "p(What is it?<br>А. Это<br>Б. То)", "kept-lines 2:1+2"},
      {"**A.** one\n**B.** two\nmore", "p(strong(A.) one<br>strong(B.) two more)",
       "kept-lines 2:1+6"},
      {"1. Which one?\n   a. x\n   b. y", "ol1[p(Which one?<br>a. x<br>b. y)]", "kept-lines 2:4+2"},
      {"The p-value is\na. x\nb. y\nc. z", "p(The p-value is<br>a. x<br>b. y<br>c. z)",
       "kept-lines 2:1+2"},
      {"1) for means,\na) x\nb) y\nc) z", "ol1)[p(for means,<br>a) x<br>b) y<br>c) z)]",
       "kept-lines 2:1+2"},
      // letters right below words that nothing ends; brackets on both sides
      {"Что больше\nа) 12\nб) 24", "p(Что больше<br>а) 12<br>б) 24)", "kept-lines 2:1+2"},
      {"What is more\na) 12\nb) 24", "p(What is more<br>a) 12<br>b) 24)", "kept-lines 2:1+2"},
      {"Задания\n(а) первое\n(б) второе", "p(Задания<br>(а) первое<br>(б) второе)",
       "kept-lines 2:1+3"},
      {"- пункт\n  а) раз\n  б) два", "ul[p(пункт<br>а) раз<br>б) два)]", "kept-lines 2:3+2"},
      {"- w\n  - e\n    а) раз\n    б) два", "ul[p(w) ul[p(e<br>а) раз<br>б) два)]]",
       "kept-lines 3:5+2"},
      {"а) (0; 1]\nб) [0; 1)", "p(а) (0; 1]<br>б) [0; 1))", "kept-lines 2:1+2"},
      {"as shown in\n(a) the left and\n(b) the right",
       "p(as shown in (a) the left and (b) the right)", ""},
      {"    а) раз\n    б) два", "code(: а) раз\nб) два\n)", ""},
      {"Части\nI. a\nII. b\nIII. c\nIV. d", "p(Части<br>I. a<br>II. b<br>III. c<br>IV. d)",
       "kept-lines 2:1+2"},
      {"(i) one\n**(ii)** two", "p((i) one<br>strong((ii)) two)", "kept-lines 2:1+8"},
      {"Пётр\nI. правил\nV. нет", "p(Пётр I. правил V. нет)", ""},
      {"see cases in\ni) one and\nii) two", "p(see cases in i) one and ii) two)", ""},
      // lists and talks with dashes
      {"Купить:\n– хлеб;\n– молоко;\n– сыр.", "p(Купить:<br>– хлеб;<br>– молоко;<br>– сыр.)",
       "kept-lines 2:1+1"},
      {"Купить\n– хлеб,\n– молоко,\n– сыр", "p(Купить<br>– хлеб,<br>– молоко,<br>– сыр)",
       "kept-lines 2:1+1"},
      {"– хлеб\n– молоко", "p(– хлеб<br>– молоко)", "kept-lines 2:1+1"},
      {"Столицы:\n— Рим — Италии\n— Осло — Норвегии",
       "p(Столицы:<br>— Рим — Италии<br>— Осло — Норвегии)", "kept-lines 2:1+1"},
      {"-- Да.\n-- Нет.", "p(-- Да.<br>-- Нет.)", "kept-lines 2:1+2"},
      {"--- Да.\n--- Нет.", "p(--- Да.<br>--- Нет.)", "kept-lines 2:1+3"},
      {"- пункт\n  — Да.\n  — Нет.", "ul[p(пункт<br>— Да.<br>— Нет.)]", "kept-lines 2:3+1"},
      {"Купить:\n– хлеб, который\nсвеж;\n– сыр.", "p(Купить:<br>– хлеб, который свеж;<br>– сыр.)",
       "kept-lines 2:1+1"},
      {"Столица Италии\n— Рим, а Норвегии\n— Осло.", "p(Столица Италии — Рим, а Норвегии — Осло.)",
       ""},
      {"Вот:\n— одно, когда\n— другое.", "p(Вот: — одно, когда — другое.)", ""},
      {"Он сказал:\n— Да.", "p(Он сказал: — Да.)", ""},
      {"a\n--\nb", "h2(a) p(b)", ""},
      // dates and numbers before a dash
      {"01.02.2024 — начало\n03.02.2024 — конец", "p(01.02.2024 — начало<br>03.02.2024 — конец)",
       "kept-lines 2:1+10"},
      {"План:\n10:00–11:00 – сбор\n**11:00** – обед",
       "p(План:<br>10:00–11:00 – сбор<br>strong(11:00) – обед)", "kept-lines 2:1+11"},
      {"1941 г. — начало\n1945 г. — конец", "p(1941 г. — начало<br>1945 г. — конец)",
       "kept-lines 2:1+4"},
      {"Оценки\n5 - отлично\n4 - хорошо", "p(Оценки<br>5 - отлично<br>4 - хорошо)",
       "kept-lines 2:1+1"},
      {"война в\n1941 — беда, а\n1945 — победа", "p(война в 1941 — беда, а 1945 — победа)", ""},
      {"x is\n1 - p or else x is\n7 - p", "p(x is 1 - p or else x is 7 - p)", ""},
      {"p =\n1 - x, so\n2 - x", "p(p = 1 - x, so 2 - x)", ""},
      // signs
      {"✅ да\n❌ нет", "p(✅ да<br>❌ нет)", "kept-lines 2:1+1"},
      {"● — город\n○ — село", "p(● — город<br>○ — село)", "kept-lines 2:1+1"},
      {"□ да\n□ нет", "p(□ да<br>□ нет)", "kept-lines 2:1+1"},
      {"a\n→ b\n→ c", "p(a → b → c)", ""},
      // initials, and letters of sentences
      {"A. Scott wrote it, and\nB. Jones read it.", "p(A. Scott wrote it, and B. Jones read it.)",
       ""},
      {"А. С. Пушкин.\nБ. Л. Пастернак.", "p(А. С. Пушкин. Б. Л. Пастернак.)", ""},
      {"E. White\nF. Scott", "p(E. White F. Scott)", ""},
      {"vitamin\na. is\nb. was", "p(vitamin a. is b. was)", ""},
      {"a. one\nc. two", "p(a. one c. two)", ""},
      {"a.one\nb.two\n\na. one", "p(a.one b.two) p(a. one)", ""},
      // numbers and letters inside of sentences
      {"Версии\n1.2 и\n1.3 вышли", "p(Версии 1.2 и 1.3 вышли)", ""},
      {"Значения\n0.5 и выше,\n0.9 и ниже.", "p(Значения 0.5 и выше, 0.9 и ниже.)", ""},
      {"Длина\n3.5 м и ширина\n2.5 м.", "p(Длина 3.5 м и ширина 2.5 м.)", ""},
      {"В разделе\n1.1. сказано, а в\n1.2. нет", "p(В разделе 1.1. сказано, а в 1.2. нет)", ""},
      {"1.1. сказано, а в\n1.2. нет", "p(1.1. сказано, а в 1.2. нет)", ""},
      {"10.0.1 и версия\n10.0.2", "p(10.0.1 и версия 10.0.2)", ""},
      {"10.0.1 и версия\n10.0.2 тоже", "p(10.0.1 и версия 10.0.2 тоже)", ""},
      {"The set (see\na) and (see\nb) too", "p(The set (see a) and (see b) too)", ""},
      {"а) x\nг) y", "p(а) x г) y)", ""},
      // sentences that are no verse
      {"Berlin ist die\nHauptstadt von\nDeutschland und liegt an der\nSpree.",
       "p(Berlin ist die Hauptstadt von Deutschland und liegt an der Spree.)", ""},
      {"Мы говорили о том, что\nPostgreSQL быстрее, чем\nMySQL, а также\nRedis.",
       "p(Мы говорили о том, что PostgreSQL быстрее, чем MySQL, а также Redis.)", ""},
  });
  check({{"a\nb\n\nc", "p(a<br>b) p(c)", ""}, {"- a\n  b\n- c", "ul[p(a<br>b)][p(c)]", ""}},
        LineBreaks::keep);
  check({{"а) 12\nб) 24", "p(а) 12 б) 24)", ""}}, LineBreaks::join);
  const Source nouns("a.md", "Heute geht\nHerr Müller\nFrau Meier\nKinder mit.");
  const auto breaks = [&](const char* language) {
    return sketch(read_markdown(nouns, 0, LineBreaks::likely, language).diagnostics);
  };
  BOOST_TEST(breaks("de") == "");
  BOOST_TEST(breaks("en") == "kept-lines 2:1+4");
}

BOOST_AUTO_TEST_CASE(bullets_of_word_processors) {
  check({
      {"· раз\n· два", "ul[p(раз)][p(два)]", ""},
      {"Вот\n▪ раз\n▪\tдва\n▪\u00A0три", "p(Вот) ul[p(раз)][p(два)][p(три)]", ""},
      {"● раз\n  ○ один\n● два", "ul[p(раз) ul[p(один)]][p(два)]", ""},
      {"• раз\n\n• два", "ul loose[p(раз)][p(два)]", ""},
      {"- a\n  ➢ b\n  ➢ c", "ul[p(a) ul[p(b)][p(c)]]", ""},
      {"2\n· 3\n\n· 4", "p(2 · 3) p(· 4)", ""},
      {"·раз\n·два\n▪\n▪", "p(·раз ·два ▪ ▪)", ""},
      {"```\n· a\n· b\n```", "code(: · a\n· b\n)", ""},
  });
}

BOOST_AUTO_TEST_SUITE_END()
