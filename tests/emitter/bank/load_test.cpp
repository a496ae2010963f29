#include "emitter/bank/load.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include "emitter/bank/item_files.hpp"
#include "emitter/base/input_file.hpp"
#include "emitter/model/visit.hpp"
#include "tests/emitter/pictures.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;
namespace fs = std::filesystem;

namespace {

const std::string good = "# A\n\n## Вопрос\n\nb\n";

// A folder with a bank in it, gone at the end of the test.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / fmt::format("listok-load-{}-{}", getpid(), count_++)) {
    fs::create_directories(path_);
    write("listok.yaml", "languages: [ru]\n");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  void write(const std::string& name, std::string_view text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  // "file: code line:column+length", one a line, the file relative to the bank
  std::string found() const {
    std::string all;
    for (const Diagnostic& one : load(path_).diagnostics) {
      const std::string file =
          fs::absolute(one.file).lexically_normal().lexically_relative(path_).string();
      all += (all.empty() ? "" : "\n") + file + ": " + sketch(Diagnostics{one});
    }
    return all;
  }

 private:
  static inline int count_ = 0;
  fs::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(loading)

BOOST_AUTO_TEST_CASE(a_bank) {
  const Folder folder;
  folder.write("listok.yaml", "title: T\nlanguages: [en, ru]\n");
  folder.write("ru/02-б.md", good);
  folder.write("en/02-б.md", good);
  folder.write("ru/01-a.md", "---\ntags: [x]\n---\n" + good);
  folder.write("en/01-a.md", "\xEF\xBB\xBF# B\r\n## Q\r\nc\r\n");
  BOOST_TEST(folder.found() == "");
  const Loaded loaded = load(folder.path());
  const Bank& bank = loaded.bank.value();
  BOOST_TEST(bank.folder == folder.path());
  BOOST_TEST(bank.items.size() == 2u);
  const Item& first = bank.items.at(0);
  BOOST_TEST(first.id == "01-a");
  BOOST_TEST(first.number == 1u);
  BOOST_TEST(first.translations.at(0).language == "en");
  BOOST_TEST(first.translations.at(0).path == "en/01-a.md");
  BOOST_TEST(plain_text(first.in("en")->title, *first.in("en")->source) == "B");
  BOOST_TEST((first.in("ru")->tags == std::vector<std::string>{"x"}));
  BOOST_TEST(!first.in("ru")->broken);
  BOOST_TEST((first.in("de") == nullptr));
}

// A section of nothing but what was refused is not called empty as well.
BOOST_AUTO_TEST_CASE(one_fault_one_message) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {"# A\n## Q\ntext\n====\n## R\nc\n", "en/1.md: second-title 3:1+4"},
      {"# A\n## Q\n## R\ntext\n====\n",
       "en/1.md: empty-section 2:4+1\nen/1.md: inner-heading 4:1+4"},
      {"# A\n## Q\n## \n## R\nc\n", "en/1.md: empty-section 2:4+1\nen/1.md: empty-heading 3:1+1"},
      {"# A\n## Q\n<ul><li>**a**</li></ul>\n\n<div>b\n`c` and **d**</div>\n\n**e**f **g\n",
       "en/1.md: markdown-in-html 3:9+2\nen/1.md: markdown-in-html 6:9+2\n"
       "en/1.md: stray-mark 8:8+2"},
      {"# A\n## Q\nc\n## R\n", "en/1.md: empty-section 4:4+1"},
  };
  for (const auto& [markdown, expected] : cases) {
    const Folder folder;
    folder.write("listok.yaml", "languages: [en]\n");
    folder.write("en/1.md", markdown);
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(folder.found() == expected); }
  }
}

BOOST_AUTO_TEST_CASE(a_mark_that_was_pasted_along) {
  const Folder folder;
  folder.write("listok.yaml", "languages: [en]\n");
  folder.write("en/1.md",
               "\uFEFF\uFEFF# A\n\n\uFEFF## Q\n\n[Data\uFEFF](https://a.org/\uFEFFb) c\uFEFFd\n");
  BOOST_TEST(folder.found() == "en/1.md: byte-order-mark 1:1+1");
  const Loaded loaded = load(folder.path());
  const Translation& read = *loaded.bank->items.at(0).in("en");
  BOOST_TEST(!read.broken);
  BOOST_TEST(sketch(read.sections.at(0).content, *read.source) ==
             "p(link(Data -> https://a.org/b) cd)");
}

BOOST_AUTO_TEST_CASE(an_item_that_is_skimmed) {
  const Folder folder;
  folder.write("listok.yaml", "languages: [en, ru]\n");
  for (const char* language : {"en", "ru"}) {
    folder.write(fmt::format("{}/01-a.md", language), "---\ntags: [x]\n---\n" + good);
    folder.write(fmt::format("{}/02-б.md", language), "---\nnumber: 7\n---\n" + good);
  }
  const Loaded loaded = load(folder.path(), std::set<std::string>{"01-a"});
  BOOST_TEST(loaded.diagnostics.empty());
  const Translation& whole = *loaded.bank->items.at(0).in("ru");
  BOOST_TEST((!whole.skimmed && !whole.title.empty() && !whole.sections.empty()));
  const Translation& skimmed = *loaded.bank->items.at(1).in("ru");
  BOOST_TEST((skimmed.skimmed && skimmed.title.empty() && skimmed.sections.empty()));
  BOOST_TEST((skimmed.number == 7U));
  BOOST_TEST(loaded.bank->items.at(1).number == 7U);
}

BOOST_AUTO_TEST_CASE(pages_hold_for_the_languages_that_do_not_say_them) {
  const Folder folder;
  folder.write("listok.yaml", "languages: [en, ru]\npages: 2\n");
  folder.write("en/01-a.md", good);
  folder.write("ru/01-a.md", "---\npages: 1\n---\n" + good);
  folder.write("en/02-b.md", "---\npages: 1\n---\n" + good);
  folder.write("ru/02-b.md", "---\npages: 2\n---\n" + good);
  folder.write("en/03-c.md", good);
  folder.write("ru/03-c.md", good);
  BOOST_TEST(folder.found() == "en/02-b.md: pages-differ 2:8+1\nru/02-b.md: pages-differ 2:8+1");
  const Loaded loaded = load(folder.path());
  const auto& items = loaded.bank.value().items;
  BOOST_TEST((items.at(0).in("en")->pages == 1U));
  BOOST_TEST((items.at(0).in("en")->pages_at == Span{}));
  BOOST_TEST((items.at(0).in("ru")->pages == 1U));
  BOOST_TEST(!items.at(2).in("en")->pages.has_value());
}

BOOST_AUTO_TEST_CASE(defaults_come_from_the_folder) {
  const Folder folder;
  folder.write("listok.yaml", "");
  BOOST_TEST(folder.found() == "listok.yaml: no-language 1:1+1");
  folder.write("en/1.md", good);
  const Loaded loaded = load(folder.path());
  BOOST_TEST((loaded.bank->languages == std::vector<std::string>{"en"}));
  BOOST_TEST(loaded.bank->title.at("en") == folder.path().filename().string());
}

