// What the queue does when engines misbehave, with an engine that misbehaves on demand: a real one
// does not.
#include "latex/engine/scheduler.hpp"
#include "latex/folder/output_folder.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "tests/latex/pages/minimal_pdf.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::minimal_pdf;
using listok::tests::processes_in;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

// Reads the sheets of a batch line by line and does what they say.
constexpr const char* fake_xelatex = R"(#!/bin/bash
for argument; do case $argument in -output-directory=*) cd "${argument#*=}" ;; esac; done
nonce=$(sed -n 's/^\\listokbatch{\(.*\)}$/\1/p' batch.tex)
kill -RTMIN $PPID  # all that a sandboxed engine can say of itself; two at once both arrive
exec > batch.log
pages=0
grep -q PREAMBLE batch.tex && { echo "! LaTeX Error: File \`fontspec.sty' not found."; exit 1; }
grep -q NOMEMORY batch.tex && { echo "fatal: memory exhausted (xmalloc of 8 bytes)." >&2; exit 1; }
grep -q MACROS batch.tex && echo "./macros.inc:2: Undefined control sequence."
for number in $(sed -n 's/^\\listokrun{\(.*\)}$/\1/p' batch.tex); do
  echo "listok:$nonce:begin:$number:pages=$pages"
  echo "listok:$nonce:at:$number." >&2
  group=0
  made=
  case $(sed -n 3p "$number.tex") in
    CRASH) kill -SEGV $$ ;;
    ERROR) echo "./$number.tex:3: Undefined control sequence." ;;
    LEAK) group=1 ;;
    POISON) poisoned=1 ;;
    TWO) pages=$((pages + 1)) ;;
    BOTH) pages=$((pages + 1)) made=:pages=2 ;;
    THREE) pages=$((pages + 2)) made=:pages=2 ;;
    HANG) sleep 60 ;;
    KILLED) kill -KILL $$ ;;
    SLOW) sleep 1 ;;
    FACE) echo "./$number.tex:3: Class listok Error: The font \`Latin Modern Math' is not installed." ;;
    FLOOD) exec yes "./$number.tex:3: Undefined control sequence." ;;
    CHILD) sleep 60 & ;;
  esac
  if [ -n "$poisoned" ]; then echo "./$number.tex:9: Undefined control sequence."; group=1; fi
  pages=$((pages + 1))
  echo "listok:$nonce:sheet:$number:size=11:fill=0.5:over=0$made"
  echo "listok:$nonce:end:$number:pages=$pages:group=$group"
done
echo "listok:$nonce:done"
echo $pages > pages
{ printf '\367\7'; head -c 13 /dev/zero
  for page in $(seq $pages); do printf '\213'; head -c 44 /dev/zero; printf '\214'; done
  printf '\370'; } > batch.xdv
)";

constexpr const char* fake_xdvipdfmx = R"(#!/bin/bash
cp "@pdfs@/$(cat "$(dirname "$4")/pages").pdf" "$3"  # -q -o batch.pdf batch.xdv
)";

std::atomic<int> engines_started = 0;

struct QueueFixture : Scratch {
  QueueFixture() {
    engines_started = 0;
    std::signal(SIGRTMIN, [](int) { ++engines_started; });
    write_program("xelatex", fake_xelatex);
    write_program("xdvipdfmx", fake_xdvipdfmx);
    for (std::size_t pages = 1; pages <= 20; ++pages) {
      write_file(path / "pdfs" / (std::to_string(pages) + ".pdf"), minimal_pdf(pages));
    }
    fs::create_directory(path / "beside");
  }

  void write_program(const std::string& name, std::string script) {
    replace(script, "@pdfs@", (path / "pdfs").string());
    write_file(path / name, script);
    fs::permissions(path / name, fs::perms::owner_all);
  }

  static void replace(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }

  // Without a sandbox: scripts call other programs, and these signal their parent.
  Toolchain toolchain() const {
    Toolchain fake{path / "xelatex", path / "xdvipdfmx", "fake", startup_timeout};
    fake.sandbox.landlock = 0;
    fake.sandbox.filtered = false;
    return fake;
  }

