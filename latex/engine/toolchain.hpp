// Finds the programs of TeX Live that listok drives, and says how they are started.
// In: PATH and the environment. Out: paths, variables, a date; seconds for time-outs.
// Errors: Trouble when a program is missing, with what to install.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "latex/system/process.hpp"

namespace listok::latex {

struct Toolchain {
  std::filesystem::path xelatex;
  std::filesystem::path xdvipdfmx;
  std::string identity;         // changes when either program does
  double startup_timeout = 60;  // seconds that a run may take besides those for its sheets
  Sandbox sandbox =
      {};  // what every engine may touch: nothing, until somebody has asked (sandbox.hpp)
};

// "run: sudo apt-get install …": the one command that mends a machine, with all that sheets need
// (debian_packages.txt).
std::string install_all_hint();

// Finds the programs on PATH; throws Trouble, with what to install as its hint, when one is
// missing.
Toolchain find_toolchain();

// All variables an engine is started with: search paths and home of the user, reading and writing
// confined (openin_any, openout_any), the log unwrapped, and dates from SOURCE_DATE_EPOCH.
std::map<std::string, std::string> engine_environment();

// The date for a PDF from SOURCE_DATE_EPOCH ("D:20260101000000Z"); empty when it is not set.
std::string source_date();

}  // namespace listok::latex
