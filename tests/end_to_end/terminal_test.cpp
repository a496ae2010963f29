// What a person at a terminal sees of a long run, and of one that was interrupted.
#include <boost/test/unit_test.hpp>

#include <set>

#include "emitter/text/text.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

struct Terminal : Program {
  void write_bank(std::size_t sheets) const {
    write("bank/listok.yaml", "title: Вопросы\nlanguages: [ru]\n");
    fs::create_directories(path / "bank/ru");
    for (std::size_t number = 1; number <= sheets; ++number) {
      listok::latex::write_scratch_file(  // without waiting for the disk each time
          path / fmt::format("bank/ru/{:04}-x.md", number),
          fmt::format("# Лист {0}\n\n## Вопрос\n\nЧто такое $x_{{{0}}}$?\n", number));
    }
  }

  // All that a terminal of so many columns is sent.
  Ran on_terminal(std::size_t columns, const std::string& kind, const std::string& command) {
    environment["TERM"] = kind;
    return tool("script",
                {"-qec", fmt::format("stty cols {}; {} {}", columns, LISTOK_PROGRAM, command),
                 "/dev/null"});
  }

  // ^C comes so long after the program has begun to wait for it. A busy machine may need seconds to
  // start it.
  Ran interrupted_after(int seconds, std::vector<std::string> arguments) const {
    const std::string script = R"(
      seconds=$1
      shift
      set -m  # or it would ignore ^C
      "$@" &
      set +m
      while kill -0 $! 2>/dev/null; do
        grep -qs "^SigBlk:.*[2367abef]$" /proc/$!/status && [ /proc/$!/exe -ef "$1" ] && break
      done
      sleep "$seconds"
      kill -INT $!
      wait $!
    )";
    std::vector<std::string> all{"-c", script, "bash", std::to_string(seconds), LISTOK_PROGRAM};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return tool("bash", all);
  }
};

// The lines of progress, each as it stood on the screen.
std::vector<std::string> progress_in(const std::string& screen) {
  std::vector<std::string> lines;
  for (auto at = screen.find('\r'); at != std::string::npos; at = screen.find('\r', at + 1)) {
    const auto end = screen.find("\033[K", at);
    if (end == std::string::npos) break;
    const std::string line = screen.substr(at + 1, end - at - 1);
    if (!line.empty() && line.find_first_of("\r\n") == std::string::npos) lines.push_back(line);
  }
  return lines;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(terminal, Terminal)

BOOST_AUTO_TEST_CASE(progress_goes_sheet_by_sheet) {
  write_bank(1500);  // so many that the fastest engine is seen at work more than once
  const Ran ran = on_terminal(80, "xterm", "build bank -j 1");
  BOOST_TEST(ran.status == 0, ran.output);
  const auto lines = progress_in(ran.output);
  BOOST_TEST_REQUIRE(!lines.empty());
  std::set<int> between;
  int last = 0;
  for (const std::string& line : lines) {
    BOOST_TEST(!contains(line, ", ,"), line);
    BOOST_TEST(contains(line, " of 1500 sheets, "), line);
    const int done = std::stoi(line);
    BOOST_TEST(done >= last, line);
    last = done;
    if (done > 0 && done < 1500) between.insert(done);
  }
  BOOST_TEST(between.size() >= 2U, fmt::format("{}", fmt::join(lines, "\n")));
  BOOST_TEST(last == 1500);
  BOOST_TEST(contains(ran.output, "\r\033[Kout: 1500 sheets made"), ran.output);  // none is left
}

BOOST_AUTO_TEST_CASE(progress_fits_its_terminal_or_is_not_shown) {
  write_bank(3);
  for (const std::size_t columns : {40U, 12U, 2U}) {
    fs::remove_all(path / "out");
    const auto lines = progress_in(on_terminal(columns, "xterm", "build bank").output);
    BOOST_TEST(!lines.empty());
    for (const std::string& line : lines) {
      BOOST_TEST(listok::emitter::length(line) < columns, line);
    }
  }
  for (const char* command : {"build bank -q", "build bank --message-format json"}) {
    fs::remove_all(path / "out");
    const Ran ran = on_terminal(80, "xterm", command);
    BOOST_TEST(ran.status == 0, ran.output);
    BOOST_TEST(!contains(ran.output, "\033"), command);
  }
  for (const char* kind : {"dumb", ""}) {
    fs::remove_all(path / "out");
    const Ran ran = on_terminal(80, kind, "build bank");
    BOOST_TEST(ran.status == 0, ran.output);
    BOOST_TEST(!contains(ran.output, "\033"), kind);
  }
}

BOOST_AUTO_TEST_CASE(what_an_interruption_leaves_is_told) {
  write_bank(4000);
  Ran ran = interrupted_after(0, {"build", "bank", "-j", "1"});
  BOOST_TEST(ran.status == 130, ran.output);
  BOOST_TEST(ran.output == "interrupted: no sheet was made yet; run the command again\n");
  // Some time later the first of many batches is in its place.
  for (int tries = 0; tries < 8; ++tries) {
    ran = interrupted_after(8 + 4 * tries, {"build", "bank", "-j", "1"});
    if (!contains(ran.output, "no sheet was made yet") && !contains(ran.output, ": 0 of")) break;
  }
  BOOST_TEST(ran.status == 130, ran.output);
  BOOST_TEST(contains(ran.output, "interrupted: "), ran.output);
  BOOST_TEST(contains(ran.output, " of 4000 sheets made; run the command again to make the rest\n"),
             ran.output);
  const auto made = files("out/ru", ".pdf").size();
  BOOST_TEST(contains(ran.output, fmt::format("interrupted: {} of", made)), ran.output);
}

BOOST_AUTO_TEST_CASE(an_interruption_in_json) {
  write_bank(4000);
  const Ran ran = interrupted_after(0, {"build", "bank", "--message-format", "json"});
  BOOST_TEST(ran.status == 130, ran.output);
  BOOST_TEST(ran.output == R"({"made":0,"up_to_date":0,"failed":0,"interrupted":true})"
                           "\n");
}

BOOST_AUTO_TEST_CASE(emit_can_be_interrupted) {
  write_bank(4000);
  const Ran ran = interrupted_after(0, {"emit", "bank"});
  BOOST_TEST(ran.status == 130, ran.output);
  BOOST_TEST(contains(ran.output, "interrupted: "), ran.output);
}

BOOST_AUTO_TEST_SUITE_END()
