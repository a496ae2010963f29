#include "latex/engine/engine_files.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/folder/output_folder.hpp"
#include "latex/system/user_folders.hpp"
#include "tests/needs.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
using listok::tests::Variable;
namespace fs = std::filesystem;

namespace {

// With another home, which has a cache of its own.
struct Home : Scratch {
  Home() { fs::create_directories(home / "texmf"); }

  EngineFiles asked() const { return engine_files(find_toolchain(), path / "work", {}); }

  const fs::path home = fs::canonical(path) / "home";
  const Variable whose{"HOME", home};
  const Variable cache{"XDG_CACHE_HOME", std::nullopt};
  const Variable configuration{"XDG_CONFIG_HOME", std::nullopt};
  const Variable tex_home{"TEXMFHOME", std::nullopt};
  const Variable font_folders{"OSFONTDIR", std::nullopt};
};

bool has(const std::vector<fs::path>& paths, const fs::path& path) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(engine_files_, Home)

BOOST_AUTO_TEST_CASE(what_holds_private_things_is_covered) {
  for (const fs::path& one :
       {fs::path("/"), fs::path("/usr"), fs::path("/usr/local"), fs::path("/usr/local/etc"),
        fs::path("/etc"), fs::path("/var"), fs::path("/tmp"), fs::path("/home"), home,
        home.parent_path(), home / ".cache", home / ".config"}) {
    BOOST_TEST(covers_private(one), one);
  }
  for (const fs::path& one :
       {fs::path("/usr/share/texmf"), fs::path("/etc/texmf"), fs::path("/usr/local/share/fonts"),
        fs::path("/opt/texlive"), fs::path("/home2"), home / "texmf", home / ".cache/fontconfig"}) {
    BOOST_TEST(!covers_private(one), one);
  }
}

BOOST_AUTO_TEST_CASE(search_paths_and_libraries_are_read) {
  const std::vector<fs::path> folders{"/trees/texmf", "/usr/share/texmf", "/fonts"};
  BOOST_TEST(folders_of_path("/trees/texmf:!!/usr/share/texmf//:.::x/y:/fonts/") == folders);
  const FileRights found = libraries_in(
      "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibm.so.6 => /lib/libm.so.6 (0x00007f62)\n"
      "\t/lib64/ld-linux-x86-64.so.2 (0x00007f63)\n\tlibx.so => not found\n");
  BOOST_TEST(found.readable == std::vector<fs::path>{"/lib/libm.so.6"});
  BOOST_TEST(found.executable == std::vector<fs::path>{"/lib64/ld-linux-x86-64.so.2"});
}

BOOST_AUTO_TEST_CASE(engines_read_what_they_need_and_no_folder_above,
                     listok::tests::needs_tex_live()) {
  const EngineFiles files = asked();
  BOOST_TEST(files.refused.empty());
  BOOST_TEST(has(files.rights.readable, home / "texmf"));
  const fs::path paper = "/etc/paperspecs";  // of libpaper 2
  BOOST_TEST(has(files.rights.readable, paper) == fs::exists(paper));
  for (const auto* paths : {&files.rights.readable, &files.rights.executable}) {
    for (const fs::path& one : *paths) BOOST_TEST(!covers_private(one), one);
  }
  for (const fs::path& program : files.rights.executable) {
    BOOST_TEST(fs::is_regular_file(program), program);
  }
  BOOST_TEST(files.rights.executable.size() >= 2U);
  BOOST_TEST(files.rights.writable.empty());
}

BOOST_AUTO_TEST_CASE(folders_that_are_too_wide_are_refused, listok::tests::needs_tex_live()) {
  tex_home.set("/");
  fs::create_directory_symlink(home, path / "link");
  font_folders.set(path / "link");
  const EngineFiles files = asked();
  BOOST_TEST(has(files.refused, "/"));
  BOOST_TEST(has(files.refused, home));
  for (const fs::path& one : files.rights.readable) BOOST_TEST(!covers_private(one), one);
}

BOOST_AUTO_TEST_CASE(a_tex_live_that_does_not_know_its_files_is_the_machines_fault) {
  write_file(path / "bin/xelatex", "#!/bin/sh\n");
  write_file(path / "bin/kpsewhich", "#!/bin/sh\n");
  for (const char* program : {"xelatex", "kpsewhich"}) {
    fs::permissions(path / "bin" / program, fs::perms::owner_all);
  }
  const Toolchain toolchain{path / "bin/xelatex", path / "bin/xelatex", "broken"};
  BOOST_CHECK_EXCEPTION(engine_files(toolchain, path / "work", {}), Trouble,
                        [](const Trouble& trouble) {
                          return std::string(trouble.what()).starts_with("`kpsewhich` of TeX Live");
                        });
}

BOOST_AUTO_TEST_CASE(a_cache_that_cannot_be_read_or_written_is_done_without,
                     listok::tests::needs_tex_live()) {
  write_file(home / ".cache", "a file");
  BOOST_TEST(asked().rights.executable.size() >= 2U);
  fs::remove(home / ".cache");
  fs::create_directories(home / ".cache/listok/engine-files");
  BOOST_TEST(asked().rights.executable.size() >= 2U);
}

BOOST_AUTO_TEST_CASE(answers_are_remembered_until_the_question_changes,
                     listok::tests::needs_tex_live()) {
  const EngineFiles first = asked();
  const fs::path kept = home / ".cache/listok/engine-files";
  const std::string text = read_file(kept).value();
  write_file(kept, text + "read /marked\n");
  BOOST_TEST(has(asked().rights.readable, "/marked"));  // it was not asked again
  fs::create_directories(home / ".config/fontconfig");
  write_file(home / ".config/fontconfig/fonts.conf",
             "<fontconfig><dir>" + (home / "faces").string() + "</dir></fontconfig>");
  fs::create_directories(home / "faces");
  const EngineFiles again = asked();
  BOOST_TEST(!has(again.rights.readable, "/marked"));
  BOOST_TEST(has(again.rights.readable, home / "faces"));
  tex_home.set(home / "faces");
  write_file(kept, read_file(kept).value() + "read /marked\n");
  BOOST_TEST(!has(asked().rights.readable, "/marked"));
}

BOOST_AUTO_TEST_SUITE_END()
