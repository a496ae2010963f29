#include "latex/engine/recorded_inputs.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "latex/class/class_files.hpp"
#include "latex/engine/toolchain.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace fs = std::filesystem;

bool is_of_listok(const fs::path& name) {
  constexpr std::array ours{".tex", ".new", ".pdf", ".png", ".jpg", ".jpeg"};
  return is_written_anew(name) || name == layout::sheet_list || name.string().starts_with('.') ||
         name.extension().string().starts_with(".orig") || name.string().ends_with(".synctex.gz") ||
         std::ranges::any_of(ours, [&](const char* one) { return name.extension() == one; });
}

bool is_written_anew(const fs::path& name) {
  return name == layout::bank_style ||
         std::ranges::any_of(class_files(),
                             [&](const ClassFile& file) { return name == file.name; });
}

std::vector<std::string> inputs_of_run(const fs::path& scratch, const fs::path& beside,
                                       std::string_view xdv) {
  const fs::path home = fs::canonical(beside);
  const auto is_below = [](const fs::path& file, const fs::path& folder) {
    const fs::path way = file.lexically_relative(folder);
    return !way.empty() && *way.begin() != "..";
  };
  std::set<std::string> inputs;
  const std::string recorded = read_file(scratch / "batch.fls").value_or("");
  std::string_view rest = recorded;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.starts_with("INPUT ")) continue;
    const fs::path file = (home / line.substr(6)).lexically_normal();
    if (is_below(file, fs::canonical(scratch))) continue;
    if (file.parent_path() == home && is_written_anew(file.filename())) continue;
    inputs.insert(is_below(file, home) ? file.lexically_relative(home).string() : file.string());
  }
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(beside, error)) {
    const fs::path name = entry.path().filename();
    if (!entry.is_regular_file(error)) continue;
    const bool of_sheet = fs::exists(fs::path(entry.path()).replace_extension(".tex"));
    if (!of_sheet && xdv.find(name.native()) != std::string_view::npos) inputs.insert(name);
  }
  return {inputs.begin(), inputs.end()};
}

std::vector<std::string> paths_of(const std::vector<std::string>& inputs, const fs::path& folder) {
  std::vector<std::string> paths;
  for (const std::string& input : inputs) paths.push_back(folder / input);
  return paths;
}

Hash hash_of_search(const Folder& output, const fs::path& folder) {
  Hasher hasher("search");
  std::set<std::string> names;
  for (const Entry& entry : output.list(folder)) {
    if (entry.kind != Entry::Kind::folder && !is_of_listok(entry.name)) names.insert(entry.name);
  }
  for (const std::string& name : names) hasher.add(name);
  for (const auto& [name, value] : engine_environment()) {
    if (name != "SOURCE_DATE_EPOCH") hasher.add(name).add(value);
  }
  return hasher.hash();
}

}  // namespace listok::latex
