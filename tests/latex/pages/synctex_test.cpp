#include "latex/pages/synctex.hpp"

#include <boost/test/unit_test.hpp>

#include "pictures/base/deflate.hpp"

using namespace listok::latex;
using listok::pictures::packed_gzip;
using listok::pictures::unpacked_gzip;

namespace {

// Of a run over 1.tex and 2.tex; the second is on two pages.
const std::string run_head =
    "SyncTeX Version:1\n"
    "Input:1:/out/ru/../.listok/scratch-1/batch.tex\n"
    "Input:2:/out/ru/./listok-local.sty\n"
    "Output:xdv\nMagnification:1000\nUnit:1\nX Offset:4736287\nY Offset:4736287\n"
    "Content:\n";
const std::string first_page =
    "!200\n{1\n[1,5:0,900:500,900,0\n(4,9:10,100:400,9,2\ng4,7:20,100\n)\n]\n!50\n}1\n";
const std::string front =
    "Input:5:/out/ru/../.listok/scratch-1/2.tex\n"
    "!50\n{2\n[1,5:0,900:500,900,0\n"
    "(5,3:10,100:400,9,2\nh5,2:10,100:0,0,0\ng5,3:20,100\nr1,5:25,100:1,9,0\ng5,3:30,100\n"
    "(5,3:35,100:9,9,0\nk5,4:40,100:5\n)\n)\n"
    "(2,8:10,200:400,9,2\ng2,8:20,=\n)\n]\n!60\n}2\n";
const std::string back =
    "!50\n{3\n[1,5:0,900:500,900,0\n(5,6:10,100:400,9,2\n$5,6,0:20,100\n)\n]\n!60\n}3\n";
const std::string run_end = "!50\nPostamble:\nCount:30\n!20\nPost scriptum:\n";
const std::string run_text =
    run_head + "Input:4:/out/ru/../.listok/scratch-1/1.tex\n" + first_page + front + back + run_end;

const Origin origin{"/out/ru/05-b.tex",
                    {"/bank/ru/05-b.md", "/bank/en/05-b.md"},
                    {{0, 0}, {0, 7}, {0, 9}, {1, 4}, {0, 0}, {0, 11}}};

std::string pages_of(const std::string& text, const std::string& name, std::size_t first,
                     std::size_t count) {
  const std::string packed =
      SyncTex(packed_gzip(text), "/out/.listok/scratch-1").of_sheet(name, first, count, origin);
  return packed.empty() ? "" : unpacked_gzip(packed, 1 << 20).value();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(synctex)

BOOST_AUTO_TEST_CASE(the_pages_of_one_sheet) {
  const std::string head =
      "SyncTeX Version:1\n"
      "Input:1:/out/ru/05-b.tex\nInput:2:/bank/ru/05-b.md\nInput:3:/bank/en/05-b.md\n"
      "Input:4:/out/ru/listok-local.sty\n"
      "Output:pdf\nMagnification:1000\nUnit:1\nX Offset:4736287\nY Offset:4736287\n"
      "Content:\n";
  const std::string page_1 =
      "{1\n[1,6:0,900:500,900,0\n"  // of the run's own file: the last line of the sheet
      "(1,3:10,100:400,9,2\nh1,2:10,100:0,0,0\ng1,3:20,100\nr1,6:25,100:1,9,0\ng1,3:30,100\n"
      "(1,3:35,100:9,9,0\nk1,4:40,100:5\n)\n)\n"
      "[2,7:10,100:400,9,2\n]\n[2,9:10,100:400,9,2\n]\n[3,4:10,100:400,9,2\n]\n"
      "(4,8:10,200:400,9,2\ng4,8:20,=\n)\n]\n";
  const std::string page_2 =
      "{2\n[1,6:0,900:500,900,0\n(1,6:10,100:400,9,2\n$1,6:20,100\n)\n[2,11:10,100:400,9,2\n]\n]\n";
  const auto mark = [](std::size_t bytes) { return "!" + std::to_string(bytes) + "\n"; };
  // Each says how many bytes there are since the one before.
  std::string expected = head;
  std::size_t last = 0;
  const auto add = [&](const std::string& text) {
    const std::size_t here = expected.size();
    expected += mark(here - last) + text;
    last = here;
  };
  add(page_1);
  add("}1\n");
  add(page_2);
  add("}2\n");
  add("Postamble:\nCount:36\n");
  add("Post scriptum:\n");
  BOOST_TEST(pages_of(run_text, "2.tex", 1, 2) == expected);
}

BOOST_AUTO_TEST_CASE(a_sheet_alone) {
  const std::string first = pages_of(run_text, "1.tex", 0, 1);
  BOOST_TEST(first.find("(1,9:10,100:400,9,2\ng1,7:20,100\n)\n") != first.npos, first);
  BOOST_TEST(first.find("listok-local") == first.npos, first);  // nothing on its page is of it
}

BOOST_AUTO_TEST_CASE(a_name_for_the_shell_of_a_viewer) {
  const std::string usual = pages_of(run_text, "2.tex", 1, 2);
  BOOST_TEST(usual.find("(4,8:10,200") != usual.npos, usual);
  for (const char* name : {"/out/ru/';touch x;'.sty", "/out/ru/$(x).sty", "/out/ru/a`x`.sty",
                           "out/ru/relative.sty", "/out/ru/a\x1b.sty"}) {
    const std::string said =
        pages_of(replaced(run_text, "/out/ru/./listok-local.sty", name), "2.tex", 1, 2);
    BOOST_TEST(said.find("(1,6:10,200") != said.npos, said);
    BOOST_TEST(said.find(".sty") == said.npos, said);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_nothing) {
  BOOST_TEST(pages_of(run_text, "2.tex", 2, 1) != "");
  BOOST_TEST(pages_of(run_text, "2.tex", 2, 2) == "");  // there are three pages
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"$5,6,0:20,100\n", "?5,6:20,100\n"},
           {"$5,6,0:20,100\n", "$5,6\n"},
           {"$5,6,0:20,100\n", "$5;6:20,100\n"},
           {"$5,6,0:20,100\n", "$99999999999,6:20,100\n"},
           {"$5,6,0:20,100\n", "$9,6:20,100\n"},
           {"$5,6,0:20,100\n", "$5,6:20,\\input\n"},
           {"$5,6,0:20,100\n)\n", "$5,6,0:20,100\n]\n"},
           {"$5,6,0:20,100\n)\n", "$5,6,0:20,100\n"},
           {"$5,6,0:20,100\n)\n", "$5,6,0:20,100\n)\n)\n]\n)\n"},
           {"\n}3\n", "\n"}}) {
    BOOST_TEST(pages_of(replaced(run_text, from, to), "2.tex", 2, 1) == "", to);
  }
  for (const char* damaged : {"", "no gzip", "\x1f\x8b"}) {
    BOOST_TEST(SyncTex(damaged, "/out/.listok/scratch-1").of_sheet("1.tex", 0, 1, origin) == "");
  }
}

BOOST_AUTO_TEST_CASE(the_same_text_is_packed_into_the_same_bytes) {
  const std::string packed = packed_gzip(run_text);
  BOOST_TEST(unpacked_gzip(packed, 1 << 20).value() == run_text);
  BOOST_TEST((packed == packed_gzip(run_text)));
  const std::string no_name_no_time("\x1f\x8b\x08\0\0\0\0\0", 8);
  BOOST_TEST(packed.starts_with(no_name_no_time));
}

BOOST_AUTO_TEST_SUITE_END()
