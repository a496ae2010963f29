#include "latex/pages/pdf.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "latex/folder/output_folder.hpp"
#include "latex/system/files.hpp"
#include "tests/latex/pages/minimal_pdf.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::minimal_pdf;
using listok::tests::pdf_of;
using listok::tests::Scratch;

namespace {

const Metadata metadata{"Кэш — KV", "An Author", "attention, kv-cache", "ru", "7"};

struct CutFixture : Scratch {
  // Page `page` of batch.pdf, as cut; its fault instead when there is one.
  std::string cut(std::size_t pages, std::size_t page, std::size_t own = 1) {
    const auto file = path / "cut.pdf";
    const auto results = cut_pages(path / "batch.pdf", pages, {{page, metadata, file, own}}, "");
    BOOST_REQUIRE(results.size() == 1U);
    return results[0].fault.empty() ? read_file(file).value() : results[0].fault;
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

BOOST_AUTO_TEST_CASE(a_cut_may_have_two_pages) {
  write_file(path / "batch.pdf", minimal_pdf(4));
  const std::string bytes = cut(4, 1, 2);
  BOOST_TEST(!pdf_fault(bytes, 2).has_value());
  BOOST_TEST(pdf_fault(bytes).value() == "it has 2 pages instead of 1");
  BOOST_TEST(cut(4, 3, 2).starts_with("the PDF cannot be read: "));  // there is no fifth
  BOOST_TEST(page_label("7", 0) == "7");
  BOOST_TEST(page_label("7", 1) == "7-2");
}

// A PDF of two pages; what is of the first is put into its dictionary, what is of the whole into
// the catalog.
std::string with(const std::string& of_page, const std::string& of_whole = "") {
  std::string pdf = minimal_pdf(2);
  const auto put = [&](const std::string& before, const std::string& text) {
    pdf.insert(pdf.find(before) + before.size(), text);
  };
  put("/Type /Page /Parent 2 0 R", " " + of_page);
  put("/Type /Catalog", " " + of_whole);
  return pdf;  // whose table of places is wrong now: readers make it anew
}

BOOST_AUTO_TEST_CASE(what_acts_is_removed_and_named) {
  struct Row {
    std::string of_page;
    std::set<std::string> removed;
  };
  const std::string link =
      "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << {} >> >>]";
  const Row rows[] = {
      {"/AA << /O << /S /JavaScript /JS (x) >> >>", {"/AA"}},
      {fmt::format(fmt::runtime(link), "/S /Launch /F (sh)"), {"/Launch"}},
      {fmt::format(fmt::runtime(link), "/S /GoToR /F (x.pdf) /D [0 /Fit]"), {"/GoToR"}},
      {fmt::format(fmt::runtime(link), "/S /GoTo /D [0 /Fit] /Next << /S /ImportData /F (x) >>"),
       {"/ImportData"}},
      {fmt::format(fmt::runtime(link), "/S /URI /URI (https://x.org) /Next [<< /S /SubmitForm >>]"),
       {"/SubmitForm"}},
      {fmt::format(fmt::runtime(link), "/S /URI /URI (JavaScript:alert)"), {"/URI"}},
      {fmt::format(fmt::runtime(link), "/S /URI /URI <6A 0A 61766173637269 70743A78>"), {"/URI"}},
      {fmt::format(fmt::runtime(link), "/S /#4aavaScript /JS (x)"), {"/JavaScript"}},
      {"/Annots [<< /Subtype /FileAttachment /FS << /EF << /F 1 0 R >> >> >>]",
       {"/FileAttachment"}},
      {"/Annots [<< /Subtype /RichMedia >> << /Subtype /Widget /FT /Btn >>]",
       {"/RichMedia", "/Widget"}},
      {"/AF [<< /Type /Filespec >>]", {"/AF"}},
      {"/X << /Y [<< /EF << /F 1 0 R >> >>] >>", {"/EF"}},
      {fmt::format(fmt::runtime(link), "/S /URI /URI (https://x.org)"), {}},
      {fmt::format(fmt::runtime(link), "/S /GoTo /D [0 /Fit]"), {}},
      {"/Group << /S /Transparency /CS /DeviceRGB >>", {}},
  };
  for (const auto& [of_page, removed] : rows) {
    write_file(path / "batch.pdf", with(of_page));
    const auto file = path / "cut.pdf";
    const auto results = cut_pages(path / "batch.pdf", 2,
                                   {{0, metadata, file}, {1, metadata, path / "other.pdf"}}, "");
    BOOST_TEST(results[0].fault == "", of_page << ": " << results[0].fault);
    BOOST_TEST(results[0].removed == removed, boost::test_tools::per_element());
    BOOST_TEST(results[1].removed.empty());
    const auto again = cut_pages(file, 1, {{0, metadata, path / "again.pdf"}}, "");
    BOOST_TEST(again[0].removed.empty(), of_page << " leaves something");
  }
}

BOOST_AUTO_TEST_CASE(what_acts_on_either_page_of_a_sheet_is_named) {
  std::string pdf = with("/AA << /O << /S /JavaScript /JS (x) >> >>");
  const auto second = pdf.rfind("/Type /Page /Parent 2 0 R");
  pdf.insert(second + 25, " /AF [<< /Type /Filespec >>]");
  write_file(path / "batch.pdf", pdf);
  const auto results = cut_pages(path / "batch.pdf", 2, {{0, metadata, path / "cut.pdf", 2}}, "");
  BOOST_TEST(results[0].fault == "");
  BOOST_TEST(results[0].removed == (std::set<std::string>{"/AA", "/AF"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_acts_as_a_whole_is_laid_to_one_page_alone) {
  write_file(path / "batch.pdf", with("", "/OpenAction << /S /JavaScript /JS (x) >>"));
  const auto file = path / "cut.pdf";
  const auto both =
      cut_pages(path / "batch.pdf", 2, {{0, metadata, file}, {1, metadata, file}}, "");
  BOOST_TEST(both[0].fault == "the PDF acts by itself: /JavaScript");
  const auto one = cut_pages(path / "batch.pdf", 2, {{1, metadata, file}}, "");
  BOOST_TEST(one[0].fault == "");
  BOOST_TEST(one[0].removed == std::set<std::string>{"/JavaScript"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_page_gives_the_same_bytes) {
  write_file(path / "batch.pdf", minimal_pdf(2));
  const std::string before = cut(2, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // a PDF may hold the second
  write_file(path / "batch.pdf", minimal_pdf(2));
  BOOST_TEST((cut(2, 1) == before));
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

BOOST_AUTO_TEST_CASE(a_font_that_is_not_in_the_pdf_is_a_fault) {
  const auto fault_of = [](const std::string& font) {
    return pdf_fault(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                             "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font "
                             "<< /F " +
                                 font + " >> >> >>"}))
        .value_or("");
  };
  const std::string file = "/FontDescriptor << /FontFile2 2 0 R >>";
  BOOST_TEST(fault_of("<< /Subtype /Type3 >>") == "");
  BOOST_TEST(fault_of("<< /Subtype /TrueType " + file + " >>") == "");
  BOOST_TEST(fault_of("<< /Subtype /Type0 /DescendantFonts [<< " + file + " >>] >>") == "");
  for (const char* font : {"<< /Subtype /Type1 /BaseFont /Helvetica >>",
                           "<< /Subtype /TrueType /BaseFont /Helvetica /FontDescriptor << >> >>",
                           "<< /Subtype /Type0 /BaseFont /Helvetica /DescendantFonts [<< >>] >>"}) {
    BOOST_TEST(fault_of(font) == "its font /Helvetica is not embedded");
  }
}

BOOST_AUTO_TEST_CASE(a_book_of_a_broken_part_has_a_fault) {
  write_file(path / "whole.pdf", minimal_pdf(2));
  write_file(path / "broken.pdf", "%PDF-1.5\n");
  const std::vector<BookPage> pages{{0, 1, "One", "1", "one"}, {1, 0, "Two", "2", "two"}};
  const Bound broken = bind_book({path / "whole.pdf", path / "broken.pdf"}, pages, metadata, "");
  BOOST_TEST(broken.bytes == "");
  BOOST_TEST(broken.fault.starts_with("the PDF cannot be read: "), broken.fault);
  const Bound sound = bind_book({path / "whole.pdf", path / "whole.pdf"}, pages, metadata, "");
  BOOST_TEST(sound.fault == "");
  BOOST_TEST(!pdf_fault(sound.bytes, 2).has_value());
}

BOOST_AUTO_TEST_CASE(a_blank_page_is_as_large_as_the_one_before) {
  write_file(path / "whole.pdf", minimal_pdf(1));
  const std::vector<BookPage> pages{{0, 0, "One", "i", "one"}, {.label = "ii", .blank = true}};
  const Bound made = bind_book({path / "whole.pdf"}, pages, metadata, "");
  BOOST_TEST(made.fault == "");
  BOOST_TEST(!pdf_fault(made.bytes, 2).has_value());
}

BOOST_AUTO_TEST_CASE(two_pages_are_no_sheet) {
  BOOST_TEST(pdf_fault(minimal_pdf(2)).value() == "it has 2 pages instead of 1");
}

BOOST_AUTO_TEST_SUITE_END()
