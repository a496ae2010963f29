// What a pass has to say of the text that it rewrites. Header only.
#pragma once

#include <string>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

struct Remark {
  Span span;  // in the text that the pass was given
  Severity severity = Severity::warning;
  std::string code, message, hint;
};
using Remarks = std::vector<Remark>;

}  // namespace listok::emitter
