// Formats, made by an engine that writes down how often it was called.
#include "latex/engine/format.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/folder/output_folder.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
using listok::tests::Variable;
namespace fs = std::filesystem;

namespace {

constexpr const char* fake_xelatex = R"(#!/bin/bash
echo >>@here@/calls
[ -e @here@/broken ] && exit 1
grep . format.tex >format.fmt
printf 'PWD x\nINPUT @here@/input\nINPUT format.tex\n' >format.fls
)";

struct Formats : Scratch {
  Formats() {
    std::string script = fake_xelatex;
    for (auto at = script.find("@here@"); at != script.npos; at = script.find("@here@")) {
      script.replace(at, 6, path.string());
    }
    write_file(path / "xelatex", script);
    fs::permissions(path / "xelatex", fs::perms::owner_all);
    write_file(path / "input", "of TeX Live");
    fs::create_directory(path / "scratch");
    toolchain.sandbox.landlock = 0;  // a script starts other programs
    toolchain.sandbox.filtered = false;
  }

  std::optional<fs::path> find(const FormatSource& source) const {
    return find_format(toolchain, source, path / "scratch", {});
  }
  std::size_t calls() const { return read_file(path / "calls").value_or("").size(); }

  const Variable cache{"XDG_CACHE_HOME", path / "cache"};
  Toolchain toolchain{path / "xelatex", path / "xdvipdfmx", "fake"};
  const FormatSource russian{"", "\\documentclass[russian]{listok}\n"};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(of_which_preambles_there_is_one) {
  for (const char* bare :
       {"\\documentclass[russian]{listok}\n", "\\documentclass[english, size=10]{listok}\n"}) {
    BOOST_TEST(is_bare(bare), bare);
  }
  for (const char* other :
       {"", "\\documentclass[russian]{listok}", "\\documentclass{listok}\n",
        "\\documentclass[russian]{article}\n", "\\documentclass[a]{listok}[b]{listok}\n",
        "\\documentclass[russian]{listok}\n\\usepackage{x}\n", "x\\documentclass[a]{listok}\n"}) {
    BOOST_TEST(!is_bare(other), other);
  }
}

BOOST_FIXTURE_TEST_CASE(one_is_made_once, Formats) {
  const auto made = find(russian);
  BOOST_REQUIRE(made);
  BOOST_TEST(made->parent_path() == path / "cache/listok/formats");
  const std::string source = read_file(*made).value();
  BOOST_TEST(source.find("\\def\\listokdumps{}\n\\PassOptionsToClass{}{listok}\n"
                         "\\documentclass[russian]{listok}\n\\dump\n") == 0U,
             source);
  BOOST_TEST((find(russian) == made));
  BOOST_TEST(calls() == 1U);
  BOOST_TEST(format_cache().formats == 1U);
  BOOST_TEST(format_cache().bytes == source.size());
}

BOOST_FIXTURE_TEST_CASE(another_class_engine_or_edition_has_another, Formats) {
  const auto first = find(russian);
  const FormatSource others[] = {{"", "\\documentclass[english]{listok}\n"},
                                 {"sections={question}", russian.preamble}};
  for (const FormatSource& other : others) BOOST_TEST((find(other) != first));
  toolchain.identity = "another TeX Live";
  BOOST_TEST((find(russian) != first));
  BOOST_TEST(format_cache().formats == 4U);
}

BOOST_FIXTURE_TEST_CASE(a_stale_one_is_made_again, Formats) {
  const fs::path format = find(russian).value();
  write_file(path / "input", "of a newer TeX Live");
  BOOST_TEST((find(russian) == format));
  BOOST_TEST(calls() == 2U);
  write_file(format, "cut");
  BOOST_TEST((find(russian) == format));
  BOOST_TEST(calls() == 3U);
  discard_format(format);
  BOOST_TEST(format_cache().formats == 0U);
  BOOST_TEST((find(russian) == format));
  BOOST_TEST(calls() == 4U);
}

BOOST_FIXTURE_TEST_CASE(without_one_the_class_is_read_as_usual, Formats) {
  write_file(path / "broken", "");
  BOOST_TEST(!find(russian));
  fs::remove(path / "broken");
  fs::remove_all(path / "cache");
  write_file(path / "cache", "a file in the place of the folder");
  BOOST_TEST(!find(russian));
  cache.set("relative");
  const Variable home("HOME", std::nullopt);
  BOOST_TEST(!find(russian));
  BOOST_TEST(format_cache().folder.empty());
  BOOST_TEST(fs::is_empty(path / "scratch"));
}

BOOST_FIXTURE_TEST_CASE(the_oldest_of_many_go, Formats) {
  const fs::path first = find(russian).value();
  fs::last_write_time(fs::path(first).replace_extension(".inputs"),
                      fs::file_time_type::clock::now() - std::chrono::hours(1));
  for (int number = 0; number < 12; ++number) {
    BOOST_TEST(find({"number=" + std::to_string(number), russian.preamble}).has_value());
  }
  BOOST_TEST(format_cache().formats == 12U);
  BOOST_TEST(!fs::exists(first));
}

BOOST_AUTO_TEST_SUITE_END()
