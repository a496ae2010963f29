#include "emitter/model/languages.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace listok::emitter {
namespace {

constexpr std::array table{
    Language{"ru", "russian"},
    Language{"en", "english"},
};

}  // namespace

const Language& language_of(std::string_view code) {
  const auto found =
      std::ranges::find_if(table, [&](const Language& language) { return language.code == code; });
  assert(found != table.end());
  return *found;
}

const std::vector<std::string>& supported_languages() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> all;
    for (const Language& language : table) all.emplace_back(language.code);
    return all;
  }();
  return codes;
}

}  // namespace listok::emitter
