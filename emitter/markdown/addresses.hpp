// Makes links of addresses that stand bare in a text, as GitHub does: `https://…`, `www.…`, mail.
#pragma once

#include "emitter/base/source.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Of the texts among `content`, not of those inside its emphasis. Marks that end a sentence, and
// brackets that are not opened in the address, stay outside of it.
void link_addresses(Inlines& content, const Source& source);

// A link whose text is its address shows it as a person reads it.
void show_readable(Link& link);

}  // namespace listok::emitter
