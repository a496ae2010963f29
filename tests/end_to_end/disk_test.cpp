// A disk that is full or may not be written, and a bank with many errors of TeX.
#include <sys/mount.h>

#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

struct SmallDisk : Program {
  SmallDisk() {
    fs::create_directory(path / "out");
    mounted = mount("size=900k");
  }
  ~SmallDisk() {
    if (mounted) ::umount2((path / "out").c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mount(const char* options, unsigned long flags = 0) const {
    return ::mount("none", (path / "out").c_str(), "tmpfs", flags, options) == 0;
  }

  void check_pdfs() const {
    for (const std::string& pdf : files("out", ".pdf")) {
      if (pdf.starts_with(".listok/")) continue;
      BOOST_TEST(tool("qpdf", {"--check", (path / "out" / pdf).string()}).status == 0, pdf);
    }
  }

  bool mounted = false;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(disk)

BOOST_AUTO_TEST_CASE(a_full_disk_loses_nothing, needs_root()) {
  const SmallDisk program;
  BOOST_TEST_REQUIRE(program.mounted);
  program.copy_shipped_bank();
  const Ran full = program.listok({"build", "bank", "--color", "never"});
  BOOST_TEST(full.status == 3, full.output);
  BOOST_TEST(contains(full.output, "No space left on device"), full.output);
  BOOST_TEST(contains(full.output, "free some space"), full.output);
  program.check_pdfs();
  BOOST_TEST(program.mount("size=60m", MS_REMOUNT));
  const Ran free = program.listok({"build", "bank", "--color", "never"});
  BOOST_TEST(free.status == 0, free.output);
  program.check_pdfs();
  BOOST_TEST(program.files("out/ru", ".pdf").size() == 15U);
}

BOOST_AUTO_TEST_CASE(a_folder_that_may_not_be_written, needs_root()) {
  const SmallDisk program;
  BOOST_TEST_REQUIRE(program.mounted);
  BOOST_TEST_REQUIRE(program.mount("size=60m", MS_REMOUNT | MS_RDONLY));
  program.copy_shipped_bank();
  const Ran ran = program.listok({"build", "bank", "--color", "never"});
  BOOST_TEST(ran.status == 3, ran.output);
  BOOST_TEST(contains(ran.output, "choose a folder that you may write with `-o`"), ran.output);
}

namespace {

// What a hand may do to a sheet, each with a word of the message it should get.
constexpr std::pair<const char*, const char*> accidents[] = {
    {"\\undefinedcommand", "`\\undefinedcommand` is not a command"},
    {"a_b", "belongs in a formula"},
    {"\\textbf{open", "in the middle of an argument"},
    {"closed}", "closes nothing here"},
    {"a & b", "separates the cells of a table"},
    {"a # b", "`#` is special"},
    {"$a^b^c$", "two superscripts"},
    {"$a_b_c$", "two subscripts"},
    {"\\begin{nowhere}x\\end{nowhere}", "environment that is not known"},
    {"\\begin{itemize}\\item x\\end{enumerate}", ".tex"},
    {"\\end{document}", ".tex"},
    {"\\hspace{3}", "a length without its unit"},
    {"\\input{missing}", "a file is missing"},
    {"$\\left( x$", "`\\left` without its `\\right`"},
    {"$x \\right)$", ".tex"},
    {"\\loop\\iftrue\\repeat", "still busy here"},
    {"\\def\\x{\\x x}\\x", ".tex"},
    {"\\frac12", "belongs in a formula"},
    {"\\end{sheet}", "environments overlap"},
    {"\\char\"1F6D6", ".tex"},
};

}  // namespace

BOOST_AUTO_TEST_CASE(twenty_errors_of_tex_cost_twenty_sheets) {
  const Program program;
  program.write("bank/listok.yaml", "title: Questions\nlanguages: [en]\n");
  constexpr std::size_t good = 280;
  for (std::size_t number = 1; number <= good + std::size(accidents); ++number) {
    program.write(fmt::format("bank/en/{:03}.md", number),
                  fmt::format("# Sheet {0}\n\n## Question\n\nWhat is {0}?\n", number));
  }
  BOOST_TEST(program.listok({"emit", "bank"}).status == 0);
  for (std::size_t index = 0; index < std::size(accidents); ++index) {
    program.replace(fmt::format("out/en/{:03}.tex", 15 * index + 7), "What",
                    accidents[index].first + std::string(" What"));
  }
  const Ran ran = program.listok({"build", "bank", "--color", "never"});
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(program.files("out/en", ".pdf").size() == good, ran.output);
  BOOST_TEST(contains(ran.output, "280 sheets made"), ran.output);
  for (std::size_t index = 0; index < std::size(accidents); ++index) {
    const std::string file = fmt::format("out/en/{:03}.tex:7:", 15 * index + 7);
    const auto at = ran.output.find(file);
    BOOST_TEST_CONTEXT(accidents[index].first) {
      BOOST_REQUIRE_MESSAGE(at != std::string::npos, ran.output);
      const std::string line = ran.output.substr(at, ran.output.find('\n', at) - at);
      BOOST_TEST(contains(line, "error: "), line);
      BOOST_TEST(contains(line, accidents[index].second), line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
