#include "emitter/bank/item.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

struct Read {
  std::string sections, diagnostics, hint, message;
  Translation translation;
};

Bank interview() {
  Bank bank;
  bank.languages = {"ru", "en"};
  bank.sections = {{"question", {{"ru", "Вопрос"}, {"en", "Question"}}},
                   {"key-points", {{"ru", "Что затронуть"}, {"en", "Key points"}}},
                   {"answer", {{"ru", "Ответ"}, {"en", "Answer"}}}};
  return bank;
}

// "key|title|content", the sections divided by " / "
Read read(const Bank& bank, std::string markdown, const std::string& language = "ru") {
  Read made;
  Translation& into = made.translation;
  into.language = language;
  into.source = std::make_shared<const Source>("ru/a.md", std::move(markdown));
  DiagnosticList findings(*into.source);
  read_item(bank, read_markdown(*into.source).blocks, into, findings);
  for (const Section& section : into.sections) {
    if (!made.sections.empty()) made.sections += " / ";
    made.sections += section.key + "|" + sketch(section.title, *into.source) + "|" +
                     sketch(section.content, *into.source);
  }
  made.diagnostics = sketch(findings.take());
  if (!findings.take().empty()) made.hint = findings.take().front().hint;
  if (!findings.take().empty()) made.message = findings.take().front().message;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(item)

BOOST_AUTO_TEST_CASE(title_and_sections) {
  const Read made =
      read(interview(), "# Кэш *K/V*\n\n## Вопрос\n\na\n\n### б\n\n- c\n\n## Ответ\nd");
  BOOST_TEST(made.diagnostics == "");
  BOOST_TEST(sketch(made.translation.title, *made.translation.source) == "Кэш em(K/V)");
  BOOST_TEST(made.sections == "question|Вопрос|p(a) h3(б) ul[p(c)] / answer|Ответ|p(d)");
  const Span heading = made.translation.sections.at(1).heading;
  BOOST_TEST(made.translation.source->text().substr(heading.begin, heading.end - heading.begin) ==
             "Ответ");
}

BOOST_AUTO_TEST_CASE(headings_are_matched_by_key_and_title_of_any_language) {
  for (const char* heading :
       {"answer", "Answer", "ОТВЕТ", "ответ:", "Ответ ::", "**Ответ**", "ANSWER :", "Ответ.",
        "Ответ…", "3. Ответ", "2) Ответ", "1.2. Ответ", "Ответ 1", "Ответ № 12", "Answer #2:"}) {
    BOOST_TEST_CONTEXT(heading) {
      BOOST_TEST(read(interview(), std::string("# A\n## ") + heading + "\nb").sections ==
                 "answer|Ответ|p(b)");
    }
  }
  BOOST_TEST(read(interview(), "A\n=\n\nkey-points\n---\nb").sections ==
             "key-points|Что затронуть|p(b)");
}

BOOST_AUTO_TEST_CASE(sections_are_printed_in_the_order_of_the_bank) {
  BOOST_TEST(read(interview(), "# A\n## Ответ\nb\n## Вопрос\nc").sections ==
             "question|Вопрос|p(c) / answer|Ответ|p(b)");
}

BOOST_AUTO_TEST_CASE(a_bank_without_sections_takes_any) {
  const Read made = read(Bank{}, "# A\n## Что, если $n$?\nb\n## 2. Red *Flags*\nc\n## …\nd");
  BOOST_TEST(made.diagnostics == "");
  BOOST_TEST(made.sections ==
             "что-если-n|Что, если $n$?|p(b) / red-flags|2. Red em(Flags)|p(c) / section|…|p(d)");
}

// The keys of a bank that declares no sections.
BOOST_AUTO_TEST_CASE(usual_headings_mean_the_same_in_every_language) {
  struct Case {
    std::string headings, keys;
  };
  const Case cases[] = {
      {"Вопрос/Ответ", "question answer"},
      {"ВОПРОС:/Развёрнутый ответ", "question answer"},
      {"Question/Answers/Hint/Hints/Red flags/Solution",
       "question answers hint hints red-flags solution"},
      {"Frage/Kernpunkte/Lösung/Hinweis", "question key-points solution hint"},
      {"Énoncé/Réponse/Indices", "question answer hints"},
      {"Pregunta/Respuesta/Señales de alerta", "question answer red-flags"},
      {"Quesito/Risposta", "question answer"},
      {"Pytanie/Odpowiedzi/Wskazówka", "question answers hint"},
      {"Запитання/Відповідь/Розв’язання", "question answer solution"},
      {"Пытанне/Адказ/Тлумачэнне", "question answer explanation"},
      {"Сұрақ/Жауап", "question answer"},
      {"SORU/Yanıt/Uyarı işaretleri", "question answer red-flags"},
      {"Ερώτηση/Απάντηση", "question answer"},
      {"Что дальше/Литература", "что-дальше литература"},
      {"Task/Exercise", "question exercise"},
      {"Задача/Вопрос", "задача question"},  // the section that has the very word is the one
      {"Problem/Question/Answer", "problem question answer"},
      {"1. Вопрос/2. Ответ", "question answer"},
      {"Вопрос 1/Ответ 1/Вопрос 2/Ответ 2", "question answer вопрос-2 ответ-2"},
      {"Вопрос./Ответ…", "question answer"},
      {"❓ Вопрос!/✅ Ответ 1", "question answer"},
      {"Вопрос {#q .unnumbered}/Ответ {.answer}/Решение {a}", "question answer решение-a"},
      {"I. Вопрос/IV) Ответ/i. e. x", "question answer i-e-x"},
      {"Ответ — 1", "answer"},
      {"Вопрос 2024/12345. Ответ/3 ответа", "вопрос-2024 12345-ответ 3-ответа"},
      {"İPUCU/ÇÖZÜM/AÇIKLAMA/YANIT", "hint solution explanation answer"},
      {"ipucu/açiklama", "hint explanation"},
  };
  for (const auto& [headings, keys] : cases) {
    std::string markdown = "# A\n\n## ";
    for (const char c : headings)
      markdown += c == '/' ? std::string("\nb\n\n## ") : std::string(1, c);
    std::string found;
    for (const Section& section : read(Bank{}, markdown + "\nb").translation.sections) {
      found += (found.empty() ? "" : " ") + section.key;
    }
    BOOST_TEST(found == keys, headings << ": " << found);
  }
}

// What stands around the words of a heading, and the same word in two languages.
BOOST_AUTO_TEST_CASE(headings_in_two_languages) {
  const auto key = [](const std::string& heading) {
    return read(Bank{}, "# A\n\n## " + heading + "\n\nb").translation.sections[0].key;
  };
  BOOST_TEST(key("Вопрос / Question") == "question");
  BOOST_TEST(key("Вопрос / Ответ") == "вопрос-ответ");
}

// A word of the item's own language means what it means there.
BOOST_AUTO_TEST_CASE(words_of_other_languages_capture_none_of_the_own) {
  struct Case {
    std::string language, heading, key;
  };
  const Case cases[] = {
      {"en", "Indices", "indices"},       {"en", "Correction", "correction"},
      {"fr", "Indices", "hints"},         {"fr", "Correction", "solution"},
      {"it", "Indice", "indice"},         {"fr", "Indice", "hint"},
      {"ru", "Indices", "hints"},         {"en", "Frage", "question"},
      {"de", "Problem", "question"},      {"kk", "Кеңес", "hint"},
      {"uk", "Пояснення", "explanation"}, {"en", "Вопрос", "question"},
  };
  for (const auto& [language, heading, key] : cases) {
    const Read made = read(Bank{}, "# A\n## " + heading + "\nb", language);
    BOOST_TEST(made.translation.sections.at(0).key == key, language << ", " << heading);
  }
}

// Long answers have headings of their own, of any level.
BOOST_AUTO_TEST_CASE(headings_inside_of_an_answer) {
  struct Case {
    std::string below, sections, diagnostics;
  };
  const Case cases[] = {
      {"## Ответ\na\n## Сложность по времени\nb", "answer|Ответ|p(a) h3(Сложность по времени) p(b)",
       "inner-heading 4:4+20"},
      {"## Ответ\n# Итоги и выводы\nb", "answer|Ответ|h3(Итоги и выводы) p(b)",
       "inner-heading 3:3+14"},
      {"## Ответ\n## Zzz\n## Вопрос\nc", "question|Вопрос|p(c) / answer|Ответ|h3(Zzz)",
       "inner-heading 3:4+3"},
      // What could be a section is none of these.
      {"## Ответ\na\n## Вапрос\nb", "answer|Ответ|p(a)", "unknown-section 4:4+6"},
      {"## Ответ\na\n## Подсказка\nb", "answer|Ответ|p(a)", "unknown-section 4:4+9"},
      {"## Вопрос\na\n## Zzz\nb", "question|Вопрос|p(a)", "unknown-section 4:4+3"},
      {"## Zzz\nb", "", "unknown-section 2:4+3"},
      {"## Zzz\nb\n## Yyy\nb", "", "unknown-section 2:4+3, unknown-section 4:4+3"},
      {"## Ответ\na\n# B\n## Вопрос\nc", "question|Вопрос|p(c) / answer|Ответ|p(a)",
       "second-title 4:3+1"},
      {"## Ответ\na\n# Ответ\nc", "answer|Ответ|p(a) p(c)", "second-title 4:3+5"},
  };
  for (const auto& [below, sections, diagnostics] : cases) {
    const Read made = read(interview(), "# A\n" + below);
    BOOST_TEST(made.sections == sections, below << ": " << made.sections);
    BOOST_TEST(made.diagnostics == diagnostics, below << ": " << made.diagnostics);
  }
  const Read made = read(interview(), "# A\n## Ответ\n## Zzz\nb");
  BOOST_TEST(made.message == "`Zzz` is set as a heading inside of `Ответ`");
  BOOST_TEST(made.hint == "write it with `### `");
  BOOST_TEST(read(Bank{}, "# A\n## Ответ\na\n# Итоги\nb").sections ==
             "answer|Ответ|p(a) h3(Итоги) p(b)");
  BOOST_TEST(read(Bank{}, "# A\n## Вопрос\na\n# Итоги\nb").diagnostics == "second-title 4:3+5");
}

BOOST_AUTO_TEST_CASE(a_declared_section_is_known_by_its_meaning) {
  BOOST_TEST(read(interview(), "# A\n## Frage\nb\n## Развёрнутый ответ\nc").sections ==
             "question|Вопрос|p(b) / answer|Ответ|p(c)");
  BOOST_TEST(read(interview(), "# A\n## Подсказка\nb").diagnostics == "unknown-section 2:4+9");
}

BOOST_AUTO_TEST_CASE(an_edition_that_names_a_section_by_its_words_goes_on_to_find_it) {
  Bank bank;
  bank.editions = {{"candidate", {"вопрос"}, Space::blank}};
  BOOST_TEST(read(bank, "# A\n## Вопрос\nb\n## Ответ\nc").sections ==
             "вопрос|Вопрос|p(b) / answer|Ответ|p(c)");
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {"", "no-title 1:1+1, no-section 1:1+1"},
      {"# A", "no-section 1:1+1"},
      {"#\n## Вопрос\nb", "no-title 1:1+1"},
      {"## Вопрос\nb", "no-title 1:1+1"},
      {"## Вопрос\nb\n# A", "late-title 3:3+1"},
      {"# A\n## Вопрос\nb\n# C\n", "second-title 4:3+1"},
      {"# A\n\nb\n\nc\n\n## Вопрос\nd", "outside-section 3:1+1"},
      {"a\n# A\n## Вопрос\nd", "outside-section 1:1+1"},
      {"# A\n## Вопрос\n## Ответ\nb", "empty-section 2:4+6"},
      {"# A\n## Вопрос\nb\n## question\nc", "duplicate-section 4:4+8"},
      {"# A\n## Вопросы\nb", "unknown-section 2:4+7"},
      {"# A\n## \nb", "empty-heading 2:1+1"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      BOOST_TEST(read(interview(), markdown).diagnostics == expected);
    }
  }
  BOOST_TEST(read(Bank{}, "# A\n## Б\nb\n## б!\nc").diagnostics == "duplicate-section 4:4+2");
}

