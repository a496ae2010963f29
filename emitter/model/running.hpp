// Heads and feet of a bank, looked through.
// In: a bank. Out: its parts; what they show. Errors: none.
#pragma once

#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// `visit(part)` for each, of a bank that is const or not.
template <typename SomeBank, typename Visit>
void for_each_part(SomeBank& bank, const Visit& visit) {
  for (auto* running : {&bank.head, &bank.foot}) {
    visit(running->left);
    visit(running->center);
    visit(running->right);
  }
}

// Whether one of them has this placeholder, in any language.
bool shows(const Bank& bank, std::string_view placeholder);

}  // namespace listok::emitter
