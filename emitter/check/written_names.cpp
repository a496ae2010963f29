#include "emitter/check/written_names.hpp"

#include <algorithm>

#include "emitter/text/percent_codes.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

bool is_harmless(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = 0;
    const std::size_t bytes = decode(text, at, c);
    if (bytes == 0 || refusal(c) || c < U' ') return false;
    at += bytes;
  }
  return true;
}

std::string decoded(std::string_view name) {
  std::string made;
  for (std::size_t at = 0; at < name.size();) {
    const int byte = percent_coded_byte(name, at);
    made += byte < 0 ? name[at] : static_cast<char>(byte);
    at += byte < 0 ? 1 : percent_code_size;
  }
  return is_harmless(made) ? made : std::string(name);
}

}  // namespace

std::vector<std::string> names_meant(std::string_view address) {
  const std::string_view name = address.substr(0, address.find_first_of("?#"));
  std::vector<std::string> names;
  for (std::string one :
       {std::string(address), std::string(name), decoded(address), decoded(name)}) {
    if (std::ranges::find(names, one) == names.end()) names.push_back(std::move(one));
  }
  return names;
}

}  // namespace listok::emitter
