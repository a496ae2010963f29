#include "latex/log/file_places.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "latex/folder/output_folder.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

struct Beside : Scratch {
  Beside() {
    write_file(beside / "macros.inc", "% words\n\\undefinedhere\nlast");
    write_file(beside / "listok-local.sty",
               "\\ProvidesPackage{listok-local}\n\\RequirePackage{nosuch}\n\\def\\open{\n");
  }

  // "file:line: what stands there" of an error in `file`, outside of all sheets.
  std::string placed(const std::string& file, std::size_t line, const std::string& text = "No.",
                     unsigned sheet = 0) const {
    EngineLog log;
    log.messages.emplace_back();
    log.messages[0].text = text;
    log.messages[0].file = file;
    log.messages[0].line = line;
    log.messages[0].sheet = sheet;
    find_places(log, beside);
    const TexMessage& message = log.messages[0];
    return message.file + ":" + std::to_string(message.line) + ": " + message.source_line;
  }

  const fs::path beside = path / "ru";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(file_places, Beside)

BOOST_AUTO_TEST_CASE(what_stands_in_the_line_of_a_file_next_to_the_sheets) {
  BOOST_TEST(placed("./macros.inc", 2) == "./macros.inc:2: \\undefinedhere");
  BOOST_TEST(placed("macros.inc", 1) == "macros.inc:1: % words");
  BOOST_TEST(placed("./macros.inc", 3) == "./macros.inc:3: last");
  BOOST_TEST(placed("./macros.inc", 4) == "./macros.inc:4: ");
  BOOST_TEST(placed("./macros.inc", 99) == "./macros.inc:99: ");
}

BOOST_AUTO_TEST_CASE(nothing_elsewhere_is_read) {
  write_file(path / "secret", "secret");
  fs::create_symlink(path / "secret", beside / "link.inc");
  fs::create_directory(beside / "folder.inc");
  const std::string secret = path / "secret";
  for (const std::string& file : {std::string("../secret"), std::string("./link.inc"), secret,
                                  std::string("./folder.inc"), std::string("./none.inc")}) {
    BOOST_TEST(placed(file, 1) == file + ":1: ");
  }
  fs::create_symlink("macros.inc", beside / "inner.inc");
  BOOST_TEST(placed("./inner.inc", 1) == "./inner.inc:1: % words");
  write_file(beside / "large.inc", std::string((1 << 20) + 1, 'x'));
  BOOST_TEST(placed("./large.inc", 1) == "./large.inc:1: ");
}

BOOST_AUTO_TEST_CASE(what_tex_tells_behind_the_macros_of_a_person_is_theirs) {
  const std::string local = "./listok-local.sty";
  BOOST_TEST(placed("./batch.tex", 5, "LaTeX Error: File `nosuch.sty' not found.") ==
             local + ":2: \\RequirePackage{nosuch}");
  BOOST_TEST(placed("./batch.tex", 5, "File ended while scanning definition of \\open.") ==
             local + ":3: \\def\\open{");
  BOOST_TEST(placed("./batch.tex", 5, "LaTeX Error: File `elsewhere.sty' not found.") ==
             "./batch.tex:5: ");
  BOOST_TEST(placed("./batch.tex", 5, "Undefined control sequence.") == "./batch.tex:5: ");
  // While a sheet is read it may be that sheet's.
  BOOST_TEST(placed("./batch.tex", 5, "LaTeX Error: File `nosuch.sty' not found.", 1) ==
             "./batch.tex:5: ");
  fs::remove(beside / "listok-local.sty");
  BOOST_TEST(placed("./batch.tex", 5, "LaTeX Error: File `nosuch.sty' not found.") ==
             "./batch.tex:5: ");
}

BOOST_AUTO_TEST_SUITE_END()
