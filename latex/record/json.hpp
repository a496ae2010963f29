// Includes Boost.JSON for all that is written as JSON here, and lists of texts as its arrays.
#pragma once

#include <string>
#include <vector>

#include <boost/json.hpp>

namespace listok::latex {

namespace json = boost::json;

inline json::array strings(const std::vector<std::string>& values) {
  json::array array;
  for (const std::string& value : values) array.emplace_back(value);
  return array;
}

inline std::vector<std::string> read_strings(const json::value& array) {
  std::vector<std::string> values;
  for (const auto& value : array.as_array()) values.emplace_back(value.as_string());
  return values;
}

}  // namespace listok::latex