BOOST_AUTO_TEST_CASE(the_same_section_twice) {
  struct Case {
    std::string first, second, message;
  };
  const Case cases[] = {
      {"Вопрос", "Вопрос", "the section `Вопрос` has begun on line 2 already"},
      {"Ответ", "ОТВЕТ:", "the section `ОТВЕТ:` has begun on line 2 already"},
      {"Problem", "Problem", "the section `Problem` has begun on line 2 already"},
      {"Вопрос", "Question", "`Question` means `question`, as `Вопрос` on line 2 does"},
      {"Question", "Вопрос", "`Вопрос` means `question`, as `Question` on line 2 does"},
      {"Question", "Task", ""},
      {"Task", "Question", ""},
  };
  for (const auto& [first, second, message] : cases) {
    const Read made = read(Bank{}, "# A\n## " + first + "\nb\n## " + second + "\nc");
    BOOST_TEST(made.message == message, first << ", " << second << ": " << made.message);
  }
  BOOST_TEST(read(interview(), "# A\n## Вопрос\nb\n## Task\nc").message ==
             "`Task` means `question`, as `Вопрос` on line 2 does");
}

BOOST_AUTO_TEST_CASE(hints) {
  BOOST_TEST(read(interview(), "# A\n## Вапрос\nb").hint == "did you mean `Вопрос`?");
  BOOST_TEST(read(interview(), "# A\n## Anwser\nb").hint == "did you mean `Answer`?");
  BOOST_TEST(read(interview(), "# A\n## Zzz\nb").hint ==
             "the sections of this bank are `Вопрос`, `Что затронуть`, `Ответ`; "
             "`###` makes a heading inside a section");
}

BOOST_AUTO_TEST_CASE(a_heading_over_several_lines_is_told_on_one) {
  const std::string markdown = "# A\n\n$$x\ny$$\n---\n";
  const Source source("ru/a.md", markdown);
  Translation into;
  into.source = std::make_shared<const Source>(source);
  DiagnosticList findings(source);
  read_item(Bank{}, read_markdown(source).blocks, into, findings);
  BOOST_TEST(findings.take().at(0).message == "the section `x y` is empty");
}

BOOST_AUTO_TEST_SUITE_END()
