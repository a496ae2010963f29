// A machine that cannot sandbox TeX: what listok did not write runs when its user says so, once.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/canaries.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

struct Bare : Canaries {
  Bare() {
    write_bank("bank", {"first", "second", "third"});
    BOOST_TEST(listok({"emit", "bank"}).status == 0);
  }

  // As on a kernel that lacks these.
  Ran without(const std::string& parts, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{parts, LISTOK_PROGRAM, "build", "bank", "--color", "never"};
    words.insert(words.end(), more.begin(), more.end());
    return run(LISTOK_BARE_MACHINE, words);
  }

  std::string page(std::size_t number) const {
    const std::string pdf = "out/en/" + id_of(number) + ".pdf";
    return fs::exists(path / pdf) ? tool("pdftotext", {pdf, "-"}).output : "";
  }

  std::string trusted() const {
    return listok::latex::read_file(home / ".config/listok/trusted-tex").value_or("");
  }

  const std::string edited = "out/en/02-x.tex";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trust, Bare)

BOOST_AUTO_TEST_CASE(an_edited_sheet_waits_and_the_others_are_made) {
  replace(edited, "second", "mine");
  for (const char* parts : {"landlock", "seccomp", "landlock,seccomp"}) {
    const Ran told = without(parts);
    BOOST_TEST(told.status == 1, told.output);
    BOOST_TEST(contains(told.output, edited + ": error: TeX that listok did not write"),
               told.output);
    BOOST_TEST(count(told.output, "[untrusted-tex]") == 1U, told.output);
    BOOST_TEST(contains(told.output, "1 failed"), told.output);
    BOOST_TEST(contains(page(1), "first"));
    BOOST_TEST(contains(page(3), "third"));
    BOOST_TEST(page(2) == "");
  }
  BOOST_TEST(trusted() == "");

  const Ran said = without("landlock", {"--trust-tex"});
  BOOST_TEST(said.status == 0, said.output);
  BOOST_TEST(contains(said.output, "[unsandboxed-tex]"), said.output);
  BOOST_TEST(contains(said.output, "no Landlock"), said.output);
  BOOST_TEST(contains(page(2), "mine"));
  BOOST_TEST(contains(trusted(), fs::canonical(path / edited).string()));
  for (const std::string& file : files("bank", "")) BOOST_TEST(!contains(file, "trust"));
  for (const std::string& file : files("out", "")) BOOST_TEST(!contains(file, "trust"));

  const Ran again = without("landlock", {"--force"});  // it is remembered
  BOOST_TEST(again.status == 0, again.output);
  replace(edited, "mine", "theirs");
  const Ran later = without("landlock");
  BOOST_TEST(later.status == 1, later.output);
  BOOST_TEST(contains(later.output, "[untrusted-tex]"), later.output);
  BOOST_TEST(contains(page(2), "mine"));  // the old page stays
}

BOOST_AUTO_TEST_CASE(files_beside_and_a_preamble_concern_all_sheets) {
  write("out/en/listok-local.sty", "\\newcommand\\mine{x}\n");
  const Ran local = without("landlock");
  BOOST_TEST(local.status == 1, local.output);
  BOOST_TEST(contains(local.output, "out/en/listok-local.sty: error:"), local.output);
  BOOST_TEST(count(local.output, "[untrusted-tex]") == 1U, local.output);
  BOOST_TEST(contains(local.output, "3 failed"), local.output);
  BOOST_TEST(files("out", ".pdf").empty());
  BOOST_TEST(without("landlock", {"--trust-tex"}).status == 0);
  BOOST_TEST(files("out", ".pdf").size() == 3U);

  write("bank/listok.yaml", read("bank/listok.yaml") + "preamble: own.sty\n");
  write("bank/own.sty", "\\newcommand\\theirs{x}\n");
  const Ran preamble = without("landlock");
  BOOST_TEST(preamble.status == 1, preamble.output);
  BOOST_TEST(contains(preamble.output, "bank/own.sty: error:"), preamble.output);
  BOOST_TEST(count(preamble.output, "[untrusted-tex]") == 1U, preamble.output);
  BOOST_TEST(without("landlock", {"--trust-tex"}).status == 0);
  write("out/en/helper.inc", "x");  // what any of them may read
  const Ran helper = without("landlock", {"--force"});
  BOOST_TEST(contains(helper.output, "out/en/helper.inc: error:"), helper.output);
}

