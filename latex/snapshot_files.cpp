#include "latex/snapshot_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "emitter/config.hpp"
#include "emitter/load.hpp"
#include "latex/files.hpp"
#include "latex/hash.hpp"
#include "latex/ledger.hpp"
#include "latex/toolchain.hpp"

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

// The folders in which items may come, whether they hold one or not.
std::set<std::string> folders_of(const emitter::Bank& bank) {
  std::set<std::string> folders;
  for (const std::string& language : emitter::supported_languages()) {
    const fs::path folder = bank.folder / language;
    folders.insert(folder);  // one that is not there may come
    std::error_code error, ignored;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (!entry->is_directory(ignored)) continue;
      if (entry->path().filename().native().starts_with('.')) {
        entry.disable_recursion_pending();
      } else {
        folders.insert(entry->path());
      }
    }
  }
  return folders;
}

// What was read of the bank, but for what was settled, and where files may have come or gone.
std::set<std::string> sources_of(const emitter::Bank& bank, const std::vector<Sheet>& sheets,
                                 const Comparison& last) {
  std::set<std::string> files;
  for (const Sheet& sheet : sheets) {
    for (const fs::path& image : sheet.source->images) files.insert(bank.folder / image);
  }
  for (const std::string& folder : folders_of(bank)) {
    if (!last.files.contains(folder)) files.insert(folder);
  }
  if (!last.files.empty()) {
    files.insert(last.changed.begin(), last.changed.end());
    return files;
  }
  files.insert(bank.folder / "listok.yaml");
  if (bank.preamble) files.insert(bank.folder / bank.preamble->file);
  for (const emitter::Item& item : bank.items) {
    for (const auto& translation : item.translations) files.insert(bank.folder / translation.path);
  }
  return files;
}

// What was written, and what it was made with. Of settled sheets nothing was.
std::set<std::string> results_of(const BuildOptions& options, const std::vector<Sheet>& sheets,
                                 const Records& records, const Comparison& last) {
  std::set<std::string> files{options.output / report_name(options)};
  std::set<fs::path> folders;
  for (const char* program : programs) files.insert(find_program(program).value_or("").string());
  for (const Sheet& sheet : sheets) {
    if (sheet.settled) continue;
    files.insert(options.output / sheet.source->file);
    folders.insert(sheet.source->file.parent_path());
    files.insert(options.output / sheet.pdf);
    const auto record = records.find(sheet.pdf.string());
    if (record == records.end()) continue;
    files.insert(record->second.fonts.begin(), record->second.fonts.end());
    const fs::path book = sheet.pdf.parent_path() / "book.pdf";
    if (options.book && records.contains(book.string())) files.insert(options.output / book);
  }
  // What has come beside the sheets: the class, images, what a person has put there or will.
  for (const fs::path& folder : folders) {
    files.insert(options.output / folder);
    for (const Entry& entry : options.output.list(folder)) {
      const fs::path file = options.output / folder / entry.name;
      if (!last.files.contains(file)) files.insert(file);
    }
  }
  return files;
}

// Whether the PDFs are those that were made, and the files beside them those that they were made from.
bool is_as_made(const BuildOptions& options, const std::vector<Sheet>& sheets,
                const Records& records) {
  const auto is_made = [&](const fs::path& pdf) {
    const auto record = records.find(pdf.string());
    return record != records.end() && options.output.stamp(pdf) == record->second.stamp;
  };
  std::set<fs::path> folders;
  for (const Sheet& sheet : sheets) {
    if (sheet.settled) continue;
    const fs::path& tex = sheet.source->file;
    const bool fresh = is_newer(options.output.stamp(tex).value_or(Stamp{}), options.begun);
    const auto is_same = [&] {
      return hash_of(options.output.read(tex).value_or("")) == sheet.ingredients[Ingredient::tex];
    };
    if ((fresh && !is_same()) || !is_made(sheet.pdf)) return false;
    const auto [folder, added] = folders.insert(sheet.source->file.parent_path());
    if (!added) continue;
    const Hash style = hash_of_local_style(options.output, *folder);
    if (style != sheet.ingredients[Ingredient::local_style]) return false;
    if (options.book && sheet.edition == nullptr && !is_made(*folder / "book.pdf")) return false;
  }
  return true;
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

std::set<const emitter::Item*> settled_items(const emitter::Bank& bank, const BuildOptions& options,
                                             const Comparison& comparison) {
  const bool asked = options.force || options.explain;
  if (asked || !options.flawless || !comparison.snapshot.settles() ||
      comparison.snapshot.order != order_of(bank, options)) {
    return {};
  }
  std::set<const emitter::Item*> settled;
  std::set<std::string> known;  // files of items, and folders: editors put a new file in place
  for (const emitter::Item& item : bank.items) {
    bool same = true;
    for (const emitter::Translation& translation : item.translations) {
      const std::string file = bank.folder / translation.path;
      if (!comparison.files.contains(file)) return {};  // it is new
      same = same && !comparison.changed.contains(file);
      known.merge(files_of(bank, translation));
    }
    if (same) settled.insert(&item);
  }
  const bool explained = std::ranges::includes(known, comparison.changed);
  return explained ? settled : std::set<const emitter::Item*>{};
}

void remember(const emitter::Bank& bank, const BuildOptions& options,
              const std::vector<Sheet>& sheets, const Records& records, const Comparison& last,
              std::size_t tweaked) {
  const std::set<std::string> results = results_of(options, sheets, records, last);
  std::map<std::string, Stamp> files = look_at(sources_of(bank, sheets, last));
  // What was written after the build began may have been read before.
  const auto late = [&](const auto& file) { return is_newer(file.second, options.begun); };
  if (std::ranges::any_of(files, late)) return;
  // The stamps first: what is written from here on differs from them.
  files.merge(look_at(results));
  if (!is_as_made(options, sheets, records)) return;
  files.insert(last.files.begin(), last.files.end());  // the rest is as it was
  keep_snapshot(options.output, snapshot_key(bank.folder, options),
                {sheets.size(), tweaked, order_of(bank, options)}, files);
}

std::string snapshot_key(const fs::path& folder, const BuildOptions& options) {
  Hasher hasher("snapshot");
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const Stamp state = stamp(program).value_or(Stamp{});
  hasher.add(program.string()).add(fmt::format("{} {}", state.bytes, state.nanoseconds));
  hasher.add(fs::absolute(folder).string()).add(fs::absolute(options.output.path()).string());
  hasher.add(fs::current_path().string()).add(source_date());
  const emitter::Choice& choice = options.choice;
  for (const auto* names :
       {&choice.languages, &choice.ids, &choice.tags, &choice.difficulties, &options.editions}) {
    hasher.add(fmt::format("{}", fmt::join(*names, "\n")));
  }
  const std::string shard = options.shard ? options.shard->name() : "";
  hasher.add(fmt::format("{} {} {}", options.book, options.trust_tex, shard));
  for (const char* name : programs) hasher.add(find_program(name).value_or("").string());
  return hex(hasher.hash());
}

}  // namespace listok::latex
