// TeX that listok did not write runs in a sandbox: it cannot read a file that is none of its
// business, whichever way it tries, nor leave in a PDF what acts on the machine of a reader.
#include <boost/test/unit_test.hpp>
#include <optional>
#include <set>

#include "tests/end_to_end/support/canaries.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

const std::string own_folder;  // next to the sheets: the engine may read it

// A folder that the system or the user keeps other things in; removed at the end, and nothing where
// the test may not write there.
struct Guest {
  explicit Guest(const fs::path& above) {
    try {
      place.emplace(above);
      Canaries::plant(place->path());
    } catch (const listok::latex::Trouble&) { place.reset(); }
  }
  std::optional<listok::latex::ScratchFolder> place;
};

struct Sandboxed : Canaries {
  Ran build(const std::string& bank = "bank") const {
    return listok({"build", bank, "--color", "never", "-o", bank + "/out"});
  }

  // Each way in a sheet of its own, by hand; the last one is harmless.
  void edit_sheets(const std::vector<std::string>& ways, const std::string& bank = "bank") const {
    write_bank(bank, std::vector<std::string>(ways.size() + 1, "PLACE"));
    BOOST_TEST(listok({"emit", bank, "-o", bank + "/out"}).status == 0);
    for (std::size_t number = 1; number <= ways.size(); ++number) {
      replace(bank + "/out/en/" + id_of(number) + ".tex", "PLACE", "PLACE " + ways[number - 1]);
    }
    replace(bank + "/out/en/" + id_of(ways.size() + 1) + ".tex", "PLACE", "BY HAND");
  }

  // What was edited was set: else there could be no leak.
  void expect_the_harmless(std::size_t ways, const Ran& built,
                           const std::string& bank = "bank") const {
    const std::string pdf = bank + "/out/en/" + id_of(ways + 1) + ".pdf";
    BOOST_TEST(contains(tool("pdftotext", {pdf, "-"}).output, "BY HAND"), built.output);
  }

  // The ids of the PDFs in which the canary is.
  std::set<std::string> leaks_of_edits(const std::vector<std::string>& ways) const {
    edit_sheets(ways);
    const Ran built = build();  // a file that cannot be read is an error of its sheet, or nothing
    expect_the_harmless(ways.size(), built);
    return leaks("bank/out/en");
  }

  std::set<std::string> leaks(const std::string& sheets) const {
    std::set<std::string> found;
    for (const std::string& pdf : files(sheets, ".pdf")) {
      if (pdf != "canary.pdf" && has_canary(sheets + "/" + pdf)) found.insert(pdf);
    }
    return found;
  }

  // A package that does what the code in an item says: `1` is the first way.
  static std::string package(const std::vector<std::string>& ways) {
    std::string text;
    for (std::size_t number = 1; number <= ways.size(); ++number) {
      text += fmt::format("\\expandafter\\def\\csname way{}\\endcsname{{{}}}\n", number,
                          ways[number - 1]);
    }
    return text + "\\def\\listok@code#1{\\csname way#1\\endcsname}\n";
  }

  static std::vector<std::string> numbers(std::size_t count) {
    std::vector<std::string> words;
    for (std::size_t number = 1; number <= count; ++number) {
      words.push_back(fmt::format("Code `{}`.", number));
    }
    return words;
  }
};

const std::size_t all_ways = Canaries::ways_to_read("").size();

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sandbox, Sandboxed, needs_sandbox())

// That the tests below can fail: what lies next to the sheets is read, every way.
BOOST_AUTO_TEST_CASE(what_lies_beside_the_sheets_is_read) {
  plant(path / "bank/out/en");
  BOOST_TEST(leaks_of_edits(ways_to_read(own_folder)).size() == all_ways);
  // TeX itself refuses absolute names; the others may name the folder.
  std::vector<std::string> ways = ways_to_read((fs::canonical(path) / "bank/out/en").string());
  ways.erase(ways.begin(), ways.begin() + 2);
  fs::remove_all(path / "bank/out/.listok");
  for (const std::string& file : files("bank/out/en", "-x.pdf"))
    fs::remove(path / "bank/out/en" / file);
  for (const std::string& file : files("bank/out/en", ".tex"))
    fs::remove(path / "bank/out/en" / file);
  BOOST_TEST(leaks_of_edits(ways).size() == ways.size());
}

