#include "pictures/pdf_operators.hpp"

#include <algorithm>
#include <array>

namespace listok::pictures {
namespace {

struct Operator {
  std::string_view name, operands;
};

// In the order of bytes.
constexpr auto operators = std::to_array<Operator>(
    {{"\"", "nns"},    {"'", "s"},       {"B", ""},    {"B*", ""},     {"BDC", "Np"},
     {"BI", ""},       {"BMC", "N"},     {"BT", ""},   {"BX", ""},     {"CS", "N"},
     {"DP", "Np"},     {"Do", "N"},      {"EI", ""},   {"EMC", ""},    {"ET", ""},
     {"EX", ""},       {"F", ""},        {"G", "n"},   {"ID", ""},     {"J", "n"},
     {"K", "nnnn"},    {"M", "n"},       {"MP", "N"},  {"Q", ""},      {"RG", "nnn"},
     {"S", ""},        {"SC", "c"},      {"SCN", "c"}, {"T*", ""},     {"TD", "nn"},
     {"TJ", "a"},      {"TL", "n"},      {"Tc", "n"},  {"Td", "nn"},   {"Tf", "Nn"},
     {"Tj", "s"},      {"Tm", "nnnnnn"}, {"Tr", "n"},  {"Ts", "n"},    {"Tw", "n"},
     {"Tz", "n"},      {"W", ""},        {"W*", ""},   {"b", ""},      {"b*", ""},
     {"c", "nnnnnn"},  {"cm", "nnnnnn"}, {"cs", "N"},  {"d", "an"},    {"d0", "nn"},
     {"d1", "nnnnnn"}, {"f", ""},        {"f*", ""},   {"g", "n"},     {"gs", "N"},
     {"h", ""},        {"i", "n"},       {"j", "n"},   {"k", "nnnn"},  {"l", "nn"},
     {"m", "nn"},      {"n", ""},        {"q", ""},    {"re", "nnnn"}, {"rg", "nnn"},
     {"ri", "N"},      {"s", ""},        {"sc", "c"},  {"scn", "c"},   {"sh", "N"},
     {"v", "nnnn"},    {"w", "n"},       {"y", "nnnn"}});
static_assert(std::ranges::is_sorted(operators, {}, &Operator::name));

}  // namespace

std::optional<std::string_view> operands_of(std::string_view name) {
  const auto* found = std::ranges::lower_bound(operators, name, {}, &Operator::name);
  if (found == operators.end() || found->name != name) return std::nullopt;
  return found->operands;
}

}  // namespace listok::pictures
