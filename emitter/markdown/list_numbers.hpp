// Keeps the numbers of lists that are neither all the same nor count up: `2019.`, `2024.`.
#pragma once

#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// The list, divided where its numbers as they are written do not count on, which is told once.
std::vector<List> divided_by_numbers(List list, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter
