#include "latex/build/check_unchanged.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "emitter/bank/load.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/tex/bank_style.hpp"
#include "latex/engine/recorded_inputs.hpp"
#include "latex/engine/toolchain.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/support_files.hpp"
#include "latex/system/file_hashes.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/programs.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr const char* programs[] = {"xelatex", "xdvipdfmx"};

// The file and the folders on the way to it.
std::set<std::string> files_of(const emitter::Bank& bank, const emitter::Translation& translation) {
  std::set<std::string> files;
  fs::path file = translation.path;
  for (; file.has_relative_path(); file = file.parent_path()) files.insert(bank.folder / file);
  return files;
}

// What a build wrote and what it was made with, but for what was unchanged.
class Results {
 public:
  explicit Results(const Done& done);

  // Looks at every file. False when one has changed since the build began and is not, for certain,
  // what the build wrote or read.
  bool add_to(Sightings& files);

 private:
  void add_sheet(const Sheet& sheet);
  void add_beside(const fs::path& folder);
  void expect(const fs::path& file, std::string_view text) { expected_[file] = hash_of(text); }
  bool is_as_made(const std::string& file, const Stamp& state) const;

  const Done& done_;
  std::set<std::string> names_;
  std::map<std::string, Hash> expected_;       // of the other files that listok keeps here
  std::map<std::string, std::string> copies_;  // images here -> those of the bank
  std::map<std::string, const Record*> made_;  // PDFs
  Sightings folders_;                          // that sheets are in
};

Results::Results(const Done& done) : done_(done) {
  const BuildOptions& options = done.options;
  for (const char* program : programs) names_.insert(find_program(program).value_or("").string());
  std::set<fs::path> folders;
  for (const Sheet& sheet : done.sheets) {
    if (sheet.unchanged) continue;
    add_sheet(sheet);
    folders.insert(sheet.source->file.parent_path());
  }
  // Of what no page holds there is a .tex, which a person may edit.
  for (const Sheet& sheet : done.unmade) {
    if (sheet.source == nullptr) continue;
    const fs::path tex = options.output / sheet.source->file;
    names_.insert(tex);
    expect(tex, sheet.source->text);
    folders.insert(sheet.source->file.parent_path());
  }
  for (const fs::path& folder : folders) add_beside(folder);
  if (!options.book || !done.bound) return;
  std::set<fs::path> books;
  for (const auto* sheets : {&done.sheets, &done.unmade}) {
    for (const Sheet& sheet : *sheets) books.insert(sheet.pdf.parent_path() / layout::book);
  }
  for (const fs::path& book : books) {
    const Record* record = done.build_log.known(book);
    if (record != nullptr) made_[options.output / book] = record;
  }
}

void Results::add_sheet(const Sheet& sheet) {
  const Folder& output = done_.options.output;
  const fs::path tex = output / sheet.source->file;
  names_.insert(tex);
  names_.insert(output / sheet.pdf);
  for (const emitter::ImageFile& image : sheet.source->images) {
    copies_[tex.parent_path() / image.to] = done_.bank.folder / image.from;
  }
  const auto number = static_cast<std::size_t>(&sheet - done_.sheets.data());
  expected_[tex] = sheet.dependencies[Dependency::tex];
  const Record* record = done_.build_log.known(sheet.pdf);
  if (record == nullptr) return;
  if (!record->synctex.none()) {
    const fs::path synctex = output / synctex_name(sheet.pdf);
    names_.insert(synctex);
    expected_[synctex] = record->synctex;
  }
  if (!done_.build_log.failed(number)) made_[output / sheet.pdf] = record;
  names_.insert(record->fonts.begin(), record->fonts.end());
  for (std::string& input : paths_of(record->inputs, tex.parent_path())) {
    names_.insert(std::move(input));
  }
}

// What has come next to the sheets: the class, images, what a person has put there or will.
void Results::add_beside(const fs::path& folder) {
  const fs::path whole = done_.options.output / folder;
  see(whole, folders_);  // before it is listed
  for (const Entry& entry : done_.options.output.list(folder)) {
    const fs::path file = whole / entry.name;
    if (!done_.last.files.contains(file)) names_.insert(file);
  }
  visit_packages(done_.bank, folder, [&](const std::string& name, std::string_view text) {
    expect(whole / name, text);
  });
  for (const emitter::ImageFile& image : emitter::images_of_look(done_.bank)) {
    copies_[whole / image.to] = done_.bank.folder / image.from;
  }
}

