// The exit statuses of the program, each with its meaning.
#pragma once

namespace listok::cli {

// 0 all was made; 1 some item has an error; 2 the command line is wrong; 3 the machine lacks
// something, or what was to be printed is lost; 130 interrupted; 141 whoever read what is printed
// has gone, as in `| head`, which ends no work.
enum Status {
  all_made = 0,
  content_error = 1,
  usage_error = 2,
  machine_error = 3,
  interrupted = 130,
  reader_gone = 141
};

}  // namespace listok::cli
