// Leaves out what is wrong only because something else is: one fault, one message.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A section is empty when all that it holds was refused, and that has been told; a mark in HTML is
// told as that. `found` is all that was found in the file of `translation`.
void leave_out_consequences(const Translation& translation, Diagnostics& found);

}  // namespace listok::emitter
