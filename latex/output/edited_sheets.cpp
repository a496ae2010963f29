#include "latex/output/edited_sheets.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "emitter/tex/emit.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/system/files.hpp"
#include "latex/system/git.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

using State = EditedSheet::State;

constexpr std::size_t shown_lines = 4;  // of a short diff

State state_of(const Texts& as_they_are) {
  const Texts texts = as_of_today(as_they_are);
  const auto merged = both_changed(texts) ? merge_texts(*texts.base, *texts.disk, texts.generated,
                                                        fs::temp_directory_path())
                                          : std::nullopt;
  switch (decide(texts, merged)) {
    case Decision::conflict:
    case Decision::unknown: return State::conflict;
    case Decision::merge:
    case Decision::write: return State::merging;
    case Decision::keep: break;
  }
  return State::edited;
}

class Survey {
 public:
  Survey(const emitter::Bank& bank, const BuildOptions& options) : bank_(bank), options_(options) {}

  std::vector<EditedSheet> run();

 private:
  void look(const emitter::Item& item, const std::string& folder, bool broken,
            const std::function<emitter::Emitted()>& emit);

  const emitter::Bank& bank_;
  const BuildOptions& options_;
  std::vector<EditedSheet> found_;
};

// `emit` is asked for what listok would write now, unless the item is `broken`.
void Survey::look(const emitter::Item& item, const std::string& folder, bool broken,
                  const std::function<emitter::Emitted()>& emit) {
  const fs::path file = fs::path(folder) / (item.id + ".tex");
  if (!emitter::chosen(item, options_.selection) || !options_.output.has(file)) return;
  Texts texts = read_texts(options_.output, file, "");
  if (texts.disk == texts.base || (broken && !texts.base)) return;
  texts.generated = broken ? *texts.base : emit().tex;
  if (texts.disk == texts.generated) return;
  found_.push_back(
      {state_of(texts), item.id, folder, file, texts.base.value_or(texts.generated), *texts.disk});
}

std::vector<EditedSheet> Survey::run() {
  for (const std::string& language : bank_.languages) {
    if (!emitter::chosen_language(language, options_.selection)) continue;
    for (const emitter::Item& item : bank_.items) {
      const emitter::Translation* translation = item.in(language);
      if (translation == nullptr) continue;
      look(item, language, translation->broken,
           [&] { return emitter::emit(bank_, item, *translation); });
    }
  }
  for (const BilingualFolder& folder : bilingual_folders(bank_.languages)) {
    const bool usual = folder.name == layout::bilingual;
    if (!options_.selection.languages.empty()) continue;
    if (!usual && !options_.output.has(fs::path(folder.name) / layout::sheet_list)) continue;
    for (const emitter::Item& item : bank_.items) {
      const emitter::Translation* one = item.in(folder.one);
      const emitter::Translation* two = item.in(folder.two);
      if (one == nullptr || two == nullptr) continue;
      look(item, folder.name, one->broken || two->broken,
           [&] { return emitter::emit_bilingual(bank_, item, *one, *two); });
    }
  }
  for (EditedSheet& sheet : left_over_sheets(bank_, options_.output)) {
    if (emitter::is_wanted(sheet.id, options_.selection.ids) &&
        emitter::chosen_language(sheet.folder, options_.selection)) {
      found_.push_back(std::move(sheet));
    }
  }
  return std::move(found_);
}

// The .tex files that a bank has, relative to the output folder.
std::set<std::string> files_of(const emitter::Bank& bank) {
  std::set<std::string> files;
  const auto folders = bilingual_folders(bank.languages);
  for (const emitter::Item& item : bank.items) {
    const std::string name = "/" + item.id + ".tex";
    for (const auto& translation : item.translations) files.insert(translation.language + name);
    for (const BilingualFolder& folder : folders) {
      if (item.in(folder.one) != nullptr && item.in(folder.two) != nullptr) {
        files.insert(folder.name + name);
      }
    }
  }
  return files;
}

}  // namespace

std::string name_of(State state) {
  switch (state) {
    case State::edited: return "edited";
    case State::merging: return "merging";
    case State::conflict: return "conflict";
    case State::left_over: break;
  }
  return "left over";
}

std::vector<EditedSheet> edited_sheets(const emitter::Bank& bank, const BuildOptions& options) {
  return Survey(bank, options).run();
}

std::vector<EditedSheet> left_over_sheets(const emitter::Bank& bank, const Folder& output) {
  const std::set<std::string> files = files_of(bank);
  std::vector<EditedSheet> found;
  for (const fs::path& file : based_sheets(output)) {
    if (files.contains(file.generic_string())) continue;
    const auto base = read_base(output, file);
    const auto disk = output.read(file);
    if (!base || !disk || base == disk) continue;
    found.push_back({State::left_over, file.stem(), file.parent_path(), file, *base, *disk});
  }
  std::sort(found.begin(), found.end(),
            [](const EditedSheet& a, const EditedSheet& b) { return a.file < b.file; });
  return found;
}

std::optional<ShortDiff> short_diff(const EditedSheet& sheet) {
  if (!has_git()) return std::nullopt;
  std::string diff =
      diff_texts(sheet.before, sheet.after, sheet.file, {.context = 0}, fs::temp_directory_path());
  ShortDiff result;
  bool begun = false;  // past the lines that name the files
  for (std::size_t at = 0; at < diff.size();) {
    const std::size_t end = std::min(diff.find('\n', at), diff.size());
    std::string line = diff.substr(at, end - at);
    at = end + 1;
    begun = begun || line.starts_with("@@");
    if (!begun || !(line.starts_with('+') || line.starts_with('-'))) continue;
    ++(line.front() == '+' ? result.added : result.removed);
    if (result.first.size() < shown_lines) result.first.push_back(std::move(line));
  }
  return result;
}

std::string whole_diff(const EditedSheet& sheet, bool color) {
  return diff_texts(sheet.before, sheet.after, sheet.file, {.context = 3, .color = color},
                    fs::temp_directory_path());
}

}  // namespace listok::latex
