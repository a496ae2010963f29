#include "latex/pdf.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/files.hpp"
#include "tests/latex/minimal_pdf.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::minimal_pdf;
using listok::tests::Scratch;

namespace {

const Metadata metadata{"Кэш — KV", "An Author", "attention, kv-cache", "ru", "7"};

struct CutFixture : Scratch {
  // Page `page` of batch.pdf, as cut; its fault instead when there is one.
  std::string cut(std::size_t pages, std::size_t page) {
    const auto file = path / "cut.pdf";
    const auto faults = cut_pages(path / "batch.pdf", pages, {{page, metadata, file}}, "");
    BOOST_REQUIRE(faults.size() == 1U);
    return faults[0].empty() ? read_file(file).value() : faults[0];
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pdf, CutFixture)

BOOST_AUTO_TEST_CASE(a_cut_is_one_sound_page) {
  write_file(path / "batch.pdf", minimal_pdf(3));
  for (const std::size_t page : {0U, 2U}) {
    const std::string bytes = cut(3, page);
    BOOST_TEST(!pdf_fault(bytes).has_value());
    BOOST_TEST(bytes.find("/CreationDate") == std::string::npos);
  }
  BOOST_TEST(cut(3, 0) != cut(3, 2));
}

BOOST_AUTO_TEST_CASE(the_same_page_gives_the_same_bytes) {
  write_file(path / "batch.pdf", minimal_pdf(2));
  const std::string before = cut(2, 1);
  write_file(path / "batch.pdf", minimal_pdf(2));
  BOOST_TEST(cut(2, 1) == before);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_is_not_what_the_log_says) {
  write_file(path / "batch.pdf", minimal_pdf(2));
  BOOST_TEST(cut(3, 0) == "the PDF of the batch has 2 pages, the log 3");
}

BOOST_AUTO_TEST_CASE(a_broken_pdf_is_a_fault_not_an_exception) {
  const std::string whole = minimal_pdf(1);
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.5"), whole.substr(0, 60)}) {
    write_file(path / "batch.pdf", bytes);
    BOOST_TEST(cut(1, 0).starts_with("the PDF cannot be read: "));
    BOOST_TEST(pdf_fault(bytes).has_value());
  }
  std::filesystem::remove(path / "batch.pdf");
  BOOST_TEST(cut(1, 0).starts_with("the PDF cannot be read: "));
}

BOOST_AUTO_TEST_CASE(a_cut_that_cannot_be_written_is_trouble) {
  write_file(path / "batch.pdf", minimal_pdf(1));
  BOOST_CHECK_THROW(cut_pages(path / "batch.pdf", 1, {{0, metadata, path / "no" / "cut.pdf"}}, ""),
                    Trouble);
}

BOOST_AUTO_TEST_CASE(two_pages_are_no_sheet) {
  BOOST_TEST(pdf_fault(minimal_pdf(2)).value() == "it has 2 pages instead of one");
}

BOOST_AUTO_TEST_SUITE_END()