BOOST_AUTO_TEST_CASE(a_book_is_not_made_of_what_is_not_trusted) {
  replace(edited, "second", "mine");
  BOOST_TEST(listok({"build", "bank"}).status == 0);  // in a sandbox, and up to date from here on
  const Ran book = without("landlock", {"--book"});
  BOOST_TEST(book.status == 1, book.output);
  BOOST_TEST(contains(book.output, "[untrusted-tex]"), book.output);
  BOOST_TEST(contains(book.output, "lacks 1 of 3 sheets: "), book.output);
  const std::string words = tool("pdftotext", {"out/en/book.pdf", "-"}).output;
  BOOST_TEST(contains(words, "third"), words);
  BOOST_TEST(!contains(words, "mine"), words);
}

// Asked where something was trusted before, and only at a terminal.
BOOST_AUTO_TEST_CASE(a_later_edit_is_asked_about) {
  replace(edited, "second", "mine");
  BOOST_TEST(without("landlock", {"--trust-tex"}).status == 0);
  const auto at_a_terminal = [&](const std::string& answer) {
    write("answer", answer + "\n");
    return tool("sh", {"-c", fmt::format("(sleep 3; cat answer; sleep 3) | script --quiet --return "
                                         "--command '{} landlock {} build bank' /dev/null",
                                         LISTOK_BARE_MACHINE, LISTOK_PROGRAM)});
  };
  replace(edited, "mine", "theirs");
  const Ran no = at_a_terminal("n");
  BOOST_TEST(contains(no.output, "Do you trust these files"), no.output);
  BOOST_TEST(contains(no.output, edited), no.output);
  BOOST_TEST(contains(no.output, "[untrusted-tex]"), no.output);
  BOOST_TEST(contains(page(2), "mine"));
  const Ran yes = at_a_terminal("y");
  BOOST_TEST(!contains(yes.output, "[untrusted-tex]"), yes.output);
  BOOST_TEST(contains(page(2), "theirs"));
  BOOST_TEST(without("landlock", {"--force"}).status == 0);  // and is remembered
}

BOOST_AUTO_TEST_CASE(what_listok_wrote_itself_needs_no_trust) {
  for (const char* parts : {"landlock", "seccomp", "landlock,seccomp"}) {
    const Ran made = without(parts, {"--force"});
    BOOST_TEST(made.status == 0, made.output);
    BOOST_TEST(!contains(made.output, "trust"), made.output);
    BOOST_TEST(!contains(made.output, "sandbox"), made.output);
  }
}

// Rather no engine than a free one; and it is the fault of no sheet.
BOOST_AUTO_TEST_CASE(a_sandbox_that_fails_is_the_machines_fault, listok::tests::needs_landlock()) {
  for (const char* part : {"rulesets", "rules", "restriction"}) {
    const Ran failed = without(part);
    BOOST_TEST(failed.status == 3, part << ": " << failed.output);
    BOOST_TEST(count(failed.output, "[machine]") == 1U, failed.output);
    BOOST_TEST(contains(failed.output, "listok doctor"), failed.output);
    BOOST_TEST(files("out", ".pdf").empty());
  }
  // Nor is a picture looked into.
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/en/boxes.png");
  replace("bank/en/01-x.md", "first", "first ![boxes](boxes.png)");
  fs::remove_all(home / ".cache");
  const Ran checked = run(LISTOK_BARE_MACHINE,
                          {"restriction", LISTOK_PROGRAM, "check", "bank", "--color", "never"});
  BOOST_TEST(checked.status == 3, checked.output);
  BOOST_TEST(contains(checked.output, "error: pictures cannot be looked into: the process for it"),
             checked.output);
}

BOOST_AUTO_TEST_CASE(doctor_says_what_the_sandbox_is_worth) {
  const auto doctor = [&](const std::string& parts) {
    return run(LISTOK_BARE_MACHINE, {parts, LISTOK_PROGRAM, "doctor"});
  };
  BOOST_TEST(contains(doctor("landlock").output, "no Landlock"));
  BOOST_TEST(contains(doctor("landlock,seccomp").output, "neither Landlock nor seccomp"));
  BOOST_TEST(doctor("landlock,seccomp").status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
