#include "latex/folder/output_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "emitter/bank/item_files.hpp"
#include "emitter/model/languages.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> steps_of(const fs::path& name) {
  std::vector<std::string> steps;
  for (const fs::path& step : name) steps.push_back(step.string());
  return steps;
}

bool is_id(const std::string& stem) {
  return !stem.empty() && !stem.starts_with('.') && !emitter::refused_id(stem);
}

// One of the bank, or one made up on the command line.
bool is_edition(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-+") == std::string::npos;
}

bool is_file_of_item(const std::string& name, const char* ending) {
  const fs::path file(name);
  return file.extension() == ending && is_id(file.stem());
}

}  // namespace

bool is_sheet_folder(std::string_view name) {
  return name == layout::bilingual || std::ranges::count(emitter::supported_languages(), name) > 0;
}

bool is_source_name(const fs::path& name) {
  const auto steps = steps_of(name);
  return steps.size() == 2 && is_sheet_folder(steps[0]) && is_file_of_item(steps[1], ".tex");
}

bool is_pdf_name(const fs::path& name) {
  const auto steps = steps_of(name);
  if (steps.size() < 2 || steps.size() > 3 || !is_sheet_folder(steps[0])) return false;
  if (steps.size() == 2 && steps[1] == layout::book) return true;
  return is_file_of_item(steps.back(), ".pdf") && (steps.size() == 2 || is_edition(steps[1]));
}

}  // namespace listok::latex
