// Runs the program, from the command line to the exit status. Exceptions become exit statuses here.
#pragma once

namespace listok::cli {

int run(int count, const char* const* arguments);

}  // namespace listok::cli
