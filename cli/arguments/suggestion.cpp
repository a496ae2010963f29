#include "cli/arguments/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/base/diagnostic.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/text/text.hpp"

namespace listok::cli {
namespace {

using Strings = std::vector<std::string>;

// Of "*mqa*": what stands between.
std::string without_stars(const std::string& pattern) {
  const auto begin = pattern.find_first_not_of('*');
  return begin == pattern.npos ? ""
                               : pattern.substr(begin, pattern.find_last_not_of('*') + 1 - begin);
}

Strings with_part(const std::string& name, const Strings& known) {
  constexpr std::size_t shortest = 2;  // one letter is a part of nearly everything
  const std::string part = emitter::fold_case(without_stars(name));
  Strings found;
  if (emitter::length(part) < shortest) return found;
  std::copy_if(known.begin(), known.end(), std::back_inserter(found), [&](const std::string& one) {
    return emitter::fold_case(one).find(part) != std::string::npos;
  });
  return found;
}

// "`a`", "`a` or `b`", "`a`, `b` or `c`"
std::string alternatives(const Strings& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += "`" + names[i] + "`";
  }
  return text;
}

}  // namespace

std::string suggestion(const std::string& name, const Strings& known, Strings likely) {
  constexpr std::size_t most = 20;  // more would hide the message
  constexpr std::size_t most_meant = 5;
  if (known.empty()) return "it has none at all";
  if (likely.empty()) {
    const std::string_view meant = emitter::nearest(name, known);
    if (!meant.empty()) likely.emplace_back(meant);
  }
  if (likely.empty()) likely = with_part(name, known);
  if (!likely.empty()) {
    const std::size_t left_out = likely.size() - std::min(most_meant, likely.size());
    likely.resize(likely.size() - left_out);
    return left_out == 0 ? fmt::format("did you mean {}?", alternatives(likely))
                         : fmt::format("did you mean one of `{}`, and {} more?",
                                       fmt::join(likely, "`, `"), left_out);
  }
  const auto end = known.begin() + static_cast<std::ptrdiff_t>(std::min(most, known.size()));
  const char* more = known.size() > most ? " …" : "";
  return fmt::format("it has {}{}", fmt::join(known.begin(), end, ", "), more);
}

}  // namespace listok::cli
