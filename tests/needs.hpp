// What a test case needs of the machine, as its decorator: without it the case is skipped and says
// why. The label lets ctest run such cases as a test of its own (tests/CMakeLists.txt), which then
// counts as skipped, not as passed.
#pragma once

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "latex/engine/patterns.hpp"
#include "latex/system/files.hpp"
#include "latex/system/landlock.hpp"
#include "latex/system/programs.hpp"
#include "latex/system/seccomp.hpp"

namespace listok::tests {

using Needs = boost::unit_test::decorator::collector_t&;

// `lacks` says what is missing: "chktex is not installed"; empty: nothing is. Boost keeps the very
// `label` that it is given: a literal.
template <typename Lacks>
Needs needs(const char* label, Lacks lacks) {
  namespace unit_test = boost::unit_test;
  return *unit_test::label(label) * unit_test::precondition([lacks](unit_test::test_unit_id) {
    const std::string missing = lacks();
    boost::test_tools::assertion_result result(missing.empty());
    result.message() << missing;
    return result;
  });
}

inline Needs needs_programs(const char* label, std::initializer_list<const char*> names) {
  return needs(label, [programs = std::vector<std::string>(names.begin(), names.end())] {
    for (const std::string& program : programs) {
      if (!latex::find_program(program)) return program + " is not installed";
    }
    return std::string();
  });
}

inline Needs needs_git() { return needs_programs("needs_git", {"git"}); }

// The engines and tools of documents that take sheets in.
inline Needs needs_hosts() {
  return needs_programs("needs_hosts", {"latexmk", "lualatex", "pdftohtml"});
}

inline Needs needs_checkers() { return needs_programs("needs_checkers", {"chktex", "lacheck"}); }

// A reader of PDFs next to poppler's.
inline Needs needs_readers() { return needs_programs("needs_checkers", {"mutool"}); }

// TeX Live with German patterns, which stand for those of all languages with a package of their own.
inline Needs needs_german() {
  return needs("needs_german", [] {
    const auto scratch = std::filesystem::temp_directory_path();
    const auto installed = latex::installed_patterns(scratch, {});
    return std::string(
        installed && installed->contains("ngerman") ? "" : "TeX Live has no German patterns");
  });
}

inline Needs needs_tex_live() { return needs_programs("needs_tex_live", {"xelatex"}); }

inline std::string lack_of_landlock() {
  return latex::landlock_version() > 0 ? "" : "the kernel has no Landlock";
}

inline std::string lack_of_seccomp() {
  return latex::seccomp_available() ? "" : "the kernel has no seccomp";
}

// A kernel that can keep a process from files, by rules of this version or a later one.
inline Needs needs_landlock(int version = 1) {
  return needs("needs_sandbox", [version] {
    const bool knows = latex::landlock_version() >= version;
    return knows || version == 1 ? lack_of_landlock()
                                 : "the kernel has no Landlock " + std::to_string(version);
  });
}

// One that can keep it from system calls.
inline Needs needs_seccomp() { return needs("needs_sandbox", lack_of_seccomp); }

inline Needs needs_sandbox() {
  return needs("needs_sandbox", [] { return lack_of_landlock() + lack_of_seccomp(); });
}

inline std::string lack_of_git_or_sandbox() {
  return latex::find_program("git") ? lack_of_landlock() + lack_of_seccomp()
                                    : std::string("git is not installed");
}

inline Needs needs_git_and_sandbox() { return needs("needs_sandbox", lack_of_git_or_sandbox); }

// /dev/shm, and temporary files elsewhere.
inline Needs needs_two_disks() {
  return needs("needs_two_disks", [] {
    struct stat here{}, there{};
    const bool two = ::stat("/dev/shm", &there) == 0 &&
                     ::stat(std::filesystem::temp_directory_path().c_str(), &here) == 0 &&
                     here.st_dev != there.st_dev;
    return std::string(two ? "" : "/dev/shm is no disk of its own");
  });
}

// A process that may mount a disk.
inline Needs needs_root() {
  return needs("needs_root", [] {
    const latex::ScratchFolder folder(std::filesystem::temp_directory_path());
    const std::filesystem::path disk = folder.path() / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=100k") != 0) {
      return std::string("only root can mount a small disk");
    }
    ::umount2(disk.c_str(), MNT_DETACH);
    return std::string();
  });
}

}  // namespace listok::tests
