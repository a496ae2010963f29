#include "latex/build/diagnose.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace listok::latex;

namespace {

struct Failed {
  Sheet sheet;
  Outcome outcome;

  Failed() {
    sheet.source = std::make_shared<const SheetText>(
        SheetText{"en/1.tex", "\\begin{document}\n\\foo\n", true, {}, {}, {}});
    sheet.pdf = "en/1.pdf";
    outcome.sheet.marks.pages = 1;
  }

  static TexMessage error(unsigned sheet, const char* text) {
    TexMessage message;
    message.sheet = sheet;
    message.in_sheet = sheet != 0;
    message.line = 2;
    message.text = text;
    return message;
  }

  Diagnosis diagnosis() const { return diagnose(sheet, outcome, "out"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(diagnosing, Failed)

BOOST_AUTO_TEST_CASE(an_error_before_any_sheet_is_that_of_many) {
  outcome.messages = {error(0, "Undefined control sequence.")};
  outcome.sheet.messages = {error(1, "Missing number, treated as zero.")};
  const Diagnosis found = diagnosis();
  BOOST_TEST(found.explained);
  BOOST_REQUIRE_EQUAL(found.shared.size(), 1U);
  BOOST_TEST(found.shared[0].code == "tex-undefined");
  BOOST_REQUIRE_EQUAL(found.own.size(), 1U);
  BOOST_TEST(found.own[0].code == "tex-number");
  BOOST_TEST(found.own[0].line == 2U);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_is_too_long_is_reported_once) {
  outcome.sheet.messages = {error(1, "Class listok Error: The sheet `1' is 3 lines too long at")};
  outcome.sheet.marks.over = 3;
  const Diagnosis found = diagnosis();
  BOOST_TEST(found.explained);
  BOOST_REQUIRE_EQUAL(found.own.size(), 1U);
  BOOST_TEST(found.own[0].code == "fit");
}

BOOST_AUTO_TEST_CASE(what_tex_does_not_explain_has_a_diagnostic_all_the_same) {
  BOOST_TEST(!diagnosis().explained);
  BOOST_REQUIRE_EQUAL(diagnosis().own.size(), 1U);
  BOOST_TEST(diagnosis().own[0].message == "no sheet could be made: the engine did not finish it");
  BOOST_TEST(diagnosis().own[0].hint == "what TeX said is in `out/.listok/logs/en/1.log`");
  outcome.sheet.marks.group = 1;
  BOOST_TEST(diagnosis().own[0].message ==
             "no sheet could be made: a group or an environment is left open");
  outcome.fault = "xelatex ran longer than 60 s";
  BOOST_TEST(diagnosis().own[0].message == "no sheet could be made: xelatex ran longer than 60 s");
  outcome.sheet.lacking = 7;
  BOOST_REQUIRE_EQUAL(diagnosis().own.size(), 1U);
  BOOST_TEST(diagnosis().own[0].code == "lost-words");
}

BOOST_AUTO_TEST_CASE(a_pdf_that_was_made_can_have_warnings) {
  Record record;
  record.messages = {TexMessage{TexMessage::Kind::overfull, 1, true, 2, "Overfull box", {}, 5}};
  record.removed = {"/JavaScript"};
  const auto warnings = warnings_of(sheet, record, "out");
  BOOST_REQUIRE_EQUAL(warnings.size(), 2U);
  BOOST_TEST(warnings[0].code == "overfull");
  BOOST_TEST(warnings[1].code == "acting-pdf");
  BOOST_TEST(!listok::emitter::has_errors(warnings));
}

BOOST_AUTO_TEST_SUITE_END()
