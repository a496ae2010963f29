// The parts that `build` and `emit` have in common.
#pragma once

#include <stop_token>

#include "cli/arguments/command_line.hpp"
#include "cli/console/console.hpp"
#include "emitter/model/model.hpp"
#include "latex/build/build.hpp"

namespace listok::cli {

// Prints what a build reports while it runs.
latex::Observer observer_of(const CommandLine& line, Console& console, const std::stop_token& stop);

// Adds to `bank` what the command line asks of it. Throws UsageError when it asks too much.
void accept(emitter::Bank& bank, latex::BuildOptions& options);

// Prints what was made; returns the exit status.
int conclude(const CommandLine& line, const latex::BuildResult& result, Console& console);

}  // namespace listok::cli