BOOST_AUTO_TEST_CASE(an_edited_sheet_reads_nothing_elsewhere) {
  const Guest in_etc("/etc"), in_local_etc("/usr/local/etc"), in_srv("/srv"), in_var("/var/lib"),
      in_usr("/usr/share"), in_real_home(std::getenv("HOME"));
  std::vector<std::string> places{
      home / "secret", home / ".cache/other", home / ".cache/listok/x",    home / ".config/x",
      path / "beside", path / "bank/en",      path / "bank/out/.listok/x", path / "bank/out/ru"};
  for (const std::string& place : places) plant(place);
  places.emplace_back("../ru");
  places.emplace_back("../../../beside");
  for (const Guest* guest : {&in_etc, &in_local_etc, &in_srv, &in_var, &in_usr, &in_real_home}) {
    if (guest->place) places.push_back(guest->place->path());
  }
  std::vector<std::string> ways;
  for (const std::string& place : places) {
    for (const std::string& way : ways_to_read(place)) ways.push_back(way);
  }
  BOOST_TEST(leaks_of_edits(ways) == std::set<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_package_beside_the_sheets_reads_nothing_elsewhere) {
  plant(home / "secret");
  plant(path / "bank/out/en");
  std::vector<std::string> ways = ways_to_read(home / "secret");
  for (const std::string& way : ways_to_read(own_folder)) ways.push_back(way);
  write_bank("bank", numbers(ways.size()));
  write("bank/out/en/listok-local.sty", package(ways));
  const Ran built = build();
  const auto found = leaks("bank/out/en");
  for (std::size_t number = 1; number <= ways.size(); ++number) {
    BOOST_TEST(found.contains(id_of(number) + ".pdf") == (number > all_ways),
               number << ": " << ways[number - 1] << "\n"
                      << built.output);
  }
}

BOOST_AUTO_TEST_CASE(a_preamble_needs_no_flag_and_reads_nothing_elsewhere) {
  plant(home / "secret");
  plant(path / "bank/out/en");
  std::vector<std::string> ways = ways_to_read(home / "secret");
  for (const std::string& way : ways_to_read(own_folder)) ways.push_back(way);
  write_bank("bank", numbers(ways.size()));
  write("bank/listok.yaml", read("bank/listok.yaml") + "preamble: local.sty\n");
  write("bank/local.sty", package(ways));
  const Ran built = build();
  BOOST_TEST(!contains(built.output, "trust"), built.output);
  const auto found = leaks("bank/out/en");
  for (std::size_t number = 1; number <= ways.size(); ++number) {
    BOOST_TEST(found.contains(id_of(number) + ".pdf") == (number > all_ways),
               number << ": " << ways[number - 1] << "\n"
                      << built.output);
  }
}

// Somebody publishes a bank with its output folder; git keeps links and edits.
BOOST_AUTO_TEST_CASE(a_clone_with_an_output_folder_reads_nothing_of_its_users) {
  plant(home / "secret");
  std::vector<std::string> ways = ways_to_read(home / "secret");
  ways.emplace_back("\\XeTeXpicfile \"link.png\"");
  ways.emplace_back("\\XeTeXpdffile \"folder/canary.pdf\"");
  ways.emplace_back("\\XeTeXpicfile \"images/canary.png\"");
  edit_sheets(ways, "origin");
  fs::create_symlink(home / "secret/canary.png", path / "origin/out/en/link.png");
  fs::create_directory_symlink(home / "secret", path / "origin/out/en/folder");
  fs::create_directory_symlink("../../../home/secret", path / "origin/out/en/images");
  folder = path / "origin";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"init", "--quiet"},
        {"add", "--force", "."},
        {"-c", "user.name=N", "-c", "user.email=e@x.org", "commit", "--quiet", "-m", "x"}}) {
    BOOST_TEST(tool("git", words).status == 0);
  }
  folder = path;
  BOOST_TEST(tool("git", {"clone", "--quiet", "origin", "clone"}).status == 0);
  BOOST_TEST(fs::is_symlink(path / "clone/out/en/link.png"));
  const Ran built = build("clone");
  expect_the_harmless(ways.size(), built, "clone");
  BOOST_TEST(leaks("clone/out/en") == std::set<std::string>{}, boost::test_tools::per_element());
  BOOST_TEST(read("home/secret/canary.txt") == "CANARY\n", built.output);
}

BOOST_AUTO_TEST_CASE(nothing_is_written_or_started_elsewhere) {
  for (const char* name : {"beside", "home/secret"}) fs::create_directories(path / name);
  const auto write_to = [](const std::string& file) {
    return "\\immediate\\openout1=" + file + " \\immediate\\write1{x}\\immediate\\closeout1";
  };
  const std::string outside = fs::canonical(path).string();
  leaks_of_edits({write_to(outside + "/beside/x"), write_to("../../../../beside/x"),
                  write_to(outside + "/home/secret/x"), write_to(outside + "/bank/out/en/x"),
                  "\\immediate\\write18{touch " + outside + "/beside/x}",
                  "\\immediate\\openin1=\"|touch " + outside + "/beside/x\""});
  BOOST_TEST(fs::is_empty(path / "beside"));
  BOOST_TEST(fs::is_empty(path / "home/secret"));
  BOOST_TEST(!fs::exists(path / "bank/out/en/x"));
}

