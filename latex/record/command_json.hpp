// Writes what `list`, `status` and `diff` print for other programs. (Library: Boost.JSON.)
// In: an item, an edited sheet, or a difference. Out: one line of JSON, without LF. Errors: none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "latex/output/edited_sheets.hpp"

namespace listok::latex {

// What `listok list` says of an item.
struct ItemLine {
  struct File {
    std::string language;
    std::string name;   // as shown in diagnostics
    std::string title;  // plain text; empty when it could not be read
    bool broken = false;
  };
  unsigned number = 0;
  std::string id;
  std::string difficulty;
  std::vector<std::string> tags;
  std::vector<File> files;  // in the order of the bank's languages
};

// {"number": 1, "id": …, "tags": […], "titles": {"ru": …}, …}.
std::string item_json(const ItemLine& item);

// A line of `listok status`; `changed` is absent without git.
std::string edited_json(const EditedSheet& sheet, const std::filesystem::path& output,
                        const std::optional<ShortDiff>& changed);

// A line of `listok diff`: {"file": …, "diff": …}.
std::string diff_json(const std::filesystem::path& file, const std::string& diff);

}  // namespace listok::latex