// Of a language more there has to be an item: `it/` may be about anything.
BOOST_AUTO_TEST_CASE(folders_of_languages) {
  const Folder folder;
  folder.write("listok.yaml", "");
  folder.write("ru/1.md", good);
  folder.write("de/1.md", good);
  folder.write("it/readme.md", good);
  folder.write("pl/notes.txt", "a");
  const Loaded loaded = load(folder.path());
  BOOST_TEST((loaded.bank->languages == std::vector<std::string>{"ru", "de"}));
  BOOST_TEST(sketch(loaded.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(folders_that_are_left_out_are_told) {
  const Folder folder;
  folder.write("listok.yaml", "languages: [ru, kk]");
  for (const char* name : {"ru", "kk", "de", "ua", "klingon/deep", "images", "exams", "docs",
                           ".git", "_site", "other"}) {
    folder.write(std::string(name) + "/1.md", good);
  }
  folder.write("other/listok.yaml", "");
  BOOST_TEST(folder.found() ==
             "listok.yaml: no-hyphenation 1:12+1\n"
             "de: language-left-out\n"
             "klingon: folder-not-read\n"
             "ua: folder-not-read");
  std::string told;
  for (const Diagnostic& one : load(folder.path()).diagnostics)
    told += one.message + "|" + one.hint + "\n";
  BOOST_TEST(
      told ==
      "TeX Live cannot hyphenate `kk`: its words are not divided|the sheets are made all the "
      "same, with lines that are less even\n"
      "the items in `de` are not read: `languages` leaves it out|write `languages: [ru, kk, "
      "de]`, or move the folder out of the bank\n"
      "the Markdown files in `klingon` are not read: it is no language|items lie in a folder "
      "that is named by the code of their language\n"
      "the Markdown files in `ua` are not read: it is no language|call the folder `uk`\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_bank) {
  const Folder folder;
  BOOST_TEST(folder.found() == "listok.yaml: empty-bank");
  folder.write("listok.yaml", "title: [");
  BOOST_TEST(folder.found() == "listok.yaml: yaml-syntax 1:9+1");
  BOOST_TEST(!load(folder.path()).bank.has_value());
  folder.write("listok.yaml", "title: \xFF");
  BOOST_TEST(folder.found() == "listok.yaml: invalid-utf8 1:8+1");
  folder.write("listok.yaml", std::string(256 * 1024 + 1, '#'));
  BOOST_TEST(folder.found() == "listok.yaml: no-config");
  fs::remove(folder.path() / "listok.yaml");
  BOOST_TEST(folder.found() == "listok.yaml: no-config");
  BOOST_TEST(sketch(load(folder.path() / "nowhere").diagnostics) == "no-bank");
}

BOOST_AUTO_TEST_CASE(broken_items_stay_in_the_bank) {
  const Folder folder;
  folder.write("ru/1.md", good);
  folder.write("ru/2.md", "# A\n## Вопрос\na &rar; c\n");
  folder.write("ru/3.md", "# A\n\x01\n");
  folder.write("ru/4.md", "---\nnumber: x\n---\n" + good);
  folder.write("ru/5.md", "---\n# A\n");
  folder.write("ru/6.md", "");
  BOOST_TEST(folder.found() ==
             "ru/2.md: unknown-entity 3:3+5\n"
             "ru/3.md: control-character 2:1+1\n"
             "ru/4.md: bad-number 2:9+1\n"
             "ru/5.md: front-matter-open 1:1+3\n"
             "ru/6.md: no-title 1:1+1\n"
             "ru/6.md: no-section 1:1+1");
  std::string broken;
  const Loaded loaded = load(folder.path());
  for (const Item& item : loaded.bank->items) broken += item.translations.at(0).broken ? 'x' : '.';
  BOOST_TEST(broken == ".xxxxx");
  BOOST_TEST(loaded.bank->items.at(1).translations.at(0).sections.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_missing_translation_breaks_nothing_a_number_twice_does) {
  const Folder folder;
  folder.write("listok.yaml", "languages: [ru, en]");
  folder.write("ru/1-a.md", good);
  folder.write("ru/2-b.md", good);
  folder.write("ru/02-c.md", good);
  folder.write("en/02-c.md", good);
  BOOST_TEST(folder.found() ==
             "en/02-c.md: duplicate-number\n"
             "ru/02-c.md: duplicate-number\n"
             "ru/1-a.md: missing-translation\n"
             "ru/2-b.md: missing-translation\n"
             "ru/2-b.md: duplicate-number");
  const Loaded loaded = load(folder.path());
  BOOST_TEST(!loaded.bank->items.at(0).translations.at(0).broken);
  BOOST_TEST(loaded.bank->items.at(1).translations.at(0).broken);
  BOOST_TEST(loaded.bank->items.at(2).translations.at(0).broken);
}

BOOST_AUTO_TEST_CASE(files_and_folders) {
  const Folder folder;
  folder.write("ru/1.md", good);
  folder.write("ru/part/2.md", good);
  folder.write("ru/part/a.png", "");
  folder.write("ru/.hidden.md", "");
  folder.write("ru/.git/3.md", "");
  folder.write("ru/notes.txt", "");
  folder.write("ru/a b.md", good);
  folder.write("ru/a{.md", good);
  folder.write("ru/a\xFF.md", good);
  folder.write("ru/book.md", good);
  folder.write("ru/1.MD", good);
  fs::create_directory(folder.path() / "ru/7.md");
  folder.write("ru/8.md", std::string(1024 * 1024 + 1, 'a'));
  fs::create_symlink("nowhere", folder.path() / "ru/9.md");
  mkfifo((folder.path() / "ru/10.md").c_str(), 0600);
  BOOST_TEST(folder.found() ==
             "ru/1.MD: duplicate-id\n"
             "ru/1.md: duplicate-id\n"
             "ru/10.md: unreadable\n"
             "ru/7.md: unreadable\n"
             "ru/8.md: unreadable\n"
             "ru/9.md: unreadable\n"
             "ru/a b.md: bad-id\n"
             "ru/a{.md: bad-id\n"
             "ru/a\xFF.md: bad-id\n"
             "ru/book.md: bad-id\n"
             "ru/notes.txt: not-an-item");
  BOOST_TEST(load(folder.path()).bank->items.at(1).in("ru")->path == "ru/part/2.md");
}

BOOST_AUTO_TEST_CASE(a_folder_of_too_many_files) {
  const Folder folder;
  folder.write("ru/1.md", good);
  folder.write("ru/a/b/2.md", good);
  BOOST_TEST(list_items(folder.path(), "ru", 4).items.size() == 2u);  // folders count as well
  BOOST_TEST(list_items(folder.path(), "ru", 4).diagnostics.empty());
  BOOST_TEST(sketch(list_items(folder.path(), "ru", 3).diagnostics) == "too-many-items");
  BOOST_TEST(sketch(list_items(folder.path(), "ru", 1).diagnostics) == "too-many-items");
}

BOOST_AUTO_TEST_CASE(a_file_takes_no_more_memory_than_it_has_bytes) {
  const Folder folder;
  folder.write("a", "small");
  const InputFile read = read_file(folder.path() / "a", 1024 * 1024);
  BOOST_TEST(read.text.value() == "small");
  BOOST_TEST(read.text->capacity() < 100u);
  BOOST_TEST(read_file(folder.path() / "a", 5).text.has_value());
  BOOST_TEST(read_file(folder.path() / "a", 4).reason == "is larger than 0 KiB");
  BOOST_TEST(read_file("/proc/self/status", 1024 * 1024).text.value().starts_with("Name:"));
  BOOST_TEST(read_file("/proc/self/mem", 1024).reason == "cannot be read to its end");
  BOOST_TEST(read_file(folder.path() / "a" / "b", 5).reason == "cannot be read: Not a directory");
}

BOOST_AUTO_TEST_CASE(links_and_limits_break_an_item) {
  const Folder folder;
  folder.write("ru/1.md", "# A\n## Q\n[b](file:c.md)\n");
  std::string cells, dashes;
  for (int column = 0; column < 21; ++column) {
    cells += "|a";
    dashes += "|---";
  }
  folder.write("ru/2.md", "# A\n## Q\n" + cells + "|\n" + dashes + "|\n");
  folder.write("ru/3.md", "# A\n## Q\n" + std::string(100'001, 'a'));
  BOOST_TEST(folder.found() ==
             "ru/1.md: link-scheme 3:2+1\n"
             "ru/2.md: too-many-columns 3:2+41\n"
             "ru/3.md: long-line 3:100001+1");
  const Loaded loaded = load(folder.path());
  for (const Item& item : loaded.bank->items) BOOST_TEST(item.translations.at(0).broken);
}

BOOST_AUTO_TEST_CASE(a_file_in_place_of_a_folder) {
  const Folder folder;
  folder.write("ru", "");
  BOOST_TEST(folder.found() == "ru: unreadable");
}

BOOST_AUTO_TEST_CASE(a_preamble_lies_in_the_bank) {
  const Folder folder;
  const Folder outside;
  folder.write("ru/1.md", good);
  const auto found = [&](const std::string& file) {
    folder.write("listok.yaml", "languages: [ru]\npreamble: " + file + "\n");
    const Loaded loaded = load(folder.path());
    BOOST_TEST(loaded.bank.has_value() == loaded.diagnostics.empty());
    return loaded.bank ? loaded.bank->preamble.value().text : sketch(loaded.diagnostics);
  };
  BOOST_TEST(found("local.sty") == "preamble 2:11+9");  // it is not there
  folder.write("local.sty", "% ours");
  BOOST_TEST(found("local.sty") == "% ours");
  folder.write("tex/local.sty", "% below");
  BOOST_TEST(found("tex/local.sty") == "% below");
  outside.write("away.sty", "% theirs");
  fs::create_symlink(outside.path() / "away.sty", folder.path() / "away.sty");
  BOOST_TEST(found("away.sty") == "preamble 2:11+8");
  fs::create_directory_symlink(outside.path(), folder.path() / "away");
  BOOST_TEST(found("away/away.sty") == "preamble 2:11+13");
  fs::create_directory(folder.path() / "folder.sty");
  BOOST_TEST(found("folder.sty") == "preamble 2:11+10");
}

BOOST_AUTO_TEST_CASE(images) {
  struct Case {
    std::string written, file, expected;
  };
  const Folder folder;
  folder.write("ru/beside.png", whole_png(1, 1));
  folder.write("ru/img/схема.PDF", pdf);
  folder.write("img/shared.jpg", whole_jpeg(1, 1));
  folder.write("img/both.png", whole_png(1, 1));
  folder.write("ru/img/both.png", whole_png(1, 1));
  for (const char* name : {"two words.png", "100%.png", "й.png", "е\u0308.png"}) {
    folder.write(fmt::format("ru/{}", name), whole_png(1, 1));
  }
  const Folder outside;
  outside.write("secret.png", whole_png(1, 1));
  fs::create_symlink(outside.path() / "secret.png", folder.path() / "ru/link.png");
  fs::create_directory_symlink(outside.path(), folder.path() / "ru/away");
  fs::create_symlink("beside.png", folder.path() / "ru/inner.png");
  fs::create_directory(folder.path() / "ru/folder.png");
  const Case cases[] = {
      {"beside.png", "ru/beside.png", ""},
      {"./beside.png", "ru/beside.png", ""},
      {"img/схема.PDF", "ru/img/схема.PDF", ""},
      {"img/shared.jpg", "img/shared.jpg", ""},
      {"img/both.png", "ru/img/both.png", ""},
      {"ru/beside.png", "ru/beside.png", ""},
      {"inner.png", "ru/inner.png", ""},
      {"besides.png", "", "missing-image 3:5+11"},
      {"folder.png", "", "missing-image 3:5+10"},
      {"../img/shared.jpg", "img/shared.jpg", ""},
      {"../ru/beside.png", "ru/beside.png", ""},
      {"/img/shared.jpg", "img/shared.jpg", ""},
      {"beside.png?raw=true", "ru/beside.png", ""},
      {"beside.png#page=1", "ru/beside.png", ""},
      {"img/%D1%81%D1%85%D0%B5%D0%BC%D0%B0.PDF?x", "ru/img/схема.PDF", ""},
      {"two%20words.png", "ru/two words.png", ""},
      {"<two words.png>", "ru/two words.png", ""},
      {"two words.png", "ru/two words.png", ""},
      {"100%25.png", "", "bad-image-name 3:5+10"},
      {"a%b.png", "", "bad-image-name 3:5+7"},
      {"и\u0306.png", "ru/й.png", ""},
      {"й.png", "ru/й.png", ""},
      {"ё.png", "ru/е\u0308.png", ""},
      {"img\\shared.jpg", "img/shared.jpg", "image-backslash 3:5+14"},
      {"img\\none.jpg", "", "bad-image-name 3:5+12"},
      {"../../img/shared.jpg", "", "outside-image 3:5+20"},
      {"..%2f..%2fetc/passwd.png", "", "outside-image 3:5+24"},
      {"Beside.PNG", "", "missing-image 3:5+10"},
      {"//x.y/a.png", "", "remote-image 3:5+11"},
      {"data:image/png;base64,AAAA", "", "remote-image 3:5+26"},
      {"/etc/passwd.png", "", "outside-image 3:5+15"},
      {"link.png", "", "outside-image 3:5+8"},
      {"away/secret.png", "", "outside-image 3:5+15"},
      {"https://x.y/a.png", "", "remote-image 3:5+17"},
      {"a", "", "missing-image 3:5+1"},
      {"a{b}.png", "", "bad-image-name 3:5+8"},
  };
  for (const auto& [written, file, expected] : cases) {
    BOOST_TEST_CONTEXT(written) {
      folder.write("ru/1.md", "# A\n## Q\n![](" + written + ")\n");
      Loaded loaded = load(folder.path());
      std::erase_if(loaded.diagnostics,
                    [](const Diagnostic& d) { return d.code == "folder-not-read"; });
      BOOST_TEST(sketch(loaded.diagnostics) == expected);
      const Translation& read = loaded.bank->items.at(0).translations.at(0);
      BOOST_TEST(read.broken == file.empty());
      BOOST_TEST(sketch(read.sections.at(0).content, *read.source) == "p(image(" + file + ", , ))");
    }
  }
}

BOOST_AUTO_TEST_CASE(hints_for_names_of_images) {
  struct Case {
    std::string written, hint;
  };
  const Folder folder;
  folder.write("images/plan.png", whole_png(1, 1));
  folder.write("ru/beside.png", whole_png(1, 1));
  const Case cases[] = {
      {"besides.png", "did you mean `beside.png`?"},
      {"../images/Plan.PNG",
       "`images/plan.png` is there: small and capital letters are different ones"},
      {"Images/plan.png",
       "`images/plan.png` is there: small and capital letters are different ones"},
      {"images\\plan.png", "write `images/plan.png`"},
      {"https://x.org/a/logo.png?raw=true",
       "download it into the bank and write its name: `![…](images/logo.png)`"},
      {"data:image/png;base64,AA",
       "save it as a file of the bank, `images/NAME.png`, and write that name"},
      {"nothing/like.png", "put the file at `ru/nothing/like.png` in the folder of the bank"},
  };
  for (const auto& [written, hint] : cases) {
    folder.write("ru/1.md", "# A\n## Q\n![](" + written + ")\n");
    const Diagnostics found = load(folder.path()).diagnostics;
    const auto image = std::ranges::find(found, 3U, &Diagnostic::line);
    BOOST_REQUIRE((image != found.end()));
    BOOST_TEST(image->hint == hint);
  }
}

// `1` is the item that is read, in Russian; `2` has a number by its name, `x` by its front matter.
BOOST_AUTO_TEST_CASE(links_that_lead_nowhere_from_a_page) {
  struct Case {
    std::string written, blocks, expected;
  };
  const Folder folder;
  folder.write("listok.yaml", "languages: [ru, en]\n");
  for (const char* language : {"ru", "en"}) {
    folder.write(fmt::format("{}/02-b.md", language), good);
    folder.write(fmt::format("{}/part/x.md", language), "---\nnumber: 7\n---\n" + good);
    folder.write(fmt::format("{}/none.md", language), good);
  }
  const std::string warned = "link-nowhere 3:2+1";
  const Case cases[] = {
      {"[a](#b)", "p(a)", warned},
      {"[a]()", "p(a)", warned},
      {"[](#b)", "p()", "link-nowhere 3:4+2"},
      {"[a](/b) *[c](d.md)* [e](f) g", "p(a em(c) e g)", warned},
      {"[a](02-b.md)", "p(a (№\u00A02))", ""},
      {"[a](02-b) [c](./02-b.md#d) [e](../ru/02-b.md) [f](../en/02-b.md?g)",
       "p(a (№\u00A02) c (№\u00A02) e (№\u00A02) f (№\u00A02))", ""},
      {"[a](part/x.md) [b](/ru/part/x) [c](part%2Fx.md)",
       "p(a (№\u00A07) b (№\u00A07) c (№\u00A07))", ""},
      {"[](02-b.md)", "p(№\u00A02)", ""},
      {"[вопрос 2](02-b.md) [12](02-b.md)", "p(вопрос 2 12 (№\u00A02))", ""},
      {"[*a*](02-b.md)", "p(em(a) (№\u00A02))", ""},
      {"[a](none.md)", "p(a)", warned},
      {"[a](1.md) [b](../en/1.md)", "p(a b)", warned},
      {"[a](03-c.md) [b](../../02-b.md)", "p(a b)", warned},
      {"[a](https://x.y) [b](c)", "p(link(a -> https://x.y) b)", "link-nowhere 3:19+1"},
      {"- > [a](#b)\n\n| [c](d) |\n|---|\n| [e](02-b.md) |",
       "ul[quote(p(a))] table -(c; e (№\u00A02))", "link-nowhere 3:6+1"},
  };
  for (const auto& [written, blocks, expected] : cases) {
    BOOST_TEST_CONTEXT(written) {
      folder.write("ru/1.md", "# A\n## Вопрос\n" + written + "\n");
      folder.write("en/1.md", "# A\n## Question\nb\n");
      Loaded loaded = load(folder.path());
      std::erase_if(loaded.diagnostics, [](const Diagnostic& one) { return one.code == "parity"; });
      BOOST_TEST(sketch(loaded.diagnostics) == expected);
      const auto item = std::ranges::find(loaded.bank->items, "1", &Item::id);
      const Translation& read = *item->in("ru");
      BOOST_TEST(sketch(read.sections.at(0).content, *read.source) == blocks);
    }
  }
  folder.write("ru/1.md", "# A\n## Вопрос\nb\n");
  folder.write("en/1.md", "# [A](02-b.md)\n## Question\n[a](02-b.md) [b](#c) [d](#e)\n");
  Loaded loaded = load(folder.path());
  const Translation& english = *std::ranges::find(loaded.bank->items, "1", &Item::id)->in("en");
  BOOST_TEST(plain_text(english.title, *english.source) == "A (No.\u00A02)");
  BOOST_TEST(loaded.diagnostics.at(0).message ==
             "the link to `#c` and 1 more lead nowhere from a page: the words are printed alone");
}

// Its name says nothing: what is set has the ending that TeX goes by.
BOOST_AUTO_TEST_CASE(what_is_in_an_image) {
  using namespace std::string_literals;
  struct Case {
    std::string file, content, expected, set_as = {};
  };
  const Case cases[] = {
      {"a.png", whole_png(10000, 10000), ""},
      {"a.PNG", whole_png(1, 1), ""},
      {"a.jpg", whole_png(1, 1), "", "png"},
      {"a.pdf", whole_png(1, 1), "", "png"},
      {"a.eps", whole_png(1, 1), "", "png"},
      {"a", whole_png(1, 1), "", "png"},
      {"a.png", png(1, 1), "image-cut 3:5+5"},
      {"a.jpg", jpeg(frame(1, 1)), "image-cut 3:5+5"},
      {"a.png", png(10000, 10001), "image-pixels 3:5+5"},
      {"a.png", png(0x7FFFFFFF, 0x7FFFFFFF), "image-pixels 3:5+5"},
      {"a.jpg", jpeg(frame(65535, 65535)), "image-pixels 3:5+5"},
      {"a.png", png(0, 1), "image-kind 3:5+5"},
      {"a.png", "", "image-kind 3:5+5"},
      {"a.png", whole_jpeg(1, 1), "", "jpg"},
      {"a.png", jpeg(frame(1, 1)), "image-cut 3:5+5"},
      {"a.png", pdf, "", "pdf"},
      {"a.jpeg", whole_jpeg(1, 1), ""},
      {"a.JPG", whole_jpeg(1, 1), ""},
      {"a.jpeg", png(1, 1), "image-cut 3:5+6"},
      {"a.jpg", jpeg(""), "image-kind 3:5+5"},
      {"a.pdf", pdf, ""},
      {"a.pdf", "\n" + pdf, "image-kind 3:5+5"},
      {"a.pdf", pdf + std::string(20 * 1024 * 1024 - pdf.size(), ' '), ""},
      {"a.pdf", pdf + std::string(20 * 1024 * 1024 - pdf.size() + 1, ' '), "image-bytes 3:5+5"},
      {"a.png", "just a text", "image-kind 3:5+5"},
      {"a.bmp", "BM is a text", "image-kind 3:5+5"},
      {"a.svg", "<svg/>", "", "pdf"},
      {"a.png", "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "", "pdf"},
      {"a.svg", whole_png(1, 1), "", "png"},
      {"a.svgz", "\x1F\x8B packed", "", "pdf"},
      {"a.gif", gif(3, 2), "", "png"},
      {"a.gif", gif(0, 2), "image-kind 3:5+5"},
      {"a.gif", gif(20000, 10000), "image-pixels 3:5+5"},
      {"a.webp", webp(3, 2), "", "png"},
      {"a.webp", webp(16384, 16384), "image-pixels 3:5+6"},
      {"a.png", webp(3, 2).substr(0, 40), "image-cut 3:5+5"},
      {"a.webp", webp(3, 2).substr(0, 20), "image-kind 3:5+6"},
      {"a.png", "%!PS-Adobe-3.0 EPSF-3.0\n", "image-format 3:5+5"},
      {"a.eps", "\xC5\xD0\xD3\xC6 \0\0\0"s, "image-format 3:5+5"},
      {"a.bmp", "BM1234\0\0\0\0"s, "image-format 3:5+5"},
      {"a.tif", "II*\0\b\0\0\0"s, "image-format 3:5+5"},
      {"a.avif", "\0\0\0 ftypavif"s, "image-format 3:5+6"},
      {"a.jpg", "\0\0\0 ftypheic"s, "image-format 3:5+5"},
      {"a.png", "\0\0\0 ftypmp42"s, "image-format 3:5+5"},
      {"a.ico", "\0\0\1\0\1\0"s, "image-format 3:5+5"},
      {"a.png", "\n\n<!DOCTYPE html>\n<html lang=\"en\">", "image-format 3:5+5"},
      {"a.png", "version https://git-lfs.github.com/spec/v1\noid sha256:1", "image-format 3:5+5"},
  };
  const Folder folder;
  for (const auto& [file, content, expected, set_as] : cases) {
    BOOST_TEST_CONTEXT(file << " " << expected) {
      folder.write("ru/" + file, content);
      folder.write("ru/1.md", "# A\n## Q\n![](" + file + ")\n");
      const Loaded loaded = load(folder.path());
      Diagnostics found = loaded.diagnostics;
      std::erase_if(found, [](const Diagnostic& d) { return d.code == "not-an-item"; });
      BOOST_TEST(sketch(found) == expected);
      visit_all_inlines(loaded.bank->items.at(0).translations.at(0).sections.at(0).content,
                        [&](const Inline& one) {
                          const auto* image = std::get_if<Image>(&one.value);
                          if (image != nullptr) BOOST_TEST(image->set_as == set_as);
                        });
      fs::remove(folder.path() / "ru" / file);
    }
  }
  folder.write("ru/1.md", "# A\n## Q\n![](a.png)\n");
  folder.write("ru/a.png", png(20000, 10000));
  BOOST_TEST(load(folder.path()).diagnostics.at(0).message ==
             "the image `a.png` has 20000 x 10000 pixels; 100 million is the limit");
  folder.write("ru/a.png", "\0\0\0 ftypavif"s);
  BOOST_TEST(load(folder.path()).diagnostics.at(0).message ==
             "the image `a.png` is AVIF, which cannot be printed");
}

BOOST_AUTO_TEST_CASE(images_anywhere_in_an_item) {
  const Folder folder;
  folder.write("ru/1.md",
               "# A ![](a.png)\n## Q\n- > *![](b.png)*\n\n| ![](c.png) |\n|---|\n| "
               "[![](d.png)](https://x.y) |\n");
  BOOST_TEST(folder.found() ==
             "ru/1.md: missing-image 1:9+5\n"
             "ru/1.md: missing-image 3:10+5\n"
             "ru/1.md: missing-image 5:7+5\n"
             "ru/1.md: missing-image 7:8+5");
}

BOOST_AUTO_TEST_CASE(the_bank_above) {
  const Folder folder;
  folder.write("ru/part/1.md", good);
  BOOST_TEST(find_bank(folder.path()).value() == folder.path());
  BOOST_TEST(find_bank(folder.path() / "ru/part").value() == folder.path());
  BOOST_TEST(find_bank(folder.path() / "ru/part/").value() == folder.path());
  BOOST_TEST(find_bank(folder.path() / "ru/..").value() == folder.path());
  fs::remove(folder.path() / "listok.yaml");
  BOOST_TEST(!find_bank(folder.path()).has_value());
}

BOOST_AUTO_TEST_CASE(names_are_shown_from_the_working_directory) {
  const Folder folder;
  folder.write("ru/1.md", "");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path() / "ru");
  const std::string shown = load(folder.path()).diagnostics.at(0).file;
  fs::current_path(before);
  BOOST_TEST(shown == "1.md");
}

BOOST_AUTO_TEST_SUITE_END()
