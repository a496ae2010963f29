// Nothing is up to date wrongly, and what is said of a bank is said for as long as it holds.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "latex/system/files.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

struct Stale : Program {
  Stale() {
    static const Scratch cache;  // formats are made once for all cases
    environment["XDG_CACHE_HOME"] = (cache.path / "cache").string();
    write("bank/listok.yaml", "title: {en: Questions}\nlanguages: [en]\nauthor: One\n");
    for (int number = 1; number <= 3; ++number) {
      write(item(number), fmt::format("# Sheet {0}\n\n## Question\n\nWhat is {0}?\n", number));
    }
  }

  static fs::path item(int number) { return fmt::format("bank/en/{:02}-item.md", number); }
  static fs::path tex(int number) { return fmt::format("out/en/{:02}-item.tex", number); }

  Ran build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"build", "bank", "--color", "never"});
    return listok(std::move(more));
  }
  std::string json() const { return build({"--message-format", "json"}).output; }

  // Until a build sees at a glance that nothing has changed.
  void settle(const std::vector<std::string>& options = {}) const {
    for (int time = 0; time < 2; ++time) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      build(options);
    }
    BOOST_TEST(!files("out/.listok/snapshots", "").empty());
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }

  void date(const fs::path& file, std::time_t seconds = 1'000'000'000) const {
    const timespec times[] = {{seconds, 0}, {seconds, 0}};
    BOOST_REQUIRE(::utimensat(AT_FDCWD, (path / file).c_str(), times, 0) == 0);
  }

  bool engine_runs() const {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path / "out/.listok", error)) {
      if (entry.path().filename().string().starts_with("scratch-")) return true;
    }
    return false;
  }

  // Changes something while an engine runs. On a busy machine a build can be over before this
  // thread has its turn: then there is another.
  template <typename Change>
  void during_a_build(const Change& change) const {
    for (int tries = 0; tries < 20; ++tries) {
      std::atomic<bool> over = false;
      std::jthread other([&] {
        build({"--force"});
        over = true;
      });
      while (!over) {
        if (engine_runs()) return change();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    }
    BOOST_FAIL("no engine was seen at work");
  }

  // Long enough for what was written before to be of another time than what is built now.
  static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(50)); }

  std::string words_of(const std::string& pdf) const {
    return tool("pdftotext", {"out/en/" + pdf, "-"}).output;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stale, Stale)