bool Results::is_as_made(const std::string& file, const Stamp& state) const {
  if (const auto pdf = made_.find(file); pdf != made_.end()) return state == pdf->second->stamp;
  if (!is_newer(state, done_.begun)) return true;
  if (const auto text = expected_.find(file); text != expected_.end()) {
    return hash_of(read_file(file).value_or("")) == text->second;
  }
  if (const auto copy = copies_.find(file); copy != copies_.end()) {
    return read_file(file) == read_file(copy->second);
  }
  const fs::path path = file;
  if (path.filename() == layout::sheet_list) {
    const fs::path folder = path.parent_path().filename();
    return read_file(path) == sheet_list(done_.bank, done_.options.output, folder);
  }
  std::error_code error;
  return fs::is_directory(path, error);  // of an edition: its PDFs are looked at
}

bool Results::add_to(Sightings& files) {
  Sightings found = look_at(names_);
  for (const auto& [pdf, record] : made_) found.try_emplace(pdf, stamp(pdf).value_or(Stamp{}));
  const bool sound = std::ranges::all_of(
      found, [&](const auto& one) { return is_as_made(one.first, one.second); });
  files.merge(folders_);
  files.merge(found);
  return sound;
}

std::string order_of(const emitter::Bank& bank, const BuildOptions& options) {
  if (bank.page.fit == emitter::Fit::uniform || options.book) return {};
  Hasher hasher("order");
  for (const emitter::Item& item : bank.items) {
    hasher.add(item.id).add(std::to_string(item.number));
  }
  return hex(hasher.hash());
}

}  // namespace

std::optional<std::set<std::string>> changed_items(const fs::path& folder,
                                                   const Comparison& comparison) {
  if (!comparison.snapshot.settles()) return std::nullopt;
  std::set<std::string> ids;
  for (const fs::path file : comparison.changed) {
    const auto within = [&](const std::string& language) {
      return file.native().starts_with((folder / language).native());
    };
    if (!std::ranges::any_of(emitter::supported_languages(), within)) return std::nullopt;
    if (!file.has_extension()) continue;  // a folder: editors put a new file in place
    if (file.extension() != ".md") return std::nullopt;
    ids.insert(emitter::id_of(file));
  }
  if (ids.empty()) return std::nullopt;  // files have come or gone
  return ids;
}

Unchanged unchanged_items(const emitter::Bank& bank, const BuildOptions& options,
                          const Comparison& comparison) {
  const bool asked = options.force || options.explain;
  if (asked || !comparison.snapshot.settles() ||
      comparison.snapshot.order != order_of(bank, options)) {
    return {};
  }
  Unchanged unchanged{{}, comparison.snapshot.refused};
  std::set<std::string> known;  // files of items, and folders: editors put a new file in place
  for (const emitter::Item& item : bank.items) {
    bool same = true;
    for (const emitter::Translation& translation : item.translations) {
      const std::string file = bank.folder / translation.path;
      if (!comparison.files.contains(file)) return {};  // it is new
      same = same && !comparison.changed.contains(file);
      known.merge(files_of(bank, translation));
    }
    if (same) unchanged.items.insert(&item);
  }
  return std::ranges::includes(known, comparison.changed) ? unchanged : Unchanged{};
}

bool is_about(const std::set<std::string>& ids, const emitter::Diagnostic& diagnostic) {
  const fs::path file = diagnostic.file;
  return file.extension() == ".md" && ids.contains(emitter::id_of(file));
}

void remember(const Done& done, const std::string& key, StatCache snapshot) {
  // What was changed after the build began may have been changed again since it was seen.
  const auto late = [&](const auto& file) { return is_newer(file.second, done.begun); };
  if (std::ranges::any_of(done.seen, late)) return;
  Sightings files = done.seen;
  see(done.options.output / report_name(done.options), files);
  if (!Results(done).add_to(files)) return;
  files.insert(done.last.files.begin(), done.last.files.end());  // the rest is as it was
  snapshot.order = order_of(done.bank, done.options);
  keep_stat_cache(done.options.output, key, snapshot, files);
}

std::string stat_cache_key(const fs::path& folder, const BuildOptions& options) {
  Hasher hasher("snapshot");
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const Stamp state = stamp(program).value_or(Stamp{});
  hasher.add(fmt::format("{} {} {} {} {}", program.string(), state.bytes, state.modified,
                         state.changed, state.inode));
  hasher.add(fs::absolute(folder).string()).add(fs::absolute(options.output.path()).string());
  hasher.add(fs::current_path().string()).add(folder.string()).add(options.output.path().string());
  for (const auto& [name, value] : engine_environment()) hasher.add(name).add(value);
  const emitter::Selection& selection = options.selection;
  for (const auto* names : {&selection.languages, &selection.ids, &selection.tags,
                            &selection.difficulties, &options.editions, &options.sections}) {
    hasher.add(fmt::format("{}", fmt::join(*names, "\n")));
  }
  const std::string shard = options.shard ? options.shard->name() : "";
  hasher.add(fmt::format("{} {} {} {}", options.book, options.trust_tex, shard,
                         static_cast<int>(options.space)));
  for (const char* name : programs) hasher.add(find_program(name).value_or("").string());
  return hex(hasher.hash());
}

}  // namespace listok::latex
