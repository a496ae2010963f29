// The process in which pictures are looked into: what a decoder can be made to do there harms
// nobody. The program starts itself for it (latex/pictures/picture_reader.hpp).
// In: a list of pictures in its working directory. Out: verdicts on stdout, pictures as files.
// Errors: only its exit status: it throws nothing and never returns.
#pragma once

#include <string_view>

namespace listok::latex {

// The only argument of such a process.
inline constexpr std::string_view picture_child_argument = "--look-into-pictures";

// Its list of pictures, in its working directory: "1 /bank/ru/plan.png", each ended by a zero byte.
inline constexpr const char* picture_list = "pictures";

// Looks into all of them, in their order, and says on stdout "at 1" before each and "done 1
// VERDICT" after it (latex/pictures/picture_verdict.hpp). What is to be set in place of picture 1
// it writes to the file `1`. It can read only these files, write only in its working directory, and
// is killed by SIGPROF at a picture that takes too long. Never returns.
[[noreturn]] void look_into_pictures();

}  // namespace listok::latex
