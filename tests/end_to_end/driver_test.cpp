// What the driver promises besides pages: nothing is made without a reason, nothing is lost.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "latex/folder/output_folder.hpp"
#include "latex/system/files.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

struct Driver : Program {
  Driver() { environment["XDG_CACHE_HOME"] = (shared_cache() / "cache").string(); }

  // The formats are made once for all cases.
  static const fs::path& shared_cache() {
    static const Scratch cache;
    return cache.path;
  }

  // A bank of `count` short items in each language.
  void write_bank(std::size_t count) const {
    write("bank/listok.yaml", "title: {ru: Вопросы, en: Questions}\nlanguages: [ru, en]\n");
    for (std::size_t number = 1; number <= count; ++number) {
      write(item("ru", number), fmt::format("# Лист {0}\n\n## Вопрос\n\nЧто есть {0}?\n", number));
      write(item("en", number),
            fmt::format("# Sheet {0}\n\n## Question\n\nWhat is {0}?\n", number));
    }
  }

  static fs::path item(const std::string& language, std::size_t number) {
    return fs::path("bank") / language / fmt::format("{:03}-item.md", number);
  }

  Ran build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"build", "bank", "--color", "never"});
    return listok(std::move(more));
  }

  // In place, without a change of the folder.
  void append(const fs::path& file, std::string_view text) const {
    listok::latex::Folder(path).append(file, text);
  }

  bool is_sound(const std::string& pdf) const {
    const Ran check = tool("qpdf", {"--check", (path / "out" / pdf).string()});
    BOOST_TEST(check.status == 0, pdf << ": " << check.output);
    return check.status == 0;
  }

  // Page for page the same picture and the same words.
  void compare(const fs::path& one, const fs::path& other) const {
    for (const auto& [name, arguments] :
         {std::pair{"pdftoppm", std::vector<std::string>{"-r", "60"}},
          std::pair{"pdftotext", std::vector<std::string>{}}}) {
      std::vector<std::string> outputs;
      for (const fs::path& pdf : {one, other}) {
        std::vector<std::string> all = arguments;
        all.push_back((path / pdf).string());
        if (name == std::string("pdftotext")) all.emplace_back("-");
        outputs.push_back(tool(name, all).output);
      }
      BOOST_TEST((outputs[0] == outputs[1] && !outputs[0].empty()), name << " " << one);
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(driver, Driver)

BOOST_AUTO_TEST_CASE(each_sheet_has_its_reason) {
  write_bank(3);
  BOOST_TEST(contains(build().output, "6 sheets made"));
  const std::string same = read(item("ru", 2));
  write(item("ru", 2), same);  // touched, not changed
  const Ran touched = build({"--explain"});
  BOOST_TEST(count(touched.output, "up to date\n") == 6U, touched.output);
  BOOST_TEST(contains(build().output, "out: 0 sheets made, 6 up to date"));

  BOOST_TEST(contains(build({"--book"}).output, "0 sheets made"));
  replace(item("ru", 2), "Что", "Кто");
  const Ran changed = build({"--book", "--explain"});
  BOOST_TEST(contains(changed.output, "ru/002-item.pdf: made, because its `.tex` changed\n"));
  BOOST_TEST(contains(changed.output, "ru/book.pdf: made, because a sheet changed\n"));
  BOOST_TEST(contains(changed.output, "en/book.pdf: up to date\n"));
  BOOST_TEST(count(changed.output, "made, because") == 2U, changed.output);
  BOOST_TEST(contains(build({"--book"}).output, "0 sheets made, 6 up to date"));
}

BOOST_AUTO_TEST_CASE(a_glance_sees_every_change) {
  write_bank(2);
  const auto make = [this] { return build().output; };
  make();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  BOOST_TEST(contains(make(), "0 sheets made, 4 up to date"));
  BOOST_TEST(!files("out/.listok/snapshots", "").empty());
  fs::remove(path / "out/report.json");
  BOOST_TEST(contains(make(), "0 sheets made, 4 up to date"));
  BOOST_TEST(fs::exists(path / "out/report.json"));
  fs::remove(path / "out/ru/001-item.pdf");
  BOOST_TEST(contains(make(), "1 sheet made, 3 up to date"));
  write("out/en/001-item.pdf", "not a PDF");
  BOOST_TEST(contains(make(), "1 sheet made, 3 up to date"));
  write("bank/ru/003-new.md", "# Новый\n\n## Вопрос\n\nЧто?\n");
  BOOST_TEST(contains(make(), "5 sheets made"));  // each footer counts them
  replace("out/en/002-item.tex", "What is", "Who is");
  BOOST_TEST(contains(make(), "1 sheet made, 4 up to date, 1 edited by hand"));
  replace("bank/listok.yaml", "Questions", "Riddles");
  BOOST_TEST(contains(make(), "sheets made"));
}

BOOST_AUTO_TEST_CASE(a_glance_sees_what_is_written_in_place) {
  write_bank(2);
  write("out/ru/listok-local.sty", "\\ProvidesPackage{listok-local}\n");
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/ru/blocks.png");
  replace(item("ru", 2), "есть", "есть ![кубики](blocks.png)");
  build();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  BOOST_TEST(contains(build().output, "0 sheets made, 4 up to date"));
  append("out/ru/listok-local.sty", "% new\n");
  BOOST_TEST(contains(build().output, "2 sheets made, 2 up to date"));
  append("bank/ru/blocks.png", "what follows the image");
  BOOST_TEST(contains(build().output, "1 sheet made, 3 up to date"));
}

BOOST_AUTO_TEST_CASE(a_glance_sees_an_item_in_a_folder_that_was_empty) {
  write_bank(2);
  const auto settle = [this](const std::string& said) {
    BOOST_TEST(contains(build().output, said));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    BOOST_TEST(contains(build().output, "0 sheets made"));
  };
  const auto add = [this](const std::string& name) {
    write("bank/ru/" + name, "# Новый\n\n## Вопрос\n\nЧто?\n");
    write("bank/en/" + name, "# New\n\n## Question\n\nWhat?\n");
  };
  for (const char* language : {"ru", "en"}) fs::create_directory(path / "bank" / language / "part");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  settle("4 sheets made");
  add("part/003-new.md");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  settle("6 sheets made");
  for (const char* language : {"ru", "en"}) fs::create_directory(path / "bank" / language / "late");
  replace(item("en", 1), "What", "Who");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  settle("1 sheet made");
  add("late/004-new.md");
  BOOST_TEST(contains(build().output, "8 sheets made"));
}

// When a word has changed in one item, the others are not read; but everything else is seen.
BOOST_AUTO_TEST_CASE(beside_a_changed_item_every_other_change_is_seen) {
  write_bank(3);
  fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/ru/blocks.png");
  replace(item("ru", 2), "есть", "есть ![кубики](blocks.png)");
  build();
  std::size_t word = 0;
  const auto with = [&](const auto& change) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    BOOST_TEST(contains(build().output, "0 sheets made"));
    append(item("ru", 1), fmt::format("\nСлово {}.\n", ++word));
    change();
    return build().output;
  };
  const auto nothing = [] {};
  BOOST_TEST(contains(with(nothing), "1 sheet made, 5 up to date"));
  BOOST_TEST(contains(with([&] { replace(item("en", 3), "What", "Who"); }), "2 sheets made, 4 up"));
  BOOST_TEST(contains(with([&] { fs::remove(path / "out/en/002-item.pdf"); }), "2 sheets made"));
  BOOST_TEST(contains(with([&] { fs::remove(path / "out/en/002-item.tex"); }), "1 sheet made"));
  BOOST_TEST(fs::exists(path / "out/en/002-item.tex"));
  const auto repaint = [&] { append("bank/ru/blocks.png", "what follows the image"); };
  BOOST_TEST(contains(with(repaint), "2 sheets made, 4 up to date"));
  BOOST_TEST(contains(with(nothing), "1 sheet made, 5 up to date"));
  repaint();  // the build before did not look at this item
  BOOST_TEST(contains(build().output, "1 sheet made, 5 up to date"));
  const auto restyle = [&] {
    write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n");
  };
  BOOST_TEST(contains(with(restyle), "4 sheets made, 2 up to date"));
  const auto turn = [&] {
    for (const char* language : {"ru", "en"}) {
      write(item(language, 3), "---\nnumber: 9\n---\n" + read(item(language, 3)));
    }
  };
  BOOST_TEST(contains(with(turn), "3 sheets made, 3 up to date"));
  const auto tweak = [&] { append("out/en/001-item.tex", "% by hand\n"); };
  BOOST_TEST(contains(with(tweak), "2 sheets made, 4 up to date, 1 edited by hand"));
  BOOST_TEST(contains(with(nothing), "1 sheet made, 5 up to date, 1 edited by hand"));
  const auto add = [&] { write("bank/en/004-new.md", "# New\n\n## Question\n\nWhat?\n"); };
  BOOST_TEST(contains(with(add), "7 sheets made"));
  std::size_t lines = 0;
  for (const char c : read("out/report.json")) lines += c == '\n' ? 1 : 0;
  BOOST_TEST(lines == 9U);
}

BOOST_AUTO_TEST_CASE(who_works_beside_a_build_is_not_overlooked) {
  write_bank(2);
  build();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  BOOST_TEST(contains(build().output, "0 sheets made"));
  const auto engine_runs = [this] {
    for (const auto& entry : fs::directory_iterator(path / "out/.listok")) {
      if (entry.path().filename().string().starts_with("scratch-")) return true;
    }
    return false;
  };
  replace(item("en", 1), "What", "Who");
  std::jthread other([this] { build(); });
  bool runs = engine_runs();
  for (int tries = 0; tries < 4000 && !runs; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    runs = engine_runs();
  }
  BOOST_TEST(runs);
  append("out/ru/002-item.tex", "% by hand\n");
  other.join();
  BOOST_TEST(contains(build().output, "1 sheet made, 3 up to date, 1 edited by hand"));
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_it_loses_nothing) {
  write_bank(6);
  const auto change = [this](std::size_t turn) {
    replace(item("en", 1 + turn % 6), "?", fmt::format(" слово{}?", turn));
    replace(item("ru", 1 + turn % 5), "?", fmt::format(" слово{}?", turn));
  };
  build();
  change(0);
  auto begin = std::chrono::steady_clock::now();
  build();
  std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  std::size_t interrupted = 0;
  constexpr std::size_t kills = 200;
  for (std::size_t kill = 0; kill < kills; ++kill) {
    change(kill);
    const double moment = whole.count() * static_cast<double>((kill * 73) % kills + 1) / kills;
    begin = std::chrono::steady_clock::now();
    const Ran ran = tool("timeout", {"-s", "KILL", fmt::format("{:.3f}", moment), LISTOK_PROGRAM,
                                     "build", "bank", "--quiet"});
    if (ran.status != 0) {
      ++interrupted;
    } else {
      whole = std::chrono::steady_clock::now() - begin;  // the machine may be faster now
    }
    for (const std::string& pdf : files(".", ".pdf")) {
      if (contains(pdf, ".listok/")) continue;
      const std::string bytes = read(pdf);
      BOOST_TEST((bytes.starts_with("%PDF") && bytes.ends_with("%%EOF\n")), pdf);
    }
  }
  BOOST_TEST_MESSAGE(fmt::format("{} of {} builds were killed", interrupted, kills));
  BOOST_TEST(interrupted > kills / 2);
  for (int tries = 0; tries < 100 && processes_in(path / "out") > 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  BOOST_TEST(processes_in(path / "out") == 0U);
  const Ran last = build();
  BOOST_TEST(last.status == 0, last.output);
  BOOST_TEST(files("out/ru", ".pdf").size() == 6U);
  for (const std::string& pdf : files("out", ".pdf")) is_sound(pdf);
  BOOST_TEST(contains(build().output, "0 sheets made, 12 up to date"));
  for (const auto& entry : fs::recursive_directory_iterator(path / "out")) {
    const std::string name = entry.path().filename().string();
    BOOST_TEST((!name.starts_with(".listok-") && !name.starts_with("scratch-")), name);
  }
}

BOOST_AUTO_TEST_CASE(two_at_once_take_turns) {
  write_bank(8);
  Ran first;
  {
    const std::jthread other([&] {
      const auto ended = listok::latex::run({LISTOK_PROGRAM,
                                             {"build", "bank"},
                                             path,
                                             environment,
                                             path / ".other",
                                             {.memory_bytes = ~std::size_t{0}}},
                                            {});
      first.status = ended.code;
    });
    const Ran second = build();
    BOOST_TEST(second.status == 0, second.output);
  }
  BOOST_TEST(first.status == 0);
  for (const std::string& pdf : files("out", ".pdf")) is_sound(pdf);
  BOOST_TEST(contains(build().output, "0 sheets made, 16 up to date"));
}

BOOST_AUTO_TEST_CASE(what_was_made_of_items_that_are_gone) {
  write_bank(3);
  build({"--book"});
  for (const std::size_t number : {2U, 3U}) {
    fs::remove(path / item("ru", number));
    fs::remove(path / item("en", number));
  }
  replace("out/en/003-item.tex", "What is", "Who is");
  const Ran ran = build();
  BOOST_TEST(contains(ran.output,
                      "note: the item of `ru/002-item` is gone; removed `ru/002-item.tex`, "
                      "`ru/002-item.pdf` [leftover]"),
             ran.output);
  BOOST_TEST(contains(ran.output, "out/en/003-item.tex: warning: edited by hand"), ran.output);
  BOOST_TEST(!fs::exists(path / "out/ru/002-item.pdf"));
  BOOST_TEST(fs::exists(path / "out/en/003-item.pdf"));
  BOOST_TEST(fs::exists(path / "out/en/003-item.tex"));
  BOOST_TEST(fs::exists(path / "out/en/listok.cls"));
  BOOST_TEST(fs::exists(path / "out/en/book.pdf"));
  BOOST_TEST(!contains(build().output, "[leftover]"));  // said once
}

BOOST_AUTO_TEST_CASE(an_item_that_cannot_be_read_is_not_gone) {
  write_bank(2);
  build();
  write(item("ru", 2), "no title\n");
  BOOST_TEST(build().status == 1);
  BOOST_TEST(fs::exists(path / "out/ru/002-item.pdf"));
}

BOOST_AUTO_TEST_CASE(jobs_batches_and_single_runs_make_the_same_pages) {
  copy_shipped_bank();
  BOOST_TEST(build({"--lang", "ru", "-j", "1", "-o", "one"}).status == 0);
  BOOST_TEST(build({"--lang", "ru", "-j", "4", "-o", "four"}).status == 0);
  const auto pdfs = files("one/ru", ".pdf");
  BOOST_TEST(pdfs.size() == 15U);
  for (const std::string& pdf : pdfs) {
    BOOST_TEST(read(fs::path("one/ru") / pdf) == read(fs::path("four/ru") / pdf), pdf);
    build({"--lang", "ru", "--only", fs::path(pdf).stem().string(), "-o", "single"});
    compare(fs::path("one/ru") / pdf, fs::path("single/ru") / pdf);
  }
}

BOOST_AUTO_TEST_CASE(shards_share_a_folder) {
  write_bank(7);
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    const Ran ran = build({"--shard", shard});
    BOOST_TEST(ran.status == 0, ran.output);
  }
  BOOST_TEST(files("out/ru", ".pdf").size() == 7U);
  BOOST_TEST(fs::exists(path / "out/report-2-of-3.json"));
  const Ran whole = build({"--book"});
  BOOST_TEST(contains(whole.output, "0 sheets made, 14 up to date"), whole.output);
  BOOST_TEST(fs::exists(path / "out/ru/book.pdf"));
  BOOST_TEST(!fs::exists(path / "out/.listok/record-2-of-3.jsonl"));
  BOOST_TEST(contains(build({"--shard", "2/3"}).output, "0 sheets made, 4 up to date"));
  BOOST_TEST(build({"--shard", "4/3"}).status == 2);
  BOOST_TEST(build({"--shard", "1/3", "--book"}).status == 2);
}

BOOST_AUTO_TEST_CASE(a_format_that_is_broken_or_stale_is_made_again) {
  environment["XDG_CACHE_HOME"] = (path / "cache").string();
  write_bank(1);
  build({"--lang", "en"});
  const auto formats = files("cache/listok/formats", ".fmt");
  BOOST_REQUIRE(formats.size() == 1U);
  const fs::path format = fs::path("cache/listok/formats") / formats.front();
  const fs::path inputs = fs::path(format).replace_extension(".inputs");
  const std::string good = read(format);

  std::string half = good.substr(0, good.size() / 2);
  write(format, half);  // of another size and time: stale
  BOOST_TEST(build({"--lang", "en", "--force"}).status == 0);
  BOOST_TEST(read(format).size() > half.size());

  half.resize(read(format).size());
  write(format, half);  // broken, and it does not show
  const auto state = listok::latex::stamp(path / format).value();
  std::string lines = read(inputs);
  lines.replace(
      0, lines.find(" /"),
      fmt::format("{} {} {} {}", state.bytes, state.modified, state.changed, state.inode));
  write(inputs, lines);
  const Ran broken = build({"--lang", "en", "--force"});
  BOOST_TEST(broken.status == 0, broken.output);
  BOOST_TEST(!fs::exists(path / inputs));
  BOOST_TEST(build({"--lang", "en", "--force"}).status == 0);
  BOOST_TEST(read(format) != half);

  fs::remove_all(path / "cache");
  write("cache", "a file where the folder should be");
  BOOST_TEST(build({"--lang", "en", "--force"}).status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
