// What a fuzzer asserts: it ends the program with a message, which libFuzzer takes for a crash.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace listok::fuzz {

inline void require(bool holds, std::string_view rule, std::string_view seen = {}) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n%.*s\n", static_cast<int>(rule.size()), rule.data(),
               static_cast<int>(seen.size()), seen.data());
  std::abort();
}

}  // namespace listok::fuzz