  // A batch of sheets that behave as their words say.
  QueuedBatch batch_of(const std::vector<std::string>& words, const std::string& preamble = "") {
    QueuedBatch queued;
    queued.batch.beside = path / "beside";
    for (const std::string& word : words) {
      queued.batch.sheets.push_back(
          {std::make_shared<const std::string>("\\documentclass{listok}" + preamble +
                                               "\n\\begin{document}\n" + word + "\n"),
           {}});
      queued.numbers.push_back(queued.numbers.size());
    }
    return queued;
  }

  std::map<std::size_t, Outcome> run(QueuedBatch queued, std::stop_token stop = {}) {
    std::map<std::size_t, Outcome> outcomes;
    std::mutex mutex;
    std::vector<QueuedBatch> batches{std::move(queued)};
    run_batches(toolchain(), std::move(batches), 2, path / "scratch", stop,
                [&](const std::vector<Outcome>& decided) {
                  const std::lock_guard lock(mutex);
                  for (const Outcome& outcome : decided) {
                    BOOST_TEST(outcomes.emplace(outcome.number, outcome).second);  // delivered once
                  }
                });
    return outcomes;
  }

  double startup_timeout = 60;

  // The sheets that were proven.
  std::set<std::size_t> proven(const std::map<std::size_t, Outcome>& outcomes) {
    std::set<std::size_t> numbers;
    for (const auto& [number, outcome] : outcomes) {
      if (outcome.sheet.state == SheetResult::State::proven) numbers.insert(number);
    }
    return numbers;
  }
};

using Numbers = std::set<std::size_t>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(queue, QueueFixture)

BOOST_AUTO_TEST_CASE(all_is_well_in_one_run) {
  const auto outcomes = run(batch_of({"A", "B", "C"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 1, 2}), boost::test_tools::per_element());
  BOOST_TEST(engines_started == 1);
  BOOST_TEST(fs::is_empty(path / "scratch"));
}

BOOST_AUTO_TEST_CASE(an_error_costs_one_sheet_and_no_second_run) {
  const auto outcomes = run(batch_of({"A", "ERROR", "C"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 2}), boost::test_tools::per_element());
  BOOST_TEST((outcomes.at(1).sheet.state == SheetResult::State::faulty));
  BOOST_TEST(outcomes.at(1).sheet.messages.at(0).line == 3U);
  BOOST_TEST(engines_started == 1);
}

BOOST_AUTO_TEST_CASE(a_crash_costs_one_sheet) {
  const auto outcomes = run(batch_of({"A", "B", "CRASH", "D", "E", "F", "G"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 1, 3, 4, 5, 6}), boost::test_tools::per_element());
  BOOST_TEST(outcomes.at(2).fault == "xelatex was killed by signal 11");
}

BOOST_AUTO_TEST_CASE(the_one_at_which_the_engine_died_is_set_alone) {
  const auto outcomes = run(batch_of({"A", "B", "C", "CRASH", "E", "F", "G", "H"}));
  BOOST_TEST(proven(outcomes).size() == 7U);
  BOOST_TEST(engines_started == 3);  // all, the culprit, all the others
}

BOOST_AUTO_TEST_CASE(an_engine_that_hangs_costs_one_sheet) {
  startup_timeout = 3;  // enough for the sheets that do not hang, on a busy machine
  const auto outcomes = run(batch_of({"A", "HANG", "C"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 2}), boost::test_tools::per_element());
  BOOST_TEST(outcomes.at(1).fault == "xelatex ran longer than 3.2 s");
}

BOOST_AUTO_TEST_CASE(an_engine_that_floods_its_log_costs_one_sheet) {
  const auto outcomes = run(batch_of({"A", "FLOOD", "C"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 2}), boost::test_tools::per_element());
  BOOST_TEST(fs::is_empty(path / "scratch"));
}

