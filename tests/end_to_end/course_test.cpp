// docs/examples/course: what it shows is true under both engines.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/hosts.hpp"

using namespace listok::tests;

namespace {

const char* const documents[] = {"handout", "slides", "exam", "exam-answers"};

struct MadeCourse : Host {
  MadeCourse() {
    fs::copy(LISTOK_COURSE, path);
    built = listok({"build", LISTOK_BANK, "--color", "never"});
    for (const std::string engine : engines) {
      for (const std::string document : documents) made[engine + document] = make(engine, document);
    }
  }
  Ran built;
  std::map<std::string, Ran> made;
};

struct Course {
  static MadeCourse& shared() {  // made once for all the cases, which only look at it
    static MadeCourse course;
    return course;
  }
  MadeCourse& all = shared();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(course, Course, needs_hosts())

BOOST_AUTO_TEST_CASE(every_document_compiles_without_a_complaint) {
  BOOST_TEST(all.built.status == 0, all.built.output);
  for (const std::string engine : engines) {
    for (const std::string document : documents) {
      const Ran& made = all.made.at(engine + document);
      BOOST_TEST_REQUIRE(made.status == 0, engine << " " << document << "\n" << made.output);
      const std::string log = all.log(engine, document);
      for (const char* complaint :
           {"\n! ", "LaTeX Warning", "Package listok Warning", "Missing character"}) {
        BOOST_TEST(!contains(log, complaint), engine << " " << document << ": " << complaint);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(both_engines_set_the_same_words) {
  for (const std::string document : documents) {
    const std::string words = letters_of(all.text("xelatex", document));
    BOOST_TEST(words.size() > 150U, document);
    BOOST_CHECK_EQUAL(words, letters_of(all.text("lualatex", document)));
  }
}

BOOST_AUTO_TEST_CASE(the_handout_has_contents_references_and_two_languages) {
  const std::string text = letters_of(all.text("xelatex", "handout"));
  for (const char* part :
       {"1.1ПамятьKV:формулаипример....", "Листокдляпечати", "выведенаввопросе1.1;",
        "объясняетвопрос1.2.", "настранице3.", "Развернутыйответ", "Expandedanswer",
        "3.1KVmemory:formulaandexample", "ВопросыобLLM·4/15", "ЧемFA3лучшеv2игдедаётвыигрыш?"}) {
    BOOST_TEST(contains(text, part), part << " is not in\n" << text);
  }
  // The part that asks shows no answers.
  BOOST_TEST(count(text, "Развернутыйответ") == 3U, text);
}

BOOST_AUTO_TEST_CASE(the_title_of_a_sheet_is_that_of_its_frame) {
  BOOST_TEST(contains(all.tool("pdfinfo", {"xelatex/slides.pdf"}).output, "Pages:           18\n"));
  const std::string text = letters_of(all.text("xelatex", "slides"));
  BOOST_TEST(count(text, "ПамятьKV:формулаипример") == 2U, text);
  BOOST_TEST(count(text, "Развернутыйответ") == 1U, text);
}

BOOST_AUTO_TEST_CASE(answers_follow_the_switch_of_exam) {
  const std::string paper = letters_of(all.text("xelatex", "exam"));
  const std::string answers = letters_of(all.text("xelatex", "exam-answers"));
  for (const char* part : {"HowdoyouestimateKVmemory", "Explainwhatquestion1has"}) {
    BOOST_TEST(contains(paper, part), paper);
    BOOST_TEST(contains(answers, part), answers);
  }
  BOOST_TEST(!contains(paper, "TheKVcachestores"), paper);
  BOOST_TEST(contains(answers, "TheKVcachestores"), answers);
  BOOST_TEST(!contains(answers, "CountsonlyVorforgetsK"), answers);  // sections={question, answer}
}

// pdftohtml gives face and size together a number.
BOOST_AUTO_TEST_CASE(a_sheet_takes_the_face_and_the_size_of_its_host) {
  const auto font_of = [](const std::string& page, const std::string& words) {
    const std::string line = page.substr(0, page.find(words));
    const auto at = line.rfind("font=\"");
    return line.substr(at, line.find('>', at) - at);
  };
  for (const std::string engine : engines) {
    const std::string page = all.tool("pdftohtml", {"-xml", "-stdout", "-i", "-zoom", "10",
                                                    engine + "/exam-answers.pdf"})
                                 .output;
    BOOST_TEST_REQUIRE(contains(page, "The KV cache stores"), page);
    BOOST_TEST(font_of(page, "The KV cache stores") == font_of(page, "Explain what question"));
    const std::string fonts = all.tool("pdffonts", {engine + "/exam-answers.pdf"}).output;
    BOOST_TEST(contains(fonts, "LMRoman10-Regular"), fonts);
    BOOST_TEST(!contains(fonts, "PTS"), fonts);
    const std::string slides = all.tool("pdffonts", {engine + "/slides.pdf"}).output;
    BOOST_TEST(contains(slides, "PTSans-Regular"), slides);
    BOOST_TEST(!contains(slides, "PTSerif"), slides);
  }
}

BOOST_AUTO_TEST_SUITE_END()
