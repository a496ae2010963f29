// The program: from the command line to the exit status.
#pragma once

namespace listok::cli {

int run(int count, const char* const* arguments);

}  // namespace listok::cli
