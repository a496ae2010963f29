#include "latex/build/build_log.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "latex/record/record_json.hpp"
#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::Scratch;
using listok::tests::sheet_of;
namespace fs = std::filesystem;

namespace {

// What one build after another says of two sheets.
struct Builds : Scratch {
  Builds() {
    options.output = Folder(path / "out");
    write_file(path / "face.ttf", "face");
    for (const emitter::Item& item : bank.items) {
      sheets.push_back(sheet_of(item));
      sheets.back().dependencies = {{Dependency::tex, latex::hash_of(item.id)}};
    }
    observer.diagnostic = [this](const emitter::Diagnostic& one) {
      said += fmt::format("{}: {} [{}]\n", one.file, one.message, one.code);
    };
    observer.progress = [this](std::size_t done, std::size_t all) {
      progress += fmt::format("{}/{} ", done, all);
    };
  }

  BuildLog build_log() { return BuildLog(options, now(), observer, sheets, unmade); }

  std::string told() { return std::exchange(said, {}); }

  Outcome proven(std::size_t number) {
    Outcome outcome;
    outcome.number = number;
    outcome.sheet.state = SheetResult::State::proven;
    outcome.sheet.pdf = path / fmt::format("{}.pdf", number);
    write_scratch_file(outcome.sheet.pdf, fmt::format("%PDF {}", number));
    outcome.sheet.marks.size = 9.5;
    outcome.sheet.marks.fill = 0.62;
    outcome.sheet.marks.pages = 1;
    outcome.fonts = {(path / "face.ttf").string()};
    return outcome;
  }

  static TexMessage message(TexMessage::Kind kind, const std::string& text) {
    TexMessage message;
    message.kind = kind;
    message.sheet = 1;
    message.text = text;
    message.excess = 3;
    return message;
  }

  Outcome faulty(std::size_t number) {
    Outcome outcome;
    outcome.number = number;
    outcome.sheet.state = SheetResult::State::faulty;
    outcome.sheet.messages = {
        message(TexMessage::Kind::error, "Something nobody has seen before.")};
    outcome.fonts = {(path / "face.ttf").string()};
    outcome.log = "what TeX said";
    return outcome;
  }

