#include "latex/record/staleness.hpp"

#include <fmt/format.h>

#include "latex/folder/output_names.hpp"

namespace listok::latex {

std::optional<std::string> reason_to_make(const Dependencies& wanted, const Record* known,
                                          OnDisk on_disk, bool force) {
  if (force) return "`--force` was given";
  if (known == nullptr) {
    return on_disk == OnDisk::nothing ? "it is new" : "listok has no record of making it";
  }
  if (on_disk == OnDisk::nothing) return "its PDF is gone";
  if (on_disk == OnDisk::another) return "its PDF was changed by somebody else";
  if (on_disk == OnDisk::without_synctex) return "its `.synctex.gz` is gone, or is another";
  for (std::size_t number = 0; number < dependency_names.size(); ++number) {
    const auto one = static_cast<Dependency>(number);
    if (known->dependencies[one] != wanted[one])
      return fmt::format("{} changed", dependency_names[number]);
  }
  return std::nullopt;
}

SeenPdf look_at_pdf(const Folder& output, const std::filesystem::path& pdf, const Record* known) {
  const auto state = output.stamp(pdf);
  if (!state) return {};
  if (known == nullptr) return {OnDisk::another, *state};
  if (*state == known->stamp) return {OnDisk::as_made, *state};
  const bool same = state->bytes == known->stamp.bytes &&
                    hash_of(output.read(pdf).value_or("")) == known->content;
  return {same ? OnDisk::as_made : OnDisk::another, *state};
}

bool has_synctex(const Folder& output, const std::filesystem::path& pdf, const Record& known) {
  if (known.synctex.none()) return false;
  const auto packed = output.read(synctex_name(pdf));
  return packed && hash_of(*packed) == known.synctex;
}

}  // namespace listok::latex
