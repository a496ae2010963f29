#include "latex/pdf.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/latex/minimal_pdf.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::minimal_pdf;
using listok::tests::Scratch;

namespace {

const Metadata metadata{"Кэш — KV", "An Author", "attention, kv-cache", "ru", "7"};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pdf, Scratch)

BOOST_AUTO_TEST_CASE(a_cut_is_one_sound_page) {
  write_file(path / "batch.pdf", minimal_pdf(3));
  const auto cuts = cut_pages(path / "batch.pdf", 3, {{0, metadata}, {2, metadata}}, "");
  BOOST_REQUIRE(cuts.size() == 2U);
  for (const CutResult& cut : cuts) {
    BOOST_TEST(cut.fault == "");
    BOOST_TEST(!pdf_fault(cut.bytes).has_value());
    BOOST_TEST(cut.bytes.find("/CreationDate") == std::string::npos);
  }
  BOOST_TEST(cuts[0].bytes != cuts[1].bytes);
}

BOOST_AUTO_TEST_CASE(the_same_page_gives_the_same_bytes) {
  write_file(path / "a.pdf", minimal_pdf(2));
  write_file(path / "b.pdf", minimal_pdf(2));
  BOOST_TEST(cut_pages(path / "a.pdf", 2, {{1, metadata}}, "")[0].bytes ==
             cut_pages(path / "b.pdf", 2, {{1, metadata}}, "")[0].bytes);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_is_not_what_the_log_says) {
  write_file(path / "batch.pdf", minimal_pdf(2));
  BOOST_TEST(cut_pages(path / "batch.pdf", 3, {{0, metadata}}, "")[0].fault ==
             "the PDF of the batch has 2 pages, the log 3");
}

BOOST_AUTO_TEST_CASE(a_broken_pdf_is_a_fault_not_an_exception) {
  const std::string whole = minimal_pdf(1);
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.5"), whole.substr(0, 60)}) {
    write_file(path / "batch.pdf", bytes);
    BOOST_TEST(cut_pages(path / "batch.pdf", 1, {{0, metadata}}, "")[0].fault != "");
    BOOST_TEST(pdf_fault(bytes).has_value());
  }
  BOOST_TEST(cut_pages(path / "nothing.pdf", 1, {{0, metadata}}, "")[0].fault != "");
}

BOOST_AUTO_TEST_CASE(two_pages_are_no_sheet) {
  BOOST_TEST(pdf_fault(minimal_pdf(2)).value() == "it has 2 pages instead of one");
}

BOOST_AUTO_TEST_SUITE_END()
