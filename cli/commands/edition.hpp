// Checks the names of editions, and makes the edition that `--sections` asks for.
#pragma once

#include <string>
#include <vector>

#include "emitter/bank/selection.hpp"
#include "emitter/model/model.hpp"

namespace listok::cli {

// Throws UsageError for a name that is no edition of `bank`.
void check_editions(const emitter::Bank& bank, const std::vector<std::string>& given);

// Throws UsageError when `--lang` chooses more languages than a bilingual sheet has. Without it the
// first two of the bank are meant.
void check_pair(const emitter::Bank& bank, const emitter::Selection& selection,
                const std::vector<std::string>& editions);

// The sections of `bank` that `keys` name, in the order of the bank; the name, which is that of a
// folder, is made of them: "question+answer", "question+lines". Throws UsageError for a key that
// the bank lacks, and for a name that an edition of the bank has.
emitter::Edition custom_edition(const emitter::Bank& bank, const std::vector<std::string>& keys,
                                emitter::Space space);

}  // namespace listok::cli
