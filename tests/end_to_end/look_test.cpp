// What listok.yaml says of heads, feet, colours and margins is on the pages, and in no .tex of a sheet.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

constexpr double point = 72 / 25.4;  // pt of PDF in a mm

struct LookOfABank : Program {
  LookOfABank() {
    static const Scratch cache;  // formats are made once for all cases
    environment["XDG_CACHE_HOME"] = (cache.path / "cache").string();
    write("bank/ru/first.md",
          "---\ntags: [tag]\ndifficulty: hard\n---\n# Имя\n\n## Вопрос\n\nПочему?\n");
    write("bank/en/first.md",
          "---\ntags: [tag]\ndifficulty: hard\n---\n# Name\n\n## Question\n\nWhy?\n");
    write("bank/images/sign.svg",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
          "<path d=\"M0 0h100v100H0z\" fill=\"#0000ff\"/></svg>");
  }

  void say(const std::string& yaml) const {
    write("bank/listok.yaml", "languages: [en, ru]\n" + yaml);
  }
  Ran build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"build", "bank", "--color", "never"});
    const Ran ran = listok(std::move(more));
    BOOST_TEST(ran.status == 0, ran.output);
    BOOST_TEST(!contains(ran.output, "warning"), ran.output);
    return ran;
  }
  std::string boxes(const std::string& pdf) const {
    return tool("pdftotext", {"-bbox", "out/" + pdf, "-"}).output;
  }
  // The red, green and blue of a pixel, so many mm from the left and the top.
  std::vector<int> ink(const std::string& pdf, double x, double y) const {
    tool("pdftoppm", {"-r", "72", "-singlefile", "out/" + pdf, "page"});
    const std::string pixels = read("page.ppm");
    const auto width = std::stoul(pixels.substr(3));
    const auto at =
        pixels.find("255\n") + 4 +
        3 * (static_cast<std::size_t>(y * point) * width + static_cast<std::size_t>(x * point));
    std::vector<int> rgb;
    for (std::size_t i = 0; i < 3; ++i) rgb.push_back(static_cast<unsigned char>(pixels[at + i]));
    return rgb;
  }
};

const std::string full_look = R"(title: {ru: Банк & всё, en: Bank & all}
author: A. N. Author
date: {ru: осень, en: autumn}
head: {left: {ru: Кафедра, en: "{edition}Department {{1}}"}, right: {image: images/sign.svg, height: 10mm}}
foot: {left: "{author}", center: "{title} · {n}/{total} · {item}", right: "{date} {page}/{pages}"}
fields: {ru: ["Фамилия, имя", Дата], en: [Name, Date]}
look: {accent: "#B00020", margins: {left: 40mm, right: 20mm, top: 40mm, bottom: 30mm}, number: "Nr. {n}.", text: ragged}
editions:
  student: {sections: [question], facts: none, fields: true, page: {paper: a5, size: 13}, look: {margins: {left: 20mm, right: 15mm, top: 20mm, bottom: 20mm}}}
  hard: {sections: all, facts: difficulty}
)";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(look, LookOfABank)

BOOST_AUTO_TEST_CASE(all_of_it_is_on_the_page) {
  say(full_look);
  build();
  const std::string text = words("en/first.pdf");
  for (const char* part : {"Department {1}", "A. N. Author", "Bank & all · 1/1 · Name",
                           "autumn 1/1", "Nr. 1. Name", "hard · tag"}) {
    BOOST_TEST(contains(text, part), part << " is not in\n" << text);
  }
  BOOST_TEST(!contains(text, "Date"), text);  // of no edition
  const std::string places = boxes("en/first.pdf");
  BOOST_TEST(std::abs(word_of(places, "Nr.").left - 40 * point) < 1);
  BOOST_TEST(std::abs(word_of(places, "Nr.").top - 40 * point) < 12);
  BOOST_TEST(std::abs(word_of(places, "Department").left - 40 * point) < 1);
  BOOST_TEST(std::abs(word_of(places, "1/1").right - 190 * point) > 1);  // that of the middle
  BOOST_TEST(word_of(places, "Department").bottom < 40 * point);
  BOOST_TEST(word_of(places, "Author").top > 267 * point);
  BOOST_TEST((ink("en/first.pdf", 185, 22) == std::vector<int>{0, 0, 255}));
  BOOST_TEST(contains(words("ru/first.pdf"), "Банк & всё · 1/1 · Имя"));
  build({"--edition", "bilingual"});
  BOOST_TEST(contains(words("bilingual/first.pdf"), "Department {1}"));
}

