#include "latex/plan.hpp"

#include <fmt/format.h>

namespace listok::latex {

std::optional<std::string> reason_to_make(const Ingredients& wanted, const Record* known,
                                          const std::optional<Stamp>& on_disk, bool force) {
  if (force) return "`--force` was given";
  if (known == nullptr) return on_disk ? "listok has no record of making it" : "it is new";
  if (!on_disk) return "its PDF is gone";
  if (*on_disk != known->stamp) return "its PDF was changed by somebody else";
  for (std::size_t number = 0; number < ingredient_names.size(); ++number) {
    const auto one = static_cast<Ingredient>(number);
    if (known->ingredients[one] != wanted[one])
      return fmt::format("{} changed", ingredient_names[number]);
  }
  return std::nullopt;
}

}  // namespace listok::latex