BOOST_AUTO_TEST_CASE(folders_that_are_too_wide_are_refused_and_told) {
  plant(home / "secret");
  environment["TEXMFHOME"] = "/";
  environment["OSFONTDIR"] = home.string();
  std::vector<std::string> ways = ways_to_read(home / "secret");
  edit_sheets(ways);
  const Ran built = build();
  expect_the_harmless(ways.size(), built);
  BOOST_TEST(leaks("bank/out/en") == std::set<std::string>{}, boost::test_tools::per_element());
  BOOST_TEST(contains(built.output, "engines may not read `/`"), built.output);
  BOOST_TEST(contains(built.output, "[folder-too-wide]"), built.output);
}

BOOST_AUTO_TEST_CASE(what_acts_is_removed_from_pdfs_and_told) {
  const std::vector<std::pair<std::string, std::string>> spells{
      {"\\special{pdf:docview << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>}",
       "/JavaScript"},
      {"\\special{pdf:put @thispage << /AA << /O << /S /Launch /F (sh) >> >> >>}", "/AA"},
      {"\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /Launch /F "
       "(sh) >> >>}",
       "/Launch"},
      {"\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /URI /URI "
       "(https://x.org) /Next << /S /JavaScript /JS (x) >> >> >>}",
       "/JavaScript"},
      {"\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /GoToR /F "
       "(/etc/passwd) /D [0 /Fit] >> >>}",
       "/GoToR"},
      {"\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /URI /URI "
       "(file:///etc/passwd) >> >>}",
       "/URI"},
      {"\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /SubmitForm "
       "/F (https://x.org) >> >>}",
       "/SubmitForm"},
      {"\\special{pdf:stream @e (CANARY) << /Type /EmbeddedFile >>}\\special{pdf:ann width 9pt "
       "height 9pt << /Type /Annot /Subtype /FileAttachment /FS << /Type /Filespec /F (x) /EF << "
       "/F "
       "@e >> >> >>}",
       "/FileAttachment"},
      {"\\special{pdf:stream @e (CANARY) << /Type /EmbeddedFile >>}\\special{pdf:put @names << "
       "/EmbeddedFiles << /Names [ (x) << /Type /Filespec /F (x) /EF << /F @e >> >> ] >> >>}",
       "/EmbeddedFiles"},
  };
  const std::string link =
      "\\special{pdf:ann width 9pt height 9pt << /Type /Annot /Subtype /Link /A << /S /URI /URI "
      "(https://x.org) >> >>}";
  const std::size_t count = spells.size() + 1;
  write_bank("bank", std::vector<std::string>(count, "PLACE"));
  listok({"emit", "bank", "-o", "bank/out"});
  for (std::size_t number = 1; number <= count; ++number) {
    replace("bank/out/en/" + id_of(number) + ".tex", "PLACE",
            number == count ? link : "PLACE " + spells[number - 1].first);
  }
  const Ran built = listok({"build", "bank", "--color", "never", "-o", "bank/out", "--book"});
  BOOST_TEST(built.status == 0, built.output);
  const auto inside = [&](const std::string& pdf) {
    return tool("qpdf", {"--qdf", "--object-streams=disable", "bank/out/en/" + pdf, "-"}).output;
  };
  for (std::size_t number = 1; number < count; ++number) {
    const std::string file = id_of(number);
    const auto& [spell, name] = spells[number - 1];
    BOOST_TEST(contains(built.output,
                        fmt::format("bank/out/en/{}.tex: warning: removed from the PDF", file)),
               built.output);
    const auto at = built.output.find(file + ".tex: warning: removed");
    const std::string line = built.output.substr(at, built.output.find('\n', at) - at);
    BOOST_TEST(contains(line, name), line);
    for (const char* acting : {"/S /JavaScript", "/JS", "/S /Launch", "/AA", "/GoToR",
                               "file:", "CANARY", "/SubmitForm", "/EmbeddedFile", "/OpenAction"}) {
      BOOST_TEST(!contains(inside(file + ".pdf"), acting), spell << " leaves " << acting);
      BOOST_TEST(!contains(inside("book.pdf"), acting), "book.pdf has " << acting);
    }
  }
  BOOST_TEST(contains(inside(id_of(count) + ".pdf"), "https://x.org"));
}

BOOST_AUTO_TEST_SUITE_END()