BOOST_AUTO_TEST_CASE(an_edition_has_a_look_of_its_own) {
  say(full_look);
  build({"--edition", "student", "--edition", "hard"});
  const std::string text = words("en/student/first.pdf");
  for (const char* part : {"studentDepartment", "Name", "Date"})
    BOOST_TEST(contains(text, part), text);
  BOOST_TEST(!contains(text, "tag"), text);
  BOOST_TEST(contains(tool("pdfinfo", {"out/en/student/first.pdf"}).output, "419.53 x 595.28"));
  const std::string places = boxes("en/student/first.pdf");
  BOOST_TEST(std::abs(word_of(places, "Nr.").left - 20 * point) < 1);
  BOOST_TEST(word_of(places, "Date").bottom < word_of(places, "Nr.").top);
  BOOST_TEST(contains(read("out/report.json"), "\"size\":13"));
  BOOST_TEST(contains(words("en/hard/first.pdf"), "hard"));
  BOOST_TEST(!contains(words("en/hard/first.pdf"), "tag"));
}

BOOST_AUTO_TEST_CASE(a_new_item_and_another_look_touch_no_tex) {
  say("title: T\n");
  build();
  const std::string before = read("out/en/first.tex");
  BOOST_TEST(!contains(before, "number="), before);  // it has that from its place
  BOOST_TEST(contains(words("en/first.pdf"), "T · 1/1"));
  for (const char* language : {"en", "ru"}) {
    write(fs::path("bank") / language / "before.md", "# B\n\n## Question\n\nWhy?\n");
  }
  BOOST_TEST(contains(build().output, "4 sheets made"));
  BOOST_TEST(read("out/en/first.tex") == before);
  BOOST_TEST(contains(words("en/first.pdf"), "T · 2/2"), words("en/first.pdf"));
  say("title: T\nlook: {accent: \"#B00020\"}\nfoot: {center: \"{n}\"}\n");
  BOOST_TEST(contains(build().output, "4 sheets made"));
  BOOST_TEST(read("out/en/first.tex") == before);
  BOOST_TEST(contains(build().output, "0 sheets made, 4 up to date"));
  // Without {total} an item more is nothing to the others.
  for (const char* language : {"en", "ru"}) {
    write(fs::path("bank") / language / "later.md", "# C\n\n## Question\n\nWhy?\n");
  }
  BOOST_TEST(contains(build().output, "2 sheets made, 4 up to date"));
  BOOST_TEST(contains(listok({"build", "bank", "--explain"}).output, "up to date"));
  write("bank/images/sign.svg", read("bank/images/sign.svg") + " ");
  say("title: T\nhead: {left: {image: images/sign.svg}}\nfoot: {center: \"{n}\"}\n");
  build();
  write("bank/images/sign.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
        "<path d=\"M0 0h9v9z\"/></svg>");
  BOOST_TEST(contains(build().output, "6 sheets made"));
}

