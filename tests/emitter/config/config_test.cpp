#include "emitter/bank/front_matter.hpp"
#include "emitter/config/config.hpp"
#include "emitter/config/keys.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

const BankDefaults defaults = {{"ru", "en"}, "folder"};

ReadBank read(std::string yaml) {
  return read_bank_config(std::make_shared<const Source>("listok.yaml", std::move(yaml)), defaults);
}

struct FrontMatter {
  Translation translation;
  Diagnostics diagnostics;
  std::size_t begin;
};

FrontMatter front(std::string text) {
  FrontMatter made;
  made.begin =
      read_front_matter(Source("a.md", std::move(text)), made.translation, made.diagnostics);
  return made;
}

// "[ta, ta, …]"
std::string list_of(int tags) {
  std::string list = "[";
  for (int i = 0; i < tags; ++i) list += i == 0 ? "ta" : ", ta";
  return list + "]";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(config)

BOOST_AUTO_TEST_CASE(faces_that_a_bank_names) {
  MachineFaces machine;
  machine.having = [](char32_t) { return std::vector<std::string>{"One", "Two"}; };
  machine.find = [](const std::string& family) {
    FoundFace found;
    found.files = {"/faces/" + family};
    if (family == "None") found = {"is not installed", "install it", {}, {"/faces"}};
    found.glyphs = {{U'漢', U'漢'}};
    if (family == "Text") found.glyphs = {{U'A', U'z'}, {U'α', U'ω'}};
    return found;
  };
  const auto look = [&](const std::string& yaml) {
    return read_bank_config(std::make_shared<const Source>("listok.yaml", yaml),
                            {{"en"}, "漢", machine});
  };
  const ReadBank made = look("look:\n  faces:\n    symbols: [Noto Emoji, None, Last]\n");
  BOOST_TEST_REQUIRE(made.diagnostics.size() == 1U);
  BOOST_TEST(made.diagnostics[0].code == "missing-face");
  BOOST_TEST(made.diagnostics[0].message == "the face `None` is not installed");
  BOOST_TEST(made.diagnostics[0].hint == "install it");
  BOOST_TEST(made.diagnostics[0].column == 27U);
  BOOST_TEST((made.bank.faces.families == std::vector<std::string>{"Noto Emoji", "Last"}));
  BOOST_TEST(
      (made.faces == std::vector<std::string>{"/faces/Noto Emoji", "/faces", "/faces/Last"}));
  BOOST_TEST(made.usable);  // 漢, which is its title, is there
  const ReadBank greek =
      look("title: T\nlanguages: [el]\nlook: {faces: {text: Text, heads: Text, code: Text}}\n");
  BOOST_TEST(greek.diagnostics.empty());
  BOOST_TEST(greek.bank.faces.text.family == "Text");
  BOOST_TEST((greek.bank.languages == std::vector<std::string>{"el"}));
  const ReadBank without = look("title: T\nlanguages: [en, el]\nlook: {faces: {text: Text}}\n");
  BOOST_TEST_REQUIRE(without.diagnostics.size() == 1U);
  BOOST_TEST(
      without.diagnostics[0].message ==
      "there are no sheets in `el`: PT Sans, the face of the headings, has no Greek letters");
  BOOST_TEST(without.diagnostics[0].hint.ends_with("these have them: One, Two"));
  struct Row {
    const char *yaml, *code;
  };
  const Row rows[] = {
      {"look: {faces: {symbols: [\"A}\\\\input\"]}}", "missing-face"},
      {"look: {faces: {symbols: [\"A,B\"]}}", "missing-face"},
      {"look: {faces: {symbols: [A, A, A, A, A, A, A, A, A]}}", "missing-face"},
      {"look: {faces: {symbols: A}}", "wrong-kind"},
      {"look: {faces: [A]}", "wrong-kind"},
      {"look: A", "wrong-kind"},
      {"look: {face: {}}", "unknown-key"},
      {"look: {faces: {body: A}}", "unknown-key"},
      {"look: {faces: {text: [A]}}", "wrong-kind"},
      {"look: {faces: {heads: None}}", "missing-face"},
      {"look: {faces: {code: \"A/B:x\"}}", "missing-face"},
      {"look: {faces: {math: Text}}", "missing-face"},  // it is none of formulas
      {"languages: [en]\nlook: {faces: {text: Symbols}}", "face-lacks-script"},
      {"languages: [en, el]\nlook: {faces: {text: Text}}", "face-lacks-script"},
  };
  for (const Row& row : rows) {
    const auto found = look(std::string("title: T\n") + row.yaml).diagnostics;
    BOOST_TEST_REQUIRE(found.size() == 1U, row.yaml);
    BOOST_TEST(found[0].code == row.code);
    BOOST_TEST(found[0].line == 2U);
  }
}

// What would be wrong on every sheet is reported once, where the bank says it.
BOOST_AUTO_TEST_CASE(words_that_no_face_has) {
  for (const char* yaml : {"footer: \"漢字\"", "title: {ru: 漢字, en: T}",
                           "sections: {question: {ru: В, en: 漢字}}"}) {
    const ReadBank made = read(yaml);
    BOOST_TEST_REQUIRE(made.diagnostics.size() == 1U, yaml);
    BOOST_TEST(made.diagnostics[0].code == "missing-glyph");
    BOOST_TEST(made.diagnostics[0].line == 1U);
    BOOST_TEST(!made.usable);
  }
  const ReadBank nameless =
      read_bank_config(std::make_shared<const Source>("listok.yaml", ""), {{"ru"}, "漢字"});
  BOOST_TEST_REQUIRE(nameless.diagnostics.size() == 1U);
  BOOST_TEST(
      nameless.diagnostics[0].message ==
      "the title, which is the name of the folder, has `漢字` (U+6F22 U+5B57), which no face "
      "has");
}

BOOST_AUTO_TEST_CASE(a_whole_bank) {
  const ReadBank made = read(R"(
title:     {ru: Вопросы об LLM, en: Questions about LLMs}
author: А. Б.
languages: [ru, en]
sections:                      # in the order of printing
  question:   {ru: Вопрос, en: Question}
  red-flags:  Red flags
editions:
  candidate:   {sections: [question], space: lines}
  interviewer: {sections: all}
footer: "{title} — {n} из {total}"
preamble: tex/./local.sty
page: {paper: a5, size: 11.5, min-size: 8, max-size: 14, fit: uniform, bilingual: portrait}
pages: 2
)");
  BOOST_TEST(sketch(made.diagnostics) == "");
  BOOST_TEST(made.usable);
  const Bank& bank = made.bank;
  BOOST_TEST((bank.title == Words{{"ru", "Вопросы об LLM"}, {"en", "Questions about LLMs"}}));
  BOOST_TEST(bank.author == "А. Б.");
  BOOST_TEST((bank.languages == std::vector<std::string>{"ru", "en"}));
  BOOST_TEST(bank.sections.size() == 2u);
  BOOST_TEST(bank.sections.at(0).key == "question");
  BOOST_TEST((bank.sections.at(1).titles == Words{{"ru", "Red flags"}, {"en", "Red flags"}}));
  BOOST_TEST(bank.editions.at(0).name == "candidate");
  BOOST_TEST((bank.editions.at(0).sections == std::vector<std::string>{"question"}));
  BOOST_TEST((bank.editions.at(0).space == Space::lines));
  BOOST_TEST(bank.editions.at(1).sections.empty());
  BOOST_TEST(bank.foot.center.words.at("en") == "{title} — {n} из {total}");
  BOOST_TEST(bank.page.paper == "a5");
  BOOST_TEST(bank.page.size == 11.5);
  BOOST_TEST(bank.page.min_size == 8);
  BOOST_TEST(bank.page.max_size == 14);
  BOOST_TEST(bank.page.pages == 2U);
  BOOST_TEST((bank.page.fit == Fit::uniform));
  BOOST_TEST((bank.page.bilingual == Orientation::portrait));
  BOOST_TEST(bank.preamble.value().file == "tex/local.sty");
  BOOST_TEST(bank.preamble.value().package == "local");
  BOOST_TEST(bank.source->name() == "listok.yaml");
}

BOOST_AUTO_TEST_CASE(the_look) {
  const ReadBank made = read(R"(title: {ru: А, en: A}
author: One
languages: [ru, en]
page: {size: 11}
date: {ru: осень, en: autumn}
head: {left: {ru: "МГУ", en: "{{MSU}}"}, right: {image: images/logo.pdf, height: 1.2 cm}}
foot: {left: "{author}", right: "{date} {page}/{pages}"}
fields: {ru: ["Фамилия, имя", Дата], en: [Name]}
look:
  accent: "#0b456B"
  margins: {left: 1in, binding: 10mm}
  text: ragged
  number: {ru: "Задача {n}.", en: "Problem {n}."}
editions:
  same: {sections: all}
  candidate: {fields: true, facts: none, page: {size: 13}, look: {accent: "#000000", margins: {top: 30mm}}}
)");
  BOOST_TEST(sketch(made.diagnostics) == "");
  const Bank& bank = made.bank;
  BOOST_TEST(bank.head.left.words.at("en") == "{{MSU}}");
  BOOST_TEST(bank.head.right.image == "images/logo.pdf");
  BOOST_TEST(bank.head.right.height == 12);
  BOOST_TEST(bank.foot.center.empty());
  BOOST_TEST(bank.foot.left.words.at("ru") == "{author}");
  BOOST_TEST(bank.date.at("en") == "autumn");
  BOOST_TEST((bank.fields.at("ru") == std::vector<std::string>{"Фамилия, имя", "Дата"}));
  BOOST_TEST(bank.look.accent == "0B456B");
  BOOST_TEST((bank.look.text == LineEnds::ragged));
  BOOST_TEST(bank.look.number.at("en") == "Problem {n}.");
  BOOST_TEST(bank.page.margins.left.value() == 25.4);
  BOOST_TEST(bank.page.margins.binding == 10);
  BOOST_TEST(!bank.page.margins.top);
  BOOST_REQUIRE(bank.editions.size() == 2U);
  BOOST_TEST(!bank.editions[0].look);
  BOOST_TEST(!bank.editions[0].page);
  BOOST_TEST(!bank.editions[0].styled);
  const Look& own = bank.editions[1].look.value();
  BOOST_TEST(own.accent == "000000");
  BOOST_TEST(own.fields);
  BOOST_TEST((own.text == LineEnds::ragged));
  BOOST_TEST((own.facts == Facts::none));
  BOOST_TEST(bank.editions[1].page.value().size == 13);
  BOOST_TEST(bank.editions[1].page.value().margins.top.value() == 30);
  BOOST_TEST(bank.editions[1].page.value().margins.left.value() == 25.4);
  BOOST_TEST(bank.editions[1].styled);
  // An edition whose name is shown is another on paper.
  BOOST_TEST(read("languages: [en]\nfoot: {left: \"{edition}\"}\neditions: {a: {sections: all}}")
                 .bank.editions.at(0)
                 .styled);
}

// Each as the table of keys shows it.
BOOST_AUTO_TEST_CASE(every_example_is_taken) {
  const auto yaml_of = [](const ConfigKey& key) -> std::string {
    const std::string one = std::string(key.name) + ": " + std::string(key.value);
    if (key.map == "listok.yaml") {
      const bool fields = key.name == "fields";
      return one + (fields ? "\neditions: {a: {fields: true}}" : "");
    }
    if (key.map == "page" || key.map == "look" || key.map == "book")
      return std::string(key.map) + ": {" + one + "}";
    if (key.map == "faces" || key.map == "margins") {
      return "look: {" + std::string(key.map) + ": {" + one + "}}";
    }
    if (key.map == "head or foot") return "head: {" + one + "}";
    if (key.map == "an image") {
      return "head: {left: {" + one + (key.name == "image" ? "" : ", image: a.png") + "}}";
    }
    BOOST_TEST(key.map == "an edition");
    return "fields: [A]\neditions: {b: {fields: true}, a: {" + one + "}}";
  };
  for (const ConfigKey& key : config_keys()) {
    if (key.map == "the front matter") {
      const FrontMatter made =
          front("---\n" + std::string(key.name) + ": " + std::string(key.value) + "\n---\n# A\n");
      BOOST_TEST(sketch(made.diagnostics) == "", key.name);
      continue;
    }
    const std::string yaml = yaml_of(key);
    BOOST_TEST(sketch(read_bank_config(std::make_shared<const Source>("listok.yaml", yaml),
                                       {{"en", "de"}, "folder"})
                          .diagnostics) == "",
               yaml);
  }
}

BOOST_AUTO_TEST_CASE(the_book) {
  const Bank usual = read("languages: [en]").bank;
  BOOST_TEST((usual.book == BookLook{}));
  const Bank bank = read(
                        "languages: [en, ru]\nbook: {two-sided: true, cover: true}\n"
                        "editions: {a: {title: {en: For all, ru: Для всех}}, b: {sections: all}}")
                        .bank;
  BOOST_TEST(bank.book.two_sided);
  BOOST_TEST(bank.book.cover);
  BOOST_REQUIRE(bank.editions.size() == 2U);
  BOOST_TEST(bank.editions[0].title.at("ru") == "Для всех");
  BOOST_TEST(bank.editions[1].title.empty());
  BOOST_TEST(!read("languages: [en]\nbook: {cover: true, two-sided: false}").bank.book.two_sided);
}

BOOST_AUTO_TEST_CASE(what_of_the_look_is_refused) {
  struct Case {
    std::string yaml, expected;
  };
  const Case cases[] = {
      {"look: {accent: #0B456B}\n}", "bad-color 1:8+6"},
      {"look: {accent: red}", "bad-color 1:16+3"},
      {"look: {accent: \"#0B456\"}", "bad-color 1:16+8"},
      {"look: {accent: \"#FFD500\"}", "low-contrast 1:16+9"},
      {"look: {margins: {left: 3}}", "bad-length 1:24+1"},
      {"look: {margins: {left: 2mm}}", "bad-length 1:24+3"},
      {"look: {margins: {lft: 20mm}}", "unknown-key 1:18+3"},
      {"look: {margins: {left: 9cm, right: 90mm}}", "bad-margins 1:17+1"},
      {"look: {text: left}", "unknown-text 1:14+4"},
      {"look: {number: \"{x}\"}", "unknown-placeholder 1:16+5"},
      {"look: {facts: some}", "unknown-facts 1:15+4"},
      {"look: {colour: \"#000000\"}", "unknown-key 1:8+6"},
      {"head: {left: \"{title\"}", "unknown-placeholder 1:14+8"},
      {"head: {left: \"{t}\"}", "unknown-placeholder 1:14+5"},
      {"head: {left: \"{{t}}\"}", ""},
      {"head: {middle: A}", "unknown-key 1:8+6"},
      {"head: {left: {image: a.png, width: 3mm}}", "unknown-key 1:29+5"},
      {"head: {left: {image: a.png, height: 14mm}}", "head-height 1:22+5"},
      {"head: {left: {image: a.png, height: 13mm}}", ""},
      {"foot: {left: {image: a.png, height: 19mm}}", "head-height 1:22+5"},
      {"head: {left: A}\nlook: {margins: {top: 5mm}}", "head-height 1:14+1"},
      {"foot: {left: A}\nfooter: B", "foot-twice 2:9+1"},
      {"fields: [Name]", "unused-fields 1:9+1"},
      {"editions: {a: {fields: true}}", "no-fields 1:24+4"},
      {"fields: [Name]\neditions: {a: {fields: yes}}",
       "unknown-fields 2:24+3, unused-fields 1:9+1"},
      {"editions: {a: {page: {fit: uniform}}}", "unknown-key 1:28+7"},
      {"editions: {a: {look: {faces: {text: A}}}}", "unknown-key 1:23+5"},
      {"author: 漢\nfoot: {left: \"{author}\"}", "missing-glyph 1:9+1"},
      {"author: 漢", ""},
      {"author: 漢\nbook: {cover: true}", "missing-glyph 1:9+1"},
      {"book: true", "wrong-kind 1:7+4"},
      {"book: {two-sided: yes}", "unknown-book 1:19+3"},
      {"book: {cover: [a]}", "wrong-kind 1:15+1"},
      {"book: {twosided: true}", "unknown-key 1:8+8"},
      {"editions: {a: {title: {ru: A}}}", "missing-words 1:23+1"},
      {"date: {ru: 1}", "missing-words 1:7+1"},
  };
  for (const auto& [yaml, expected] : cases) {
    BOOST_TEST_CONTEXT(yaml) {
      BOOST_TEST(sketch(read(yaml + "\nlanguages: [en]").diagnostics) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_left_out) {
  for (const char* yaml : {"", "# nothing\n", "---\n", "{}"}) {
    const ReadBank made = read(yaml);
    BOOST_TEST_CONTEXT(yaml) {
      BOOST_TEST(sketch(made.diagnostics) == "");
      BOOST_TEST(made.usable);
      BOOST_TEST((made.bank.languages == defaults.languages));
      BOOST_TEST(made.bank.title.at("ru") == "folder");
      BOOST_TEST(made.bank.foot.center.words.at("en") == "{title} · {n}/{total}");
      BOOST_TEST(made.bank.sections.empty());
      BOOST_TEST(!made.bank.preamble);
      BOOST_TEST(made.bank.page.size == 11);
      BOOST_TEST(made.bank.page.min_size == 8.5);
      BOOST_TEST((made.bank.page.fit == Fit::each));
      BOOST_TEST((made.bank.page.bilingual == Orientation::landscape));
    }
  }
  BOOST_TEST(read("page: {size: 7}").bank.page.min_size == 7);
  BOOST_TEST(read("languages: [en]\ntitle: {en: A}").bank.title.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
  struct Case {
    std::string yaml, expected;
  };
  const Case cases[] = {
      {"titel: A", "unknown-key 1:1+5"},
      {"title: A\ntitle: B", "duplicate-key 2:1+5"},
      {"title: [a]", "wrong-kind 1:8+1"},
      {"title:", "wrong-kind 1:7+1"},
      {"title:\n\nauthor: A", "wrong-kind 1:1+5"},
      {"title: \"\"", "empty-value 1:8+2"},
      {"title: {ru: A}", "missing-words 1:8+1"},
      {"title: {ru: A, en: B, xx: C}", "unknown-language 1:23+2"},
      {"title: \"a\\u0007\"", "control-character 1:8+1"},
      {"title: \"a\\u202Eb\"", "bidi-control 1:8+1"},
      {"languages: ru", "wrong-kind 1:12+2"},
      {"languages: [ru, xx]", "unknown-language 1:12+1"},
      {"languages: [ru, kk]", "no-hyphenation 1:12+1"},
      {"languages: [ru, el]", "face-lacks-script 1:12+1"},
      {"languages: [ru, ru]", "duplicate-language 1:12+1"},
      {"languages: []", "no-language 1:12+1"},
      {"sections: [a, b]", "wrong-kind 1:11+1"},
      {"sections: {Вопрос: Вопрос}", "bad-key 1:12+6"},
      {"sections: {q: {ru: Вопрос}}", "missing-words 1:15+1"},
      {"languages: [ru, nl]\nsections: {hints: {ru: Подсказки}}", "english-word 2:19+1"},
      {"sections: {q: Вопрос, r: вопрос}", "sections-alike 1:23+1"},
      {"sections: {q: Вопрос, r: Q}", "sections-alike 1:23+1"},
      {"editions: {A: {sections: all}}", "bad-key 1:12+1"},
      {"editions: {../a: {sections: all}}", "bad-key 1:12+4"},
      {"editions: {bilingual: {sections: all}}", "bad-key 1:12+9"},
      {"editions: {a: all}", "wrong-kind 1:15+3"},
      {"editions: {a: {sections: []}}", "empty-edition 1:26+1"},
      {"editions: {a: {section: all}}", "unknown-key 1:16+7"},
      {"sections: {q: Q}\neditions: {a: {sections: [q, z]}}", "unknown-section 2:30+1"},
      {"editions: {a: {space: line}}", "unknown-space 1:23+4"},
      {"footer: '{titel}'", "unknown-placeholder 1:9+9"},
      {"footer: '{n'", "unknown-placeholder 1:9+4"},
      {"footer: 'n}'", "unknown-placeholder 1:9+4"},
      {"footer: {ru: '{n}', en: '{m}'}", "unknown-placeholder 1:25+5"},
      {"page: a4", "wrong-kind 1:7+2"},
      {"page: {paper: A4}", "unknown-paper 1:15+2"},
      {"page: {paper: [a4]}", "wrong-kind 1:15+1"},
      {"page: {fit: all}", "unknown-fit 1:13+3"},
      {"page: {fit: true}", "unknown-fit 1:13+4"},
      {"page: {bilingual: wide}", "unknown-bilingual 1:19+4"},
      {"page: {bilingual: }", "wrong-kind 1:19+1"},
      {"page: {size: 11pt}", "bad-size 1:14+4"},
      {"page: {size: 4}", "bad-size 1:14+1"},
      {"page: {size: nan}", "bad-size 1:14+3"},
      {"page: {size: 10, min-size: 11}", "size-order 1:28+2"},
      {"page: {size: 10, max-size: 9}", "size-order 1:28+1"},
      {"page: {min-size: x, size: 10}", "bad-size 1:18+1"},
      {"pages: 3", "bad-pages 1:8+1"},
      {"pages: 0", "bad-pages 1:8+1"},
      {"pages: 2.0", "bad-pages 1:8+3"},
      {"pages: [2]", "wrong-kind 1:8+1"},
      {"page: {pages: 2}", "unknown-key 1:8+5"},
      {"title: &a A", "yaml-anchor 1:8+1"},
      {"title: !!str A", "yaml-tag 1:8+1"},
      {"? [a]\n: b", "yaml-key 1:3+1"},
      {"title: A\n---\nb: c", "yaml-documents 1:1+1"},
  };
  for (const auto& [yaml, expected] : cases) {
    BOOST_TEST_CONTEXT(yaml) { BOOST_TEST(sketch(read(yaml).diagnostics) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(what_no_bank_can_be_read_from) {
  struct Case {
    std::string yaml, expected;
  };
  const Case cases[] = {
      {"title: a: b", "yaml-syntax 1:9+1"},
      {"title: A\n author: B", "yaml-syntax 2:8+1"},
      {"languages: [ru", "yaml-syntax 1:15+1"},
      {"title: 'A", "yaml-syntax 1:10+1"},
      {"title: A\n\tauthor: B", "yaml-syntax 2:1+1"},
      {"a: *b", "yaml-syntax 1:4+1"},
      {"title: @a", "yaml-syntax 1:8+1"},
      {"just words", "wrong-kind 1:1+10"},
      {"- a", "wrong-kind 1:1+1"},
      {"languages: [xx]", "unknown-language 1:12+1"},
      {"preamble: ../local.sty", "preamble 1:11+12"},
      {"preamble: a/../local.sty", "preamble 1:11+14"},
      {"preamble: /etc/local.sty", "preamble 1:11+14"},
      {"preamble: local.tex", "preamble 1:11+9"},
      {"preamble: local", "preamble 1:11+5"},
      {"preamble: .sty", "preamble 1:11+4"},
      {"preamble: мой.sty", "preamble 1:11+7"},
      {"preamble: 'a}b.sty'", "preamble 1:11+9"},
      {"preamble: 'a b.sty'", "preamble 1:11+9"},
      {"preamble: listok.sty", "preamble 1:11+10"},
      {"preamble: listok-local.sty", "preamble 1:11+16"},
      {"preamble:", "wrong-kind 1:10+1"},
      {"preamble: [local.sty]", "wrong-kind 1:11+1"},
  };
  for (const auto& [yaml, expected] : cases) {
    BOOST_TEST_CONTEXT(yaml) {
      const ReadBank made = read(yaml);
      BOOST_TEST(sketch(made.diagnostics) == expected);
      BOOST_TEST(!made.usable);
    }
  }
  const ReadBank alone = read_bank_config(std::make_shared<const Source>("listok.yaml", ""));
  BOOST_TEST(sketch(alone.diagnostics) == "no-language 1:1+1");
  BOOST_TEST(!alone.usable);
}

BOOST_AUTO_TEST_CASE(hints) {
  BOOST_TEST(read("titel: A").diagnostics.at(0).hint == "did you mean `title`?");
  BOOST_TEST(read("footer: '{titel}'").diagnostics.at(0).hint == "did you mean `{title}`?");
  BOOST_TEST(read("editions: {a: {space: line}}").diagnostics.at(0).hint ==
             "did you mean `lines`?");
  BOOST_TEST(read("title: a: b").diagnostics.at(0).hint ==
             "put text that has a `: ` in it between quotes");
  BOOST_TEST(read("page: {size: 40}").diagnostics.at(0).hint ==
             "write a number of points from 5 to 30, such as `10.5`");
}

BOOST_AUTO_TEST_CASE(places_in_cyrillic_and_after_a_byte_order_mark) {
  BOOST_TEST(sketch(read("\xEF\xBB\xBF"
                         "titel: A")
                        .diagnostics) == "unknown-key 1:1+5");
  BOOST_TEST(sketch(read("title: Вопросы # об\r\nauthor: Я\r\nзаметка: б").diagnostics) ==
             "unknown-key 3:1+7");
}

BOOST_AUTO_TEST_CASE(hostile_yaml) {
  std::string bomb = "a: &a [x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    bomb += fmt::format("{}: &{} [*{}, *{}, *{}]\n", c, c, static_cast<char>(c - 1),
                        static_cast<char>(c - 1), static_cast<char>(c - 1));
  }
  BOOST_TEST(read(bomb).diagnostics.size() == 51u);  // fifty, and how many more
  BOOST_TEST(sketch(read("title: " + std::string(17, '[') + std::string(17, ']')).diagnostics) ==
             "yaml-depth 1:23+1, wrong-kind 1:8+1");
  BOOST_TEST(!read("title: " + std::string(100000, '[')).usable);
  BOOST_TEST(!read(std::string(100000, '{')).usable);
  std::string keys = "{";
  for (int i = 0; i < 20000; ++i) keys += fmt::format("k{}, ", i);
  BOOST_TEST(read(keys + "}").diagnostics.size() == 51u);
}

BOOST_AUTO_TEST_CASE(any_number_of_sections_is_read_soon) {
  std::string config = "languages: [ru]\nsections:\n";
  for (int i = 0; i < 8000; ++i) config += fmt::format("  a{0}: b{0}\n", i);
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(read(config).bank.sections.size() == 8000u);
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(10)));
}

BOOST_AUTO_TEST_CASE(front_matter) {
  const std::string text =
      "---\ntags: [attention, KV-кэш]\ndifficulty: middle\nnumber: 7\nsize: 10\nmin-size: 8\n"
      "max-size: 12.5\nlines: keep\npages: 2\n---\n# A\n";
  const FrontMatter made = front(text);
  BOOST_TEST(sketch(made.diagnostics) == "");
  const Translation& read = made.translation;
  BOOST_TEST((read.tags == std::vector<std::string>{"attention", "KV-кэш"}));
  BOOST_TEST(read.difficulty == "middle");
  BOOST_TEST(read.number.value() == 7u);
  BOOST_TEST(read.size.value() == 10);
  BOOST_TEST(read.min_size.value() == 8);
  BOOST_TEST(read.max_size.value() == 12.5);
  BOOST_TEST((read.pages == 2U));
  BOOST_TEST(text.substr(read.pages_at.begin, 2) == "2\n");
  BOOST_TEST(sketch(front("---\npages: two\n---\n").diagnostics) == "bad-pages 2:8+3");
  BOOST_TEST((read.lines == LineBreaks::keep));
  BOOST_TEST((front("---\nlines: join\n---\n").translation.lines == LineBreaks::join));
  BOOST_TEST((front("---\n---\n").translation.lines == LineBreaks::likely));
  BOOST_TEST(sketch(front("---\nlines: both\n---\n").diagnostics) == "bad-lines 2:8+4");
  BOOST_TEST(text.substr(read.number_at.begin, 3) == "7\ns");
}

BOOST_AUTO_TEST_CASE(where_the_markdown_begins) {
  struct Case {
    std::string text;
    std::size_t begin;
    std::string expected;
  };
  const Case cases[] = {
      {"# A", 0, ""},
      {"", 0, ""},
      {"\xEF\xBB\xBF# A", 3, ""},
      {"---\n---\n# A", 8, ""},
      {"---  \r\n...\r\n# A", 12, ""},
      {"\xEF\xBB\xBF---\n---\n# A", 11, ""},
      {"---\nnumber: 1\n---", 17, ""},
      {"\n---\n---\n", 0, ""},
      {"----\n", 0, ""},
      {"---\n# A\n", 8, "front-matter-open 1:1+3"},
      {"---", 3, "front-matter-open 1:1+3"},
      {"---\nnumber: -1\n---\n", 19, "bad-number 2:9+2"},
      {"---\nnumber: 99999999999\n---\n", 28, "bad-number 2:9+11"},
      {"---\nsize: 99\n---\n", 17, "bad-size 2:7+2"},
      {"---\ntags: a\n---\n", 16, "wrong-kind 2:7+1"},
      {"---\ntags: " + list_of(20) + "\n---\n", 95, ""},
      {"---\ntags: " + list_of(21) + "\n---\n", 99, "too-many-tags 2:7+1"},
      {"---\ntag: [a]\n---\n", 17, "unknown-key 2:1+3"},
      {"---\nwords\n---\n", 14, "wrong-kind 2:1+5"},
      {"---\na: [\n---\n", 13, "yaml-syntax 3:1+1"},
  };
  for (const auto& [text, begin, expected] : cases) {
    BOOST_TEST_CONTEXT(text) {
      const FrontMatter made = front(text);
      BOOST_TEST(made.begin == begin);
      BOOST_TEST(sketch(made.diagnostics) == expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
