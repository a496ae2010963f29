#include "latex/build/batch_plan.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "latex/engine/batch_source.hpp"
#include "latex/pages/expected_letters.hpp"

namespace listok::latex {
namespace {

constexpr std::size_t smallest_batch = 40;  // below, starting an engine costs more than it gains
constexpr std::size_t largest_batch = 400;  // above, an engine's memory grows for nothing

// What the page of `sheet` must show: nothing is known of a text that listok did not write, nor
// where the macros of a person may hide what they are given.
std::size_t letters_on(const Sheet& sheet, const BuildOptions& options) {
  if (reads_own_tex(sheet, options.output.path())) return 0;
  const std::vector<std::string> all;
  return letters_of(sheet.source->text, sheet.edition == nullptr ? all : sheet.edition->sections);
}

// People jump between the page and what they have edited.
std::shared_ptr<const Origin> wanted_origin(const Sheet& sheet, const BuildOptions& options) {
  if (!sheet.source->tweaked) return nullptr;
  return std::make_shared<const Origin>(origin_of(sheet, options.output));
}

}  // namespace

std::vector<QueuedBatch> batches_of(const std::vector<Sheet>& sheets, const Numbers& all,
                                    const BuildOptions& options, double max_size) {
  std::map<std::pair<std::string, std::string>, Numbers> groups;
  for (const std::size_t number : all) {
    const Sheet& sheet = sheets[number];
    groups[{class_options(sheet.edition),
            sheet.source->file.parent_path().string() + "\n" + preamble_of(sheet.source->text)}]
        .push_back(number);
  }
  const std::size_t workers = std::max<std::size_t>(1, options.workers / groups.size());
  std::vector<QueuedBatch> batches;
  for (const auto& [group, numbers] : groups) {
    auto next = numbers.begin();
    for (const std::size_t size :
         chunk_sizes(numbers.size(), workers, smallest_batch, largest_batch)) {
      QueuedBatch queued;
      queued.batch.class_options = group.first;
      queued.batch.max_size = max_size;
      queued.batch.beside = options.output / sheets[*next].source->file.parent_path();
      queued.tweaked_preamble = true;
      for (std::size_t count = 0; count < size; ++count, ++next) {
        const Sheet& sheet = sheets[*next];
        queued.batch.sheets.push_back({text_of(sheet), sheet.metadata, letters_on(sheet, options),
                                       wanted_origin(sheet, options)});
        queued.numbers.push_back(*next);
        queued.tweaked_preamble =
            queued.tweaked_preamble && (sheet.source->tweaked || sheet.preamble != nullptr);
        queued.batch.by_hand = queued.batch.by_hand || sheet.by_hand;
      }
      batches.push_back(std::move(queued));
    }
  }
  // The long ones first: then all engines end at about the same time.
  const auto bytes = [](const QueuedBatch& queued) {
    return std::accumulate(
        queued.batch.sheets.begin(), queued.batch.sheets.end(), std::size_t{0},
        [](std::size_t sum, const BatchSheet& sheet) { return sum + sheet.tex->size(); });
  };
  std::stable_sort(batches.begin(), batches.end(),
                   [&](const QueuedBatch& a, const QueuedBatch& b) { return bytes(a) > bytes(b); });
  return batches;
}

}  // namespace listok::latex
