// What was found out about a picture, and the line that carries it from one process to another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "latex/system/hash.hpp"
#include "pictures/look.hpp"

namespace listok::latex {

struct PictureVerdict {
  Hash bytes;  // of the picture as it was looked at; none: nothing is known of it
  std::optional<pictures::Fault> fault;
  bool made = false;                         // there is a picture to be set in its place
  std::optional<pictures::Fault> loss = {};  // what that lacks: a warning
  bool lasting = true;  // false: to be looked at again, with what is installed then

  bool operator==(const PictureVerdict&) const = default;
};

// "HASH sound", "HASH made", or "HASH fault<tab>CODE<tab>WHAT<tab>HINT"; "made" and what it lacks
// likewise, and "passing" for a fault that does not last.
std::string line_of(const PictureVerdict& verdict);

// Nothing for any other line. The process that wrote it may have been taken over by a picture: of
// the fault there comes through what can be printed.
std::optional<PictureVerdict> verdict_from(std::string_view line);

}  // namespace listok::latex