  emitter::Bank bank = bank_of(2);
  std::vector<Sheet> sheets, unmade;
  BuildOptions options;
  Observer observer;
  std::string said;
  std::string progress;
};

const std::string fault = "bank/ru/01.md: Something nobody has seen before. [tex]\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(build_logs, Builds)

BOOST_AUTO_TEST_CASE(what_was_made_is_put_in_place_and_remembered) {
  std::vector<std::string> made;
  observer.made = [&](const std::string& line) { made.push_back(line); };
  BuildLog log = build_log();
  BOOST_TEST((log.look_at("ru/01.pdf") == OnDisk::nothing));
  log.expect(2);
  log.take({proven(0), proven(1)});
  BOOST_TEST(made == (std::vector<std::string>{"ru/01.pdf: 9.5 pt, 62 % of the page",
                                               "ru/02.pdf: 9.5 pt, 62 % of the page"}),
             boost::test_tools::per_element());
  BOOST_TEST(progress == "0/2 2/2 ");
  BOOST_TEST(options.output.read("ru/02.pdf").value() == "%PDF 1");
  BOOST_TEST((log.made() == 2 && log.failures() == 0 && log.up_to_date() == 0));

  BuildLog killed = build_log();  // there is only the journal
  BOOST_TEST((killed.look_at("ru/01.pdf") == OnDisk::as_made));
  log.save();
  BOOST_TEST(!options.output.has(".listok/journal.jsonl"));
  const std::string report = options.output.read("report.json").value();
  BOOST_TEST(report.find("\"state\":\"made\"") != report.npos, report);

  BuildLog next = build_log();
  BOOST_TEST((next.look_at("ru/01.pdf") == OnDisk::as_made));
  BOOST_TEST(
      (next.known("ru/01.pdf")->dependencies ==
       next.complete(sheets[0].dependencies, {(path / "face.ttf").string()}, {}, "ru", false)));
  BOOST_TEST(next.up_to_date() == 2U);
  options.output.write("ru/01.pdf", "%PDF of another");
  BOOST_TEST((next.look_at("ru/01.pdf") == OnDisk::another));
  next.forget("ru/01.pdf");
  BOOST_TEST((next.known("ru/01.pdf") == nullptr));
}

BOOST_AUTO_TEST_CASE(what_tells_of_the_lines_stands_beside_the_pdf) {
  const auto make = [this](const char* packed) {
    Outcome outcome = proven(0);
    if (packed != nullptr) {
      outcome.sheet.synctex = path / "0.synctex.gz";
      write_scratch_file(outcome.sheet.synctex, packed);
    }
    BuildLog log = build_log();
    log.take({outcome});
    log.save();
  };
  const auto seen = [this] { return build_log().look_at("ru/01.pdf"); };
  const fs::path beside = "ru/01.synctex.gz";
  make("packed");
  BOOST_TEST(options.output.read(beside).value() == "packed");
  BOOST_TEST((seen() == OnDisk::as_made));
  options.output.write(beside, "another's");
  BOOST_TEST((seen() == OnDisk::without_synctex));
  options.output.remove(beside);
  BOOST_TEST((seen() == OnDisk::without_synctex));
  make("packed");
  make(nullptr);  // the edit was undone
  BOOST_TEST(!options.output.has(beside));
  BOOST_TEST((seen() == OnDisk::as_made));
  options.output.write(beside, "another's");
  make(nullptr);
  BOOST_TEST(options.output.read(beside).value() == "another's");
}

BOOST_AUTO_TEST_CASE(warnings_are_said_again_for_as_long_as_the_pdf_stays) {
  const std::string warnings =
      "bank/ru/01.md: a line sticks out of the margin by 3.0 pt [overfull]\n"
      "bank/ru/01.md: removed from the PDF what would act by itself on the machine of a reader: "
      "/JavaScript, /URI [acting-pdf]\n";
  Outcome outcome = proven(0);
  outcome.sheet.messages = {message(TexMessage::Kind::overfull, "Overfull box")};
  outcome.sheet.removed = {"/URI", "/JavaScript"};
  BuildLog log = build_log();
  log.take({outcome});
  BOOST_TEST(told() == warnings);
  log.recall();
  BOOST_TEST(told() == "");  // it was just made
  log.save();
  build_log().recall();
  BOOST_TEST(told() == warnings);
  sheets[0].unchanged = true;  // somebody else has said it
  build_log().recall();
  BOOST_TEST(told() == "");
}

BOOST_AUTO_TEST_CASE(what_failed_fails_again_until_something_changes) {
  BuildLog log = build_log();
  log.expect(1);
  log.take({faulty(0)});
  BOOST_TEST(told() == fault);
  BOOST_TEST((log.failed(0) && log.failures() == 1 && log.lasting()));
  BOOST_TEST(options.output.read(".listok/logs/ru/01.log").value() == "what TeX said");
  log.save();

  BuildLog again = build_log();
  BOOST_TEST(again.fails_again(0));
  BOOST_TEST(!again.fails_again(1));
  BOOST_TEST(told() == fault);
  BOOST_TEST((again.failures() == 1 && again.up_to_date() == 1));

  BuildLog changed = build_log();
  sheets[0].dependencies[Dependency::tex] = latex::hash_of("another text");
  BOOST_TEST(!changed.fails_again(0));
  sheets[0].dependencies[Dependency::tex] = latex::hash_of("01");
  write_file(path / "face.ttf", "another face");
  BOOST_TEST(!build_log().fails_again(0));
  write_file(path / "face.ttf", "face");
  BOOST_TEST(build_log().fails_again(0));
  sheets[0].by_hand = true;  // nobody knows what it reads
  BOOST_TEST(!build_log().fails_again(0));
  sheets[0].by_hand = false;
  sheets[0].unchanged = true;
  BOOST_TEST(build_log().failed(0));

  log.take({proven(0)});
  log.save();
  sheets[0].unchanged = false;
  BOOST_TEST(!build_log().fails_again(0));
  BOOST_TEST(!options.output.has(".listok/logs/ru/01.log"));
}

BOOST_AUTO_TEST_CASE(what_may_be_otherwise_the_next_time_is_tried_again) {
  const auto lasts = [this](const auto& change) {
    Outcome outcome = faulty(0);
    change(outcome);
    BuildLog log = build_log();
    log.take({outcome});
    log.save();
    told();
    const bool again = build_log().fails_again(0);
    BOOST_TEST(again == log.lasting());
    return again;
  };
  BOOST_TEST(lasts([](Outcome&) {}));
  BOOST_TEST(!lasts([](Outcome& outcome) { outcome.fault = "xelatex ran longer than 3 s"; }));
  BOOST_TEST(!lasts([](Outcome& outcome) { outcome.max_size = 9; }));  // others decide
  BOOST_TEST(!lasts([](Outcome& outcome) { outcome.sheet.messages.clear(); }));
  BOOST_TEST(!lasts([](Outcome& outcome) { outcome.fonts.clear(); }));  // and no neighbour has any
  sheets[0].by_hand = true;
  BOOST_TEST(!lasts([](Outcome&) {}));
  sheets[0].by_hand = false;
  options.shard = Shard{1, 2};
  BOOST_TEST(!lasts([](Outcome&) {}));
}

BOOST_AUTO_TEST_CASE(the_fonts_of_a_sheet_that_shipped_nothing_are_those_of_its_neighbours) {
  Outcome outcome = faulty(0);
  outcome.fonts.clear();
  BuildLog log = build_log();
  log.take({proven(1)});
  log.take({outcome});
  BOOST_TEST(log.lasting());
  log.save();
  BOOST_TEST(build_log().fails_again(0));
}

BOOST_AUTO_TEST_CASE(why_there_is_no_sheet) {
  const auto reason = [this](const auto& change) {
    Outcome outcome = faulty(0);
    outcome.sheet.messages.clear();
    outcome.sheet.marks.pages = 1;
    change(outcome);
    build_log().take({outcome});
    return told();
  };
  const std::string none = "bank/ru/01.md: no sheet could be made: ";
  BOOST_TEST(reason([](Outcome&) {}) == none + "the engine did not finish it [no-sheet]\n");
  BOOST_TEST(reason([](Outcome& outcome) { outcome.fault = "xelatex was killed by signal 11"; }) ==
             none + "xelatex was killed by signal 11 [no-sheet]\n");
  BOOST_TEST(reason([](Outcome& outcome) { outcome.sheet.marks.pages = 2; }) ==
             none + "it gave 2 pages [no-sheet]\n");
  BOOST_TEST(reason([](Outcome& outcome) {
               outcome.sheet.marks.pages = 3;
               outcome.sheet.marks.made = 2;
             }) == none + "it gave 3 pages [no-sheet]\n");
  BOOST_TEST(reason([](Outcome& outcome) { outcome.sheet.marks.group = 1; }) ==
             none + "a group or an environment is left open [no-sheet]\n");
  BOOST_TEST(reason([](Outcome& outcome) { outcome.sheet.lacking = 4; }) ==
             "bank/ru/01.md: 4 letters of the sheet are not on its page [lost-words]\n");
  const auto too_long = [](Outcome& outcome) {
    outcome.sheet.messages = {
        message(TexMessage::Kind::error,
                "Class listok Error: The sheet `01' is 3 lines too long at 8.5 pt.")};
    outcome.sheet.marks.over = 3;
    outcome.sheet.marks.size = 8.5;
  };
  BOOST_TEST(reason(too_long) ==
             "bank/ru/01.md: the sheet is 3 lines too long for its page, at 8.5 pt, the smallest "
             "size [fit]\n");
}

BOOST_AUTO_TEST_CASE(an_error_before_all_sheets_is_told_once) {
  Outcome one = faulty(0), other = faulty(1);
  TexMessage common = message(TexMessage::Kind::error, "Undefined control sequence.");
  common.sheet = 0;
  common.file = "./local.inc";
  common.line = 3;
  for (Outcome* outcome : {&one, &other}) {
    outcome->sheet.messages.clear();
    outcome->messages = {common};
  }
  BuildLog log = build_log();
  log.take({one, other});
  BOOST_TEST(told() == fmt::format("{}: a command that is not known here [tex-undefined]\n",
                                   (path / "out/ru/local.inc").string()));
  BOOST_TEST(log.failures() == 2U);

  emitter::Diagnostic why;
  why.file = "bank/own.sty";
  why.code = "untrusted-tex";
  BuildLog given_up = build_log();
  given_up.give_up(0, why);
  given_up.give_up(1, why);
  BOOST_TEST(told() == "bank/own.sty:  [untrusted-tex]\n");
  BOOST_TEST((given_up.failures() == 2 && !given_up.lasting()));
  given_up.leave_out(1);  // it is known already
  BOOST_TEST(given_up.failures() == 2U);
}

BOOST_AUTO_TEST_CASE(progress_does_not_go_backwards) {
  BuildLog log = build_log();
  log.expect(2);
  log.foresee(2);
  log.foresee(0);  // the engine died: they are set again
  log.take({proven(0)});
  log.foresee(9);
  BOOST_TEST(progress == "0/2 2/2 2/2 2/2 2/2 ");
}

BOOST_AUTO_TEST_CASE(of_what_tex_of_a_person_read_only_what_is_its_own_is_kept) {
  const auto inputs = [this] {
    Outcome outcome = proven(0);
    outcome.inputs = {"/usr/share/x.sty", "local.sty", "own.png", "part.txt", "theirs.png"};
    BuildLog log = build_log();
    log.take({outcome});
    return fmt::format("{}", fmt::join(log.known("ru/01.pdf")->inputs, " "));
  };
  tests::change(sheets[0], [](SheetText& text) { text.images = {{"a.png", "own.png"}}; });
  tests::change(sheets[1], [](SheetText& text) { text.images = {{"b.png", "theirs.png"}}; });
  const emitter::Preamble preamble{"tex/local.sty", "local", "", "", {}, {}};
  sheets[0].preamble = &preamble;
  BOOST_TEST(inputs() == "");  // nothing of it is a person's
  sheets[0].by_hand = true;
  BOOST_TEST(inputs() == "/usr/share/x.sty part.txt");
  tests::change(sheets[0], [](SheetText& text) { text.tweaked = true; });
  BOOST_TEST(inputs() == "/usr/share/x.sty part.txt theirs.png");  // it may well show it
}

BOOST_AUTO_TEST_CASE(an_imposed_size_does_not_hide_the_natural_one) {
  BuildLog log = build_log();
  log.take({proven(0)});
  Outcome imposed = proven(0);
  imposed.sheet.marks.size = 8.5;
  imposed.max_size = 8.5;
  log.take({imposed});
  BOOST_TEST(log.known("ru/01.pdf")->size == 8.5);
  BOOST_TEST(log.known("ru/01.pdf")->natural == 9.5);
}

BOOST_AUTO_TEST_CASE(the_report_has_a_line_for_what_was_not_even_tried) {
  unmade = {sheets[0]};
  sheets.erase(sheets.begin());
  BuildLog log = build_log();
  log.take({proven(0)});
  log.save();
  const std::string report = options.output.read("report.json").value();
  for (const char* line :
       {"\"pdf\":\"ru/01.pdf\",\"state\":\"failed\"", "\"pdf\":\"ru/02.pdf\",\"state\":\"made\""}) {
    BOOST_TEST(report.find(line) != report.npos, report);
  }
}

BOOST_AUTO_TEST_CASE(a_shard_says_what_became_of_its_own) {
  BuildLog whole = build_log();
  whole.take({proven(0), proven(1)});
  whole.save();
  sheets.pop_back();
  options.shard = Shard{1, 2};
  BuildLog shard = build_log();
  shard.save();
  Records own;
  read_record_lines(options.output.read(".listok/record-1-of-2.jsonl").value(), own);
  BOOST_TEST(own.size() == 1U);
  BOOST_TEST(options.output.has("report-1-of-2.json"));
  options.shard.reset();
  build_log().save();
  BOOST_TEST(!options.output.has("report-1-of-2.json"));
}

BOOST_AUTO_TEST_SUITE_END()
