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

std::vector<BilingualFolder> bilingual_folders(const std::vector<std::string>& languages) {
  std::vector<BilingualFolder> folders;
  for (std::size_t one = 0; one < languages.size(); ++one) {
    for (std::size_t two = one + 1; two < languages.size(); ++two) {
      std::string name = layout::bilingual;
      if (!folders.empty()) name += "-" + languages[one] + "-" + languages[two];
      folders.push_back({std::move(name), languages[one], languages[two]});
    }
  }
  return folders;
}

bool is_sheet_folder(std::string_view name) {
  if (name == layout::bilingual || emitter::is_language(name)) return true;
  const std::string begin = std::string(layout::bilingual) + "-";
  if (!name.starts_with(begin)) return false;
  name.remove_prefix(begin.size());
  const auto dash = std::min(name.find('-'), name.size());
  return emitter::is_language(name.substr(0, dash)) &&
         emitter::is_language(name.substr(std::min(dash + 1, name.size())));
}

bool is_source_name(const fs::path& name) {
  const auto steps = steps_of(name);
  return steps.size() == 2 && is_sheet_folder(steps[0]) && is_file_of_item(steps[1], ".tex");
}

fs::path synctex_name(fs::path pdf) { return pdf.replace_extension(".synctex.gz"); }

bool is_pdf_name(const fs::path& name) {
  const auto steps = steps_of(name);
  if (steps.size() < 2 || steps.size() > 3 || !is_sheet_folder(steps[0])) return false;
  if (steps.size() == 3 && !is_edition(steps[1])) return false;
  return steps.back() == layout::book || is_file_of_item(steps.back(), ".pdf");
}

}  // namespace listok::latex
