// Why a picture cannot be printed, or what of it is not, in words.
#pragma once

#include <string>

namespace listok::pictures {

struct Fault {
  std::string code;  // of the diagnostic
  std::string what;  // follows the picture's name: "is damaged: …"
  std::string hint;

  bool operator==(const Fault&) const = default;
};

}  // namespace listok::pictures