BOOST_AUTO_TEST_CASE(the_tex_has_the_last_word) {
  say(full_look);
  build();
  replace("out/en/first.tex", "\\documentclass[english]{listok}",
          "\\documentclass[english, accent=00AA00, facts=none]{listok}\n\\listokhead{Own}{}{}\n"
          "\\renewcommand\\listoknumber[1]{#1)}");
  build();
  const std::string text = words("en/first.pdf");
  BOOST_TEST(contains(text, "Own"), text);
  BOOST_TEST(!contains(text, "Department"), text);
  BOOST_TEST(!contains(text, "tag"), text);
  BOOST_TEST(contains(text, "1) Name"), text);
  const auto number = word_of(boxes("en/first.pdf"), "1)");
  bool green = false;
  for (double x = number.left; x < number.right; ++x) {
    const auto rgb = ink("en/first.pdf", x / point, (number.top + number.bottom) / 2 / point);
    green = green || (rgb[1] > rgb[0] + 60 && rgb[1] > rgb[2] + 60);
  }
  BOOST_TEST(green);
}

BOOST_AUTO_TEST_CASE(a_tex_that_is_sent_away_compiles) {
  say(full_look);
  build();
  for (const char* file : {"first.tex", "listok.cls", "listok.sty"}) {
    fs::create_directories(path / "away");
    fs::copy_file(path / "out/en" / file, path / "away" / file);
  }
  const auto compile = [&](const std::string& where) {
    const Ran ran = run(listok::latex::find_program("env").value(),
                        {"-C", where, "xelatex", "-interaction=batchmode", "first.tex"});
    BOOST_TEST(ran.status == 0);
    return tool("pdftotext", {where + "/first.pdf", "-"}).output;
  };
  const std::string away = compile("away");
  BOOST_TEST(contains(away, "Why?"), away);
  BOOST_TEST(!contains(away, "Department"), away);
  BOOST_TEST(contains(read("away/first.log"), "There is no listok-bank.sty beside this file"));
  // At its place it is the page that listok makes.
  fs::copy_file(path / "out/en/first.pdf", path / "made.pdf");
  BOOST_TEST(compile("out/en") == tool("pdftotext", {"made.pdf", "-"}).output);
  for (const char* name : {"made.pdf", "out/en/first.pdf"}) {
    tool("pdftoppm", {"-r", "72", "-singlefile", name, std::string(name) + "-page"});
  }
  BOOST_TEST((read("made.pdf-page.ppm") == read("out/en/first.pdf-page.ppm")));
}

BOOST_AUTO_TEST_CASE(parts_that_are_too_wide_share_the_line) {
  const std::string words_of_it =
      "A department with a name that is much longer than anybody would like to read in a head";
  say("head: {left: " + words_of_it + ", center: " + words_of_it + ", right: " + words_of_it +
      "}\nfoot: {left: " + words_of_it + ", right: short}\n");
  build();
  const std::string places = boxes("en/first.pdf");
  std::vector<PlacedWord> found = placed_words(places);
  for (std::size_t one = 0; one < found.size(); ++one) {
    BOOST_TEST(found[one].right < 196 * point, found[one].text);
    for (std::size_t two = one + 1; two < found.size(); ++two) {
      const auto &a = found[one], &b = found[two];
      const bool apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      BOOST_TEST(apart, a.text << " lies on " << b.text);
    }
  }
  BOOST_TEST(word_of(places, "short").left > 150 * point);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_it_is_told_and_sheets_are_made) {
  say("head: {left: {image: images/none.png}, right: {image: bank/x.png}}\nlook: {accent: red}\n");
  const Ran ran = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(
      contains(ran.output, "bank/listok.yaml:2:22: error: there is no image `images/none.png`"),
      ran.output);
  BOOST_TEST(contains(ran.output, "[bad-color]"), ran.output);
  BOOST_TEST(contains(ran.output, "2 sheets made"), ran.output);
  write("bank/images/bad.png", "\x89PNG\r\n\x1a\n");
  say("head: {left: {image: images/bad.png}}\n");
  const Ran bad = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(bad.status == 1);
  BOOST_TEST(contains(bad.output, "bank/listok.yaml:2:22: error: "), bad.output);
  BOOST_TEST(count(bad.output, "error: ") == 1U, bad.output);
  BOOST_TEST(listok({"check", "bank"}).status == 1);
}

