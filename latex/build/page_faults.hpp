// Words the diagnostics for what does not fit a page, or is lost from it.
#pragma once

#include <filesystem>
#include <optional>

#include "emitter/base/diagnostic.hpp"
#include "latex/build/sheet.hpp"
#include "latex/log/engine_log.hpp"
#include "latex/pages/page_proof.hpp"

namespace listok::latex {

// Why no page can hold `sheet`, before TeX is asked; nothing where it may. Of what a person's TeX
// has a say in nothing is certain.
std::optional<emitter::Diagnostic> certain_misfit(const Sheet& sheet, const emitter::Page& page,
                                                  const std::filesystem::path& output);

// Of a sheet that has lines too many, as the class says.
emitter::Diagnostic misfit(const Sheet& sheet, const SheetMarks& marks,
                           const std::filesystem::path& output);

// Why the page does not show all of the sheet: what is printed next to the paper, or `lacking`
// letters. Nothing when it does.
std::optional<emitter::Diagnostic> lost_words(const Sheet& sheet, const PageProof& page,
                                              std::size_t lacking,
                                              const std::filesystem::path& output);

}  // namespace listok::latex