BOOST_AUTO_TEST_CASE(what_an_engine_starts_ends_with_it) {
  const auto outcomes = run(batch_of({"A", "CHILD"}));
  BOOST_TEST(proven(outcomes).size() == 2U);
  for (int tries = 0; tries < 100 && processes_in(path / "scratch") > 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // SIGKILL takes its moment
  }
  BOOST_TEST(processes_in(path / "scratch") == 0U);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_poisons_its_followers_is_found) {
  const auto outcomes = run(batch_of({"A", "B", "POISON", "D", "E"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 1, 3, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_group_left_open_and_a_second_page_are_no_sheets) {
  const auto outcomes = run(batch_of({"LEAK", "B", "TWO", "D"}));
  BOOST_TEST(proven(outcomes) == (Numbers{1, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_sheet_broken) {
  const auto outcomes = run(batch_of({"CRASH", "CRASH", "CRASH"}));
  BOOST_TEST(outcomes.size() == 3U);
  BOOST_TEST(proven(outcomes).empty());
}

BOOST_AUTO_TEST_CASE(a_driver_that_writes_a_truncated_pdf) {
  write_program("xdvipdfmx", "#!/bin/bash\nprintf '%%PDF-1.5\\n1 0 obj' > \"$3\"\n");
  const auto outcomes = run(batch_of({"A", "B"}));
  BOOST_TEST(outcomes.size() == 2U);
  BOOST_TEST(proven(outcomes).empty());
  BOOST_TEST(outcomes.at(0).fault.find("the PDF cannot be read") == 0U);
}

BOOST_AUTO_TEST_CASE(a_preamble_that_cannot_be_set_is_the_machines_fault) {
  BOOST_CHECK_EXCEPTION(run(batch_of({"A"}, "PREAMBLE")), Trouble, [](const Trouble& trouble) {
    return trouble.hint() == "run: sudo apt-get install texlive-xetex";
  });
}

BOOST_AUTO_TEST_CASE(an_error_in_a_file_beside_the_sheets_is_its_authors) {
  write_file(path / "beside/macros.inc", "a\n\\no\n");
  const auto outcomes = run(batch_of({"A", "B"}, "% MACROS"));
  BOOST_TEST(proven(outcomes).empty());
  BOOST_TEST(outcomes.at(1).messages.at(0).file == "./macros.inc");
  BOOST_TEST(outcomes.at(1).messages.at(0).source_line == "\\no");
  BOOST_TEST(engines_started == 1);
}

BOOST_AUTO_TEST_CASE(memory_that_runs_out_is_the_machines) {
  const auto tells = [](const Trouble& trouble) {
    return std::string(trouble.what()).starts_with("memory ran out");
  };
  BOOST_CHECK_EXCEPTION(run(batch_of({"A", "KILLED", "C", "D"})), Trouble, tells);
  BOOST_CHECK_EXCEPTION(run(batch_of({"A", "B", "C", "D"}, "% NOMEMORY")), Trouble, tells);
  BOOST_TEST(engines_started == 2);
}

BOOST_AUTO_TEST_CASE(an_engine_that_never_comes_to_a_sheet_is_the_machines_fault) {
  write_program("xelatex", "#!/bin/bash\nkill -RTMIN $PPID\nkill -SEGV $$\n");
  BOOST_CHECK_EXCEPTION(run(batch_of({"A", "B", "C"})), Trouble, [](const Trouble& trouble) {
    return trouble.what() == std::string("xelatex was killed by signal 11 before the first sheet");
  });
  BOOST_TEST(engines_started == 1);
}

BOOST_AUTO_TEST_CASE(programs_that_do_not_start_are_the_machines_fault) {
  for (const char* program : {"xdvipdfmx", "xelatex"}) {
    fs::remove(path / program);
    BOOST_CHECK_EXCEPTION(run(batch_of({"A"})), Trouble, [&](const Trouble& trouble) {
      BOOST_TEST(trouble.hint() == "`listok doctor` tells what is missing");
      return trouble.what() ==
             "`" + (path / program).string() + "` cannot be started: No such file or directory";
    });
  }
}

BOOST_AUTO_TEST_CASE(pages_that_are_not_whole_are_no_sheets) {
  std::string broken = fake_xelatex;
  replace(broken, "printf '\\370'; }", "printf '\\213'; }");
  write_program("xelatex", broken);
  const auto outcomes = run(batch_of({"A", "B"}));
  BOOST_TEST(proven(outcomes).empty());
  BOOST_TEST(outcomes.at(0).fault == "xelatex did not finish its pages");
}

BOOST_AUTO_TEST_CASE(sheets_of_two_pages_between_others) {
  const auto outcomes = run(batch_of({"A", "BOTH", "C", "THREE", "BOTH", "TWO"}));
  BOOST_TEST(proven(outcomes) == (Numbers{0, 1, 2, 4}), boost::test_tools::per_element());
  BOOST_TEST(outcomes.at(1).sheet.marks.pages == 2U);
  BOOST_TEST(outcomes.at(2).sheet.marks.pages == 1U);
  BOOST_TEST(outcomes.at(3).sheet.marks.pages == 3U);
}

BOOST_AUTO_TEST_CASE(letters_that_are_not_on_the_page_are_missed) {
  QueuedBatch queued = batch_of({"A", "B"});
  queued.batch.sheets[1].letters = 7;  // the pages of this engine show none
  const auto outcomes = run(std::move(queued));
  BOOST_TEST(proven(outcomes) == Numbers{0}, boost::test_tools::per_element());
  BOOST_TEST(outcomes.at(1).sheet.lacking == 7U);
}

BOOST_AUTO_TEST_CASE(a_face_that_sheets_need_is_missed_once_and_the_others_are_kept) {
  std::vector<QueuedBatch> batches{batch_of({"A", "FACE", "C", "FACE"})};
  Numbers kept;
  BOOST_CHECK_EXCEPTION(
      run_batches(toolchain(), std::move(batches), 1, path / "scratch", {},
                  [&](const std::vector<Outcome>& decided) {
                    for (const Outcome& outcome : decided) kept.insert(outcome.number);
                  }),
      Trouble, [](const Trouble& trouble) {
        return trouble.what() == std::string("the face `Latin Modern Math` is not installed") &&
               trouble.hint().find("fonts-lmodern") != std::string::npos &&
               trouble.hint().find("fc-list 'Latin Modern Math'") != std::string::npos;
      });
  BOOST_TEST(kept == (Numbers{0, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(progress_is_told_sheet_by_sheet) {
  std::vector<QueuedBatch> batches{batch_of({"A", "SLOW", "SLOW", "D"})};
  std::vector<std::size_t> told;
  run_batches(
      toolchain(), std::move(batches), 1, path / "scratch", {}, [](const auto&) {},
      [&](std::size_t set) { told.push_back(set); });
  for (const std::size_t set : {1U, 2U}) {
    BOOST_TEST((std::find(told.begin(), told.end(), set) != told.end()), set);
  }
  BOOST_TEST_REQUIRE(!told.empty());
  BOOST_TEST(told.back() == 0U);  // delivered
}

BOOST_AUTO_TEST_CASE(unless_a_person_wrote_it) {
  QueuedBatch queued = batch_of({"A"}, "PREAMBLE");
  queued.tweaked_preamble = true;
  const auto outcomes = run(std::move(queued));
  BOOST_TEST(proven(outcomes).empty());
  BOOST_TEST(outcomes.at(0).messages.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_the_engine_and_delivers_nothing) {
  std::stop_source source;
  const std::jthread stopper([&source] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    source.request_stop();
  });
  BOOST_TEST(run(batch_of({"A", "HANG"}), source.get_token()).empty());
  BOOST_TEST(fs::is_empty(path / "scratch"));
}

BOOST_AUTO_TEST_CASE(what_the_receiver_throws_comes_back) {
  std::vector<QueuedBatch> batches{batch_of({"A"}), batch_of({"B"})};
  BOOST_CHECK_THROW(run_batches(toolchain(), std::move(batches), 2, path / "scratch", {},
                                [](const auto&) { throw Trouble("full"); }),
                    Trouble);
}

BOOST_AUTO_TEST_SUITE_END()
