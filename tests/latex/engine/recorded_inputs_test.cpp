#include "latex/engine/recorded_inputs.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
using listok::tests::Variable;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

struct Run : Scratch {
  Run() {
    fs::create_directories(scratch);
    fs::create_directories(beside);
  }
  Names inputs(const std::string& recorded, std::string_view xdv = "") const {
    write_file(scratch / "batch.fls", recorded);
    return inputs_of_run(scratch, beside, xdv);
  }
  const fs::path scratch = path / "out/.listok/scratch-a";
  const fs::path beside = path / "out/ru";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(recorded_inputs, Run)

BOOST_AUTO_TEST_CASE(what_the_engine_has_recorded) {
  const std::string home = fs::canonical(beside).string();
  BOOST_TEST(inputs("PWD " + home +
                    "\nINPUT /usr/share/a.sty\nINPUT part.txt\nOUTPUT x.log\n"
                    "INPUT ./sub/../more.txt\nINPUT " +
                    home +
                    "/whole.inc\n"
                    "INPUT part.txt\nINPUT listok.cls\nINPUT sub/listok.cls\nINPUT ../en/x.inc\n"
                    "INPUT " +
                    fs::canonical(scratch).string() + "/1.tex\nINPUT last.txt") ==
                 (Names{(fs::canonical(path) / "out/en/x.inc").string(), "/usr/share/a.sty",
                        "last.txt", "more.txt", "part.txt", "sub/listok.cls", "whole.inc"}),
             boost::test_tools::per_element());
  BOOST_TEST(inputs_of_run(path, beside, "").empty());  // there is no record
}

BOOST_AUTO_TEST_CASE(what_only_its_pages_name) {
  for (const char* name : {"plan.png", "unused.png", "01.tex", "01.pdf"}) {
    write_file(beside / name, "x");
  }
  BOOST_TEST(inputs("", "… pdf:image (plan.png) 01.pdf …") == Names{"plan.png"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(paths_are_those_of_the_folder) {
  BOOST_TEST(paths_of({"a.txt", "/usr/b.sty"}, "out/ru") == (Names{"out/ru/a.txt", "/usr/b.sty"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_comes_may_be_found_before_all_others) {
  const auto search = [this] { return hash_of_search(path / "out", "ru"); };
  const Hash before = search();
  for (const char* name : {"07.tex", "07.pdf", "07.tex.new", "07.tex.orig2", "x.png", ".draft",
                           "listok.cls", "listok.lst", "07.synctex.gz", "sub/macros.inc"}) {
    write_file(beside / name, "x");
    BOOST_TEST((search() == before), name);  // comes and goes with the sheets
  }
  write_file(beside / "macros.inc", "x");
  const Hash after = search();
  BOOST_TEST((after != before));
  write_file(beside / "macros.inc", "other");  // what is in it is looked at elsewhere
  BOOST_TEST((search() == after));
}

BOOST_AUTO_TEST_CASE(search_paths_of_tex_count) {
  const Hash usual = hash_of_search(path / "out", "ru");
  {
    const Variable home("TEXMFHOME", path);
    const Hash elsewhere = hash_of_search(path / "out", "ru");
    BOOST_TEST((elsewhere != usual));
    home.set(beside);
    BOOST_TEST((hash_of_search(path / "out", "ru") != elsewhere));
  }
  BOOST_TEST((hash_of_search(path / "out", "ru") == usual));
}

BOOST_AUTO_TEST_SUITE_END()
