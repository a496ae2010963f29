// Writes to standard output and standard error.
// In: whole lines. Out: bytes on a descriptor.
// Errors: never an exception or a signal; the first error of writing is kept, as in errno.
#pragma once

#include <string>
#include <string_view>

namespace listok::cli {

// To be called before anything else. Those of the descriptors 0, 1 and 2 that are closed are taken,
// so that no file gets their number; reading and writing them fails as before. A pipe whose reader
// has gone is an error of writing, and no signal.
void hold_standard_streams();

// What is printed on one descriptor. After the first error, all else is dropped.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  // Whole lines, which are written when many have come together, or at `flush`: what reads them
  // never sees a part of one.
  void add(std::string_view lines);
  void flush();

  // Of the first error, as in errno; 0: there was none.
  int fault() const { return fault_; }

 private:
  int descriptor_;
  std::string waiting_;
  int fault_ = 0;
};

// "No space left on device", "it is closed"
std::string reason_of(int fault);

}  // namespace listok::cli
