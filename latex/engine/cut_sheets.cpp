#include "latex/engine/cut_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "latex/engine/toolchain.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

void cut_pdfs(const Batch& batch, const fs::path& folder, std::size_t pages, BatchResult& result) {
  std::vector<Cut> cuts;
  std::vector<SheetResult*> owners;
  for (std::size_t index = 0; index < batch.sheets.size(); ++index) {
    SheetResult& sheet = result.sheets[index];
    if (!sheet.marks.whole() || sheet.state == SheetResult::State::faulty) continue;
    cuts.push_back({sheet.marks.page, batch.sheets[index].metadata,
                    folder / fmt::format(".{}.pdf", index + 1), sheet.marks.pages});
    owners.push_back(&sheet);
  }
  auto results = cut_pages(folder / "batch.pdf", pages, cuts, source_date());
  for (std::size_t index = 0; index < results.size(); ++index) {
    if (!results[index].fault.empty()) {
      result.fault = results[index].fault;
      continue;
    }
    owners[index]->removed = std::move(results[index].removed);
    owners[index]->state = SheetResult::State::proven;
    owners[index]->pdf = cuts[index].file;
  }
}

// A sheet without is as good as before: TeX of a person may switch SyncTeX off, or spoil its file.
void cut_lines(const Batch& batch, const fs::path& folder, BatchResult& result) {
  const SyncTex of_run(read_file(folder / "batch.synctex.gz").value_or(""), fs::canonical(folder));
  for (std::size_t index = 0; index < batch.sheets.size(); ++index) {
    SheetResult& sheet = result.sheets[index];
    const Origin* origin = batch.sheets[index].origin.get();
    if (origin == nullptr || sheet.state != SheetResult::State::proven) continue;
    const std::string packed = of_run.of_sheet(fmt::format("{}.tex", index + 1), sheet.marks.page,
                                               sheet.marks.pages, *origin);
    if (packed.empty()) continue;
    sheet.synctex = folder / fmt::format(".{}.synctex.gz", index + 1);
    write_scratch_file(sheet.synctex, packed);
  }
}

}  // namespace

bool wants_lines(const Batch& batch) {
  return std::ranges::any_of(batch.sheets,
                             [](const BatchSheet& sheet) { return sheet.origin != nullptr; });
}

void cut_sheets(const Batch& batch, const fs::path& folder, std::size_t pages,
                BatchResult& result) {
  cut_pdfs(batch, folder, pages, result);
  if (wants_lines(batch)) cut_lines(batch, folder, result);
}

}  // namespace listok::latex
