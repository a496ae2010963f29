// Looks at what a machine has, and lacks, for making sheets.
// In: nothing but the machine. Out: a finding for each need.
// Errors: Trouble when a scratch folder cannot be made or a program cannot be started.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace listok::latex {

struct Finding {
  std::string name;  // "xelatex", "PT Serif", "a sheet on trial"
  bool found = false;
  std::string detail;   // a version, a path, or what went wrong
  std::string package;  // of Debian, that brings it
};

// Programs, LaTeX packages, faces and libraries one by one, and at last a sheet set on trial with all of them.
// Works in a folder for temporary files, which is removed.
std::vector<Finding> examine(std::stop_token stop);

}  // namespace listok::latex
