#include "latex/pictures/picture_memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "latex/folder/output_folder.hpp"
#include "latex/system/cache.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// The first line of the memory. It changes when pictures are looked at with other eyes.
constexpr std::string_view first_line = "listok pictures 2\n";
constexpr std::size_t most = 20'000;      // pictures that are remembered
constexpr std::size_t most_made = 2'000;  // of these, those with another in their place

bool is_made(std::string_view line) {
  return line.substr(std::min(line.find(' '), line.size())).starts_with(" made");
}

}  // namespace

PictureMemory::PictureMemory() : folder_(cache_folder("pictures")) {
  if (folder_.empty()) return;
  std::string known;
  try {
    known = read_file(folder_ / "known").value_or("");
  } catch (const Trouble&) {  // of a cache: it is done without
  }
  if (!known.starts_with(first_line)) return;
  for (std::string_view rest = std::string_view(known).substr(first_line.size()); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const auto verdict = verdict_from(line);
    if (!verdict) continue;
    lines_.emplace_back(line);
    known_.insert_or_assign(hex(verdict->bytes), *verdict);
  }
}

std::optional<PictureVerdict> PictureMemory::recall(const Hash& bytes) const {
  const auto found = known_.find(hex(bytes));
  if (found == known_.end()) return std::nullopt;
  std::error_code error;
  if (found->second.made && !fs::exists(made_of(bytes), error)) return std::nullopt;
  return found->second;
}

void PictureMemory::add(const PictureVerdict& verdict, const fs::path& made) {
  if (folder_.empty() || verdict.bytes.none() || !verdict.lasting) return;
  try {
    if (verdict.made) write_file(made_of(verdict.bytes), read_file(made).value_or(""));
    lines_.push_back(line_of(verdict));
    changed_ = true;
  } catch (const Trouble&) {}
}

void PictureMemory::forget_half() {
  const auto middle = lines_.begin() + static_cast<std::ptrdiff_t>(lines_.size() / 2);
  std::for_each(lines_.begin(), middle, [&](std::string_view line) {
    std::error_code ignored;
    if (is_made(line)) fs::remove(folder_ / line.substr(0, line.find(' ')), ignored);
  });
  lines_.erase(lines_.begin(), middle);
}

void PictureMemory::save() {
  if (!changed_) return;
  const auto made = static_cast<std::size_t>(std::ranges::count_if(lines_, is_made));
  if (lines_.size() > most || made > most_made) forget_half();
  try {
    write_file(folder_ / "known", fmt::format("{}{}\n", first_line, fmt::join(lines_, "\n")));
  } catch (const Trouble&) {}
}

}  // namespace listok::latex