// No engine is asked for such a sheet, until a person has a say in it; here it is the only one.
BOOST_AUTO_TEST_CASE(a_sheet_that_no_page_holds_is_tried_once_it_is_edited) {
  std::string text = "# Sheet 2\n\n## Question\n\n";
  for (int line = 0; line < 200; ++line) text += fmt::format("Line {}.\n\n", line);
  write(item(2), text);
  fs::remove(path / item(1));
  fs::remove(path / item(3));
  settle();
  BOOST_TEST(build().output.find("lines too long") != std::string::npos);

  const std::string tex_before = read(tex(2));
  const std::size_t begin = tex_before.find("Line 1."), end = tex_before.find("Line 199.");
  BOOST_REQUIRE(begin < end);
  write(tex(2), tex_before.substr(0, begin) + tex_before.substr(end));
  const Ran ran = build();
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(words_of("02-item.pdf").find("Line 199.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_of_one_size_and_time_are_told_apart) {
  for (int number = 1; number <= 3; ++number) date(item(number));
  settle();
  fs::rename(path / item(1), path / "aside");
  fs::rename(path / item(2), path / item(1));
  fs::rename(path / "aside", path / item(2));
  BOOST_TEST(contains(build().output, "2 sheets made"));  // swapped
  settle();
  fs::copy_file(path / item(3), path / item(1), fs::copy_options::overwrite_existing);
  date(item(1));
  BOOST_TEST(contains(build().output, "1 sheet made"));  // cp -p
  BOOST_TEST(contains(words_of("01-item.pdf"), "What is 3?"));
  settle();
  write(item(2), "# Sheet 9\n\n## Question\n\nWhat is 9?\n");  // from an archive
  date(item(2));
  BOOST_TEST(contains(build().output, "1 sheet made"));
  settle();
  const std::string text = read(item(2));
  const int descriptor = ::open((path / item(2)).c_str(), O_WRONLY);
  BOOST_REQUIRE(::pwrite(descriptor, "7", 1, static_cast<off_t>(text.rfind('9'))) == 1);
  ::close(descriptor);
  date(item(2));
  BOOST_TEST(contains(build().output, "1 sheet made"));  // in place, and the time set back
  BOOST_TEST(contains(words_of("02-item.pdf"), "What is 7?"));
}

BOOST_AUTO_TEST_CASE(what_moves_in_during_a_build_is_seen_by_the_next) {
  settle();
  write("late.md", "# Late\n\n## Question\n\nWhat is late?\n");
  date("late.md");
  during_a_build([this] { fs::rename(path / "late.md", path / item(2)); });
  build();
  BOOST_TEST(contains(words_of("02-item.pdf"), "What is late?"));
}

BOOST_AUTO_TEST_CASE(what_vanishes_during_a_build_is_not_up_to_date) {
  settle();
  during_a_build([this] { fs::remove_all(path / "bank"); });
  const Ran gone = build();
  BOOST_TEST(gone.status == 1, gone.output);
  BOOST_TEST(contains(gone.output, "there is no such folder"), gone.output);
}

BOOST_AUTO_TEST_CASE(a_copy_of_all_that_was_made_is_as_good) {
  write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n");
  settle({"--book"});
  fs::permissions(path / "out/en/01-item.pdf", fs::perms::owner_all);
  fs::create_hard_link(path / "out/en/02-item.pdf", path / "link.pdf");
  BOOST_TEST(contains(build({"--book", "-v"}).output, "out: 0 sheets made, 3 up to date"));
  for (const char* name : {"out", "bank"}) {
    fs::copy(path / name, path / "copy", fs::copy_options::recursive);
    fs::remove_all(path / name);
    fs::rename(path / "copy", path / name);
  }
  const Ran restored = build({"--book", "--explain"});
  BOOST_TEST(!contains(restored.output, "made, because"), restored.output);
  settle({"--book"});
  write("out/en/03-item.pdf", "not a PDF");
  BOOST_TEST(contains(build({"--book"}).output, "1 sheet made, 2 up to date"));
}

BOOST_AUTO_TEST_CASE(a_book_is_made_of_all_that_its_sheets_are_made_of) {
  const auto reason = [this](const std::string& why) {
    wait();
    const Ran ran = build({"--book", "--explain"});
    BOOST_TEST(contains(ran.output, "en/book.pdf: made, because " + why + " changed\n"),
               ran.output);
    BOOST_TEST(contains(build({"--book", "--explain"}).output, "en/book.pdf: up to date\n"));
  };
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/boxes.png");
  replace(item(2), "What", "What ![boxes](boxes.png)");
  build({"--book"});
  write("bank/boxes.png", read("bank/boxes.png") + "what follows the image");
  reason("an image");
  replace("bank/listok.yaml", "One", "Two");
  reason("its title, number or tags");
  BOOST_TEST(contains(tool("pdfinfo", {"out/en/book.pdf"}).output, "Two"));
  environment["SOURCE_DATE_EPOCH"] = "1000000000";
  reason("SOURCE_DATE_EPOCH");
  BOOST_TEST(contains(tool("pdfinfo", {"out/en/book.pdf"}).output, "2001"));
  write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n");
  reason("`listok-local.sty`");
}

BOOST_AUTO_TEST_CASE(what_tex_of_a_person_reads_is_watched) {
  settle();
  replace(tex(1), "What is 1", "\\input{part.txt}\\InputIfFileExists{more.cfg}{}{no more}");
  write("out/en/part.txt", "first");
  BOOST_TEST(contains(build().output, "1 sheet made"));
  settle();
  write("out/en/part.txt", "other");
  date("out/en/part.txt");
  BOOST_TEST(contains(build().output, "1 sheet made"));
  BOOST_TEST(contains(words_of("01-item.pdf"), "other"));
  write("out/en/more.cfg", "even more");  // one that was looked for, and was not there
  wait();
  BOOST_TEST(contains(build().output, "1 sheet made"));
  BOOST_TEST(contains(words_of("01-item.pdf"), "even more"));
  wait();
  BOOST_TEST(contains(build().output, "0 sheets made"));
  write("out/en/words.tex.inc", "\\def\\word{old}");
  write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n\\input{words.tex.inc}\n");
  BOOST_TEST(contains(build().output, "3 sheets made"));
  settle();
  write("out/en/words.tex.inc", "\\def\\word{new}");
  BOOST_TEST(contains(build().output, "3 sheets made"));
  settle();
  BOOST_TEST(contains(build().output, "0 sheets made"));
}

BOOST_AUTO_TEST_CASE(warnings_are_said_for_as_long_as_they_hold) {
  write("bank/en/notes.txt", "no item");
  write(item(1), read(item(1)) + "\n" + std::string(73, 'x') + "\n");
  const std::string first = json();
  BOOST_TEST(contains(first, "\"code\":\"not-an-item\""), first);
  BOOST_TEST(contains(first, "\"code\":\"overfull\""), first);
  const auto said = [](const std::string& text) { return text.substr(0, text.find("{\"made\"")); };
  settle();
  BOOST_TEST(said(json()) == said(first));  // at a glance
  BOOST_TEST(contains(json(), "{\"made\":0,\"up_to_date\":3,\"failed\":0}"));
  replace(item(3), "What", "Who");
  BOOST_TEST(said(json()) == said(first));  // next to an item that has changed
  fs::remove_all(path / "out/.listok/snapshots");
  BOOST_TEST(said(json()) == said(first));  // looked at one by one
  replace(item(1), "## Question", "\n## Question");
  const std::string moved = json();  // the same page of other lines
  BOOST_TEST(contains(moved, "{\"made\":0"), moved);
  BOOST_TEST(said(moved) != said(first));
  fs::remove(path / "bank/en/notes.txt");
  replace(item(1), std::string(73, 'x'), "words");
  BOOST_TEST(said(json()).empty());
  BOOST_TEST(said(json()).empty());
}

BOOST_AUTO_TEST_CASE(what_has_failed_is_tried_again_when_something_has_changed) {
  std::string lines;
  for (int line = 0; line < 70; ++line) lines += "\nOne more line.\n";
  write(item(1), read(item(1)) + lines);
  write(item(2), "no title\n");
  const std::string first = json();
  BOOST_TEST(contains(first, "\"code\":\"fit\""), first);
  BOOST_TEST(contains(first, "\"code\":\"no-title\""), first);
  BOOST_TEST(contains(first, "{\"made\":1,\"up_to_date\":0,\"failed\":2}"), first);
  const auto said = [](const std::string& text) { return text.substr(0, text.find("{\"made\"")); };
  const Ran explained = build({"--explain"});
  BOOST_TEST(contains(explained.output, "not made, because nothing has changed since it failed"),
             explained.output);
  settle();
  const Ran glance = build();
  BOOST_TEST(glance.status == 1);
  BOOST_TEST(contains(glance.output, "out: 0 sheets made, 1 up to date, 2 failed"), glance.output);
  BOOST_TEST(said(json()) == said(first));
  replace(item(3), "What", "Who");
  const std::string beside = json();
  BOOST_TEST(said(beside) == said(first));
  BOOST_TEST(contains(beside, "{\"made\":1,\"up_to_date\":0,\"failed\":2}"), beside);
  const Ran forced = build({"--force"});
  BOOST_TEST(contains(forced.output, "[fit]"), forced.output);
  BOOST_TEST(contains(forced.output, "1 sheet made, 2 failed"), forced.output);
  for (int number = 1; number <= 2; ++number) {
    write(item(number), fmt::format("# Sheet {0}\n\n## Question\n\nWhat is {0}?\n", number));
  }
  const Ran mended = build();
  BOOST_TEST(mended.status == 0, mended.output);
  BOOST_TEST(contains(mended.output, "2 sheets made, 1 up to date"), mended.output);
}

BOOST_AUTO_TEST_SUITE_END()
