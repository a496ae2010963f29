#include "latex/build/page_faults.hpp"

#include <fmt/format.h>

#include "emitter/check/page_estimate.hpp"
#include "latex/build/locate.hpp"

namespace listok::latex {
namespace {

struct Misfit {
  std::string lines;  // too many
  bool one = false;   // it is one line
  double size = 0;    // pt
  bool back = false;  // two pages do not hold it
};

emitter::Diagnostic too_long(const Sheet& sheet, const Misfit& misfit,
                             const std::filesystem::path& output) {
  const std::string edition =
      sheet.edition == nullptr ? "" : fmt::format(" in the edition `{}`", sheet.edition->name);
  return of_whole(
      sheet, "fit",
      fmt::format("the sheet is {} line{} too long for its {}{}, at {:g} pt, the smallest size",
                  misfit.lines, misfit.one ? "" : "s", misfit.back ? "two pages" : "page", edition,
                  misfit.size),
      misfit.back ? "a sheet is two pages at most: shorten the item, or lower `min-size`"
                  : "shorten the item, lower `min-size`, or allow it two pages by `pages: 2`",
      output);
}

}  // namespace

std::optional<emitter::Diagnostic> certain_misfit(const Sheet& sheet, const emitter::Page& page,
                                                  const std::filesystem::path& output) {
  emitter::Shown shown;
  if (sheet.edition != nullptr) shown.sections = sheet.edition->sections;
  shown.bilingual = !sheet.source->file_map.empty();
  const auto excess = emitter::certain_excess(page, *sheet.translation, shown);
  if (!excess || reads_own_tex(sheet, output)) return std::nullopt;
  return too_long(
      sheet, {fmt::format("at least {}", excess->lines), false, excess->size, excess->pages > 1},
      output);
}

emitter::Diagnostic misfit(const Sheet& sheet, const SheetMarks& marks,
                           const std::filesystem::path& output) {
  return too_long(
      sheet, {fmt::format("{}", marks.over), marks.over == 1, marks.size, marks.made > 1}, output);
}

std::optional<emitter::Diagnostic> lost_words(const Sheet& sheet, const PageProof& page,
                                              std::size_t lacking,
                                              const std::filesystem::path& output) {
  if (page.off_paper > 0) {
    return of_whole(sheet, "off-paper",
                    fmt::format("{} of {} characters are printed beside the paper", page.off_paper,
                                page.glyphs),
                    "shorten the item, or give long lines a place to break", output);
  }
  if (lacking > 0) {
    return of_whole(sheet, "lost-words",
                    fmt::format("{} letters of the sheet are not on its page", lacking),
                    "shorten the item, and please report it: listok should have set it", output);
  }
  return std::nullopt;
}

}  // namespace listok::latex