// As version 0.0 wrote it, with a base and without.
BOOST_AUTO_TEST_CASE(sheets_of_earlier_versions_keep_their_edits) {
  say("title: Bank\n");
  for (const char* language : {"en", "ru"}) {
    fs::rename(path / "bank" / language / "first.md", path / "bank" / language / "01-first.md");
  }
  build();
  const auto earlier = [&](const std::string& file) {
    std::string text = read(file);
    const std::string now = "id=01-first, number=1, ";
    return text.replace(text.find(now), now.size(),
                        "id=01-first, number=1, bank={Bank}, footer={Bank · 1/1},\n  ");
  };
  const std::string then = earlier("out/en/01-first.tex");
  std::string edited = then;
  edited.replace(edited.find("number=1, "), 10, "number=1, size=13, ");
  write("out/en/01-first.tex", edited);
  write("out/.listok/base/en/01-first.tex", then);
  write("out/ru/01-first.tex", earlier("out/ru/01-first.tex"));
  fs::remove(path / "out/.listok/base/ru/01-first.tex");
  for (const char* language : {"en", "ru"}) {
    write(fs::path("bank") / language / "02-second.md", "# B\n\n## Question\n\nWhy?\n");
  }
  const Ran ran = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(ran.status == 0, ran.output);
  BOOST_TEST(count(ran.output, "[tex-kept]") == 1U, ran.output);
  BOOST_TEST(!contains(ran.output, "[tex-conflict]"), ran.output);
  const std::string made = read("out/en/01-first.tex");
  BOOST_TEST(contains(made, "size=13"), made);
  BOOST_TEST(!contains(made, "footer="), made);
  BOOST_TEST(contains(words("en/01-first.pdf"), "Bank · 1/2"));
  BOOST_TEST(contains(words("ru/01-first.pdf"), "Bank · 1/1"));  // as the file says
  BOOST_TEST(contains(read("out/report.json"), "\"size\":13"));
  // For as long as nobody has a record of it.
  BOOST_TEST(count(listok({"build", "bank", "--color", "never"}).output, "[tex-kept]") == 1U);
  BOOST_TEST(!fs::exists(path / "out/.listok/base/ru/01-first.tex"));
}

// Neither needs to be copied by hand.
BOOST_AUTO_TEST_CASE(a_logo_and_a_face_beside_the_preamble_come_with_it) {
  say("title: T\npreamble: tex/own.sty\n");
  write("bank/tex/own.sty",
        "\\ProvidesPackage{own}\n\\RequirePackage{graphicx}\n\\RequirePackage{fontspec}\n"
        "\\setmainfont{Own-Face.ttf}\n\\listokhead{}{}{\\includegraphics[height=10mm]{sign}}\n");
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/tex/sign.png");
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/tex/other.png");
  const std::string dejavu =
      tool("fc-match", {"--format=%{file}", "DejaVu Serif:style=Book"}).output;
  fs::copy_file(dejavu, path / "bank/tex/Own-Face.ttf");
  build();
  BOOST_TEST(contains(tool("pdffonts", {"out/en/first.pdf"}).output, "DejaVuSerif"));
  BOOST_TEST(count(tool("pdfimages", {"-list", "out/en/first.pdf"}).output, "image") >= 1U);
  BOOST_TEST(!fs::exists(path / "out/en/other.png"));
  BOOST_TEST(contains(build().output, "0 sheets made, 2 up to date"));
  fs::copy_file(LISTOK_DOCS "/images/sheet-en.png", path / "bank/tex/sign.png",
                fs::copy_options::overwrite_existing);
  BOOST_TEST(contains(build().output, "2 sheets made"));
}

BOOST_AUTO_TEST_SUITE_END()
