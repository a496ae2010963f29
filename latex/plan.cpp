#include "latex/plan.hpp"

#include <fmt/format.h>

namespace listok::latex {

std::optional<std::string> reason_to_make(const Ingredients& wanted, const Record* known,
                                          const std::optional<Stamp>& on_disk, bool force) {
  if (force) return "`--force` was given";
  if (known == nullptr) return on_disk ? "listok has no record of making it" : "it is new";
  if (!on_disk) return "its PDF is gone";
  if (*on_disk != known->stamp) return "its PDF was changed by somebody else";
  for (const auto& [name, hash] : wanted) {
    const auto before = known->ingredients.find(name);
    if (before == known->ingredients.end() || before->second != hash) {
      return fmt::format("{} changed", name);
    }
  }
  if (known->ingredients.size() != wanted.size()) return "it depends on fewer things";
  return std::nullopt;
}

}  // namespace listok::latex
