#include "latex/build/trust.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/unit_test.hpp>

#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::change;
using listok::tests::Scratch;
using listok::tests::sheet_of;
using listok::tests::Variable;
namespace fs = std::filesystem;

namespace {

// With a configuration folder of its own, and two sheets, the second edited by hand.
struct User : Scratch {
  User() {
    options.output = Folder(path / "out");
    for (const emitter::Item& item : bank.items) sheets.push_back(sheet_of(item));
    edit("mine");
    observer.diagnostic = [this](const emitter::Diagnostic& one) {
      said += fmt::format("{} [{}]\n", fs::path(one.file).filename().string(), one.code);
    };
    observer.trusts = [this](const std::vector<std::string>& files) {
      for (const std::string& file : files) asked += fs::path(file).filename().string() + " ";
      return answer;
    };
  }

  void edit(const char* words) {
    change(sheets[1], [&](SheetText& text) {
      text.tweaked = true;
      text.text = words;
    });
  }

  std::string allowed(SandboxStrength sandbox = {}) {
    return fmt::format("{}",
                       fmt::join(Trust(options, observer, sandbox).allowed(sheets, {0, 1}), " "));
  }
  std::string told() { return std::exchange(said, {}); }

  const Variable configuration{"XDG_CONFIG_HOME", path / "config"};
  emitter::Bank bank = bank_of(2);
  std::vector<Sheet> sheets;
  BuildOptions options;
  Observer observer;
  std::string said, asked;
  bool answer = false;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trust, User)

BOOST_AUTO_TEST_CASE(a_whole_sandbox_needs_none) {
  BOOST_TEST(allowed({2, true}) == "0 1");
  BOOST_TEST(told() == "");
  for (const SandboxStrength half : {SandboxStrength{2, false}, SandboxStrength{0, true}}) {
    BOOST_TEST(allowed(half) == "0");
    BOOST_TEST(told() == "02.tex [untrusted-tex]\n");
  }
  BOOST_TEST(asked == "");  // of a folder in which nothing was trusted yet
}

BOOST_AUTO_TEST_CASE(what_was_trusted_once_is_until_it_changes) {
  options.trust_tex = true;
  BOOST_TEST(allowed() == "0 1");
  BOOST_TEST(told() == " [unsandboxed-tex]\n");
  options.trust_tex = false;
  BOOST_TEST(allowed() == "0 1");
  edit("theirs");
  told();
  BOOST_TEST(allowed() == "0");
  BOOST_TEST(told() == "02.tex [untrusted-tex]\n");
  BOOST_TEST(asked == "02.tex ");
  answer = true;
  BOOST_TEST(allowed() == "0 1");
  asked.clear();
  BOOST_TEST(allowed() == "0 1");
  BOOST_TEST(asked == "");  // it is remembered
}

BOOST_AUTO_TEST_CASE(files_beside_the_sheets_and_preambles_are_foreign) {
  const auto foreign = [this](const char* name) {
    const fs::path file = path / "out/ru" / name;
    write_file(file, "x");
    const std::string fine = allowed();
    fs::remove(file);
    return std::exchange(said, {}).find(file.filename().string() + " [") != std::string::npos;
  };
  for (const char* name : {"listok-local.sty", "macros.inc", "deep/down/x.def", "noextension"}) {
    BOOST_TEST(foreign(name), name);
  }
  for (const char* name :
       {"listok.cls", "listok.sty", "listok.lst", ".hidden", "x.pdf", "x.png", "x.jpeg", "01.tex",
        "01.tex.new", "01.tex.orig", "x.sty.orig2", "01.synctex.gz"}) {
    BOOST_TEST(!foreign(name), name);
  }
  const emitter::Preamble preamble{"tex/own.sty", "own", "% ours", "bank/tex/own.sty", {}, {}};
  sheets[0].preamble = &preamble;
  write_file(path / "out/ru/own.sty", "% ours");  // which is told by its own name
  BOOST_TEST(allowed() == "");
  BOOST_TEST(told() == "own.sty [untrusted-tex]\n02.tex [untrusted-tex]\n");
}

BOOST_AUTO_TEST_CASE(each_file_is_told_once) {
  Trust trust(options, observer, {});
  BOOST_TEST(trust.allowed(sheets, {1}).empty());
  BOOST_TEST(trust.allowed(sheets, {0, 1}).size() == 1U);
  BOOST_TEST(told() == "02.tex [untrusted-tex]\n");
}

BOOST_AUTO_TEST_SUITE_END()
