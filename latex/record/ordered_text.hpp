// Makes a long text of many parts, on all cores.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace listok::latex {

// The texts of 0, 1, … one after another; some hundreds at a time are made on all cores.
std::string text_in_order(std::size_t count,
                          const std::function<std::string(std::size_t)>& text_of);

}  // namespace listok::latex
