#include "emitter/bank/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "emitter/bank/consequences.hpp"
#include "emitter/bank/front_matter.hpp"
#include "emitter/bank/item.hpp"
#include "emitter/bank/item_files.hpp"
#include "emitter/bank/language_folders.hpp"
#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/input_file.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/base/parallel.hpp"
#include "emitter/base/text_check.hpp"
#include "emitter/check/check.hpp"
#include "emitter/check/content_limits.hpp"
#include "emitter/check/images.hpp"
#include "emitter/check/links.hpp"
#include "emitter/check/references.hpp"
#include "emitter/check/unsupported_syntax.hpp"
#include "emitter/config/config.hpp"
#include "emitter/config/preamble.hpp"
#include "emitter/markdown/alerts.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/marks/backquotes.hpp"
#include "emitter/marks/foreign_marks.hpp"
#include "emitter/marks/scripts_in_text.hpp"
#include "emitter/marks/stray_marks.hpp"
#include "emitter/marks/tex_in_text.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/model/numbering.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view config_name = "listok.yaml";

Diagnostic file_error(std::string file, std::string code, std::string message, std::string hint) {
  Diagnostic made;
  made.code = std::move(code);
  made.message = std::move(message);
  made.hint = std::move(hint);
  made.file = std::move(file);
  return made;
}

void append(Diagnostics& all, Diagnostics more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// A Markdown file as it was read.
struct ReadFile {
  Translation translation;
  Diagnostics diagnostics;
  Sightings seen;
};

class Loader {
 public:
  Loader(const fs::path& folder, const std::optional<std::set<std::string>>& whole,
         const MachineFaces& machine)
      : folder_(folder), whole_(whole), machine_(machine) {}

  Loaded load();

 private:
  fs::path folder_;
  const std::optional<std::set<std::string>>& whole_;
  const MachineFaces& machine_;
  Loaded loaded_;
  std::map<std::string, Item> items_;  // by id

  bool read_config();
  void read_language(const std::string& language);
  void add(std::string id, Translation translation);
  ReadFile read_translation(const std::string& language, const std::string& path) const;
  void parse(ReadFile& file) const;
  void parse_markdown_of(ReadFile& file, std::size_t begin) const;
  Diagnostics without_consequences(Diagnostics found) const;
  void break_what_has_errors();
};

// What one language says of the pages holds for those that say nothing.
void share_pages(Item& item) {
  std::optional<unsigned> pages;
  for (const Translation& translation : item.translations) {
    if (!pages) pages = translation.pages;
  }
  for (Translation& translation : item.translations) {
    if (!translation.pages) translation.pages = pages;
  }
}

Loaded Loader::load() {
  if (!read_config()) return std::move(loaded_);
  Bank& bank = *loaded_.bank;
  for (const std::string& language : bank.languages) read_language(language);
  for (auto& [id, item] : items_) {
    share_pages(item);
    bank.items.push_back(std::move(item));
  }
  put_in_order(bank.items);
  resolve_references(bank, loaded_.diagnostics);
  break_what_has_errors();  // before the checks: they pass over what was not read to its end
  append(loaded_.diagnostics, without_consequences(check(bank)));
  break_what_has_errors();
  put_in_order(loaded_.diagnostics, bank);
  return std::move(loaded_);
}

bool Loader::read_config() {
  const fs::path path = folder_ / config_name;
  const std::string name = shown(path);
  see(path, loaded_.seen);
  for (const std::string& language : supported_languages()) see(folder_ / language, loaded_.seen);
  InputFile file = read_file_in(folder_, path, limits::config_bytes);
  if (!file.text) {
    std::error_code error;
    const bool is_folder = fs::is_directory(folder_, error);
    loaded_.diagnostics.push_back(
        is_folder ? file_error(name, "no-config", fmt::format("`listok.yaml` {}", file.reason),
                               "a bank is a folder with a file listok.yaml; an empty one will do")
                  : file_error(shown(folder_), "no-bank", "there is no such folder",
                               "name the folder of a bank, the one with listok.yaml"));
    return false;
  }
  auto source = std::make_shared<const Source>(name, std::move(*file.text));
  loaded_.diagnostics = check_text(*source);
  if (has_errors(loaded_.diagnostics)) return false;
  BankDefaults defaults;
  defaults.machine = machine_;
  std::error_code error;
  defaults.languages = languages_in(folder_);
  const fs::path full = fs::canonical(folder_, error);
  defaults.title = to_one_line(error ? folder_.filename().string() : full.filename().string());
  ReadBank read = read_bank_config(std::move(source), defaults);
  append(loaded_.diagnostics, std::move(read.diagnostics));
  for (const std::string& looked_at : read.faces) see(looked_at, loaded_.seen);
  if (!read.usable) return false;
  append(loaded_.diagnostics, folders_left_out(folder_, read.named_languages));
  loaded_.bank = std::move(read.bank);
  loaded_.bank->folder = folder_;
  DiagnosticList findings(*loaded_.bank->source);
  resolve_images(*loaded_.bank, findings, loaded_.seen);
  append(loaded_.diagnostics, findings.take());
  Diagnostics trouble = load_preamble(*loaded_.bank, loaded_.seen);
  if (trouble.empty()) return true;
  append(loaded_.diagnostics, std::move(trouble));
  loaded_.bank.reset();
  return false;
}

void Loader::read_language(const std::string& language) {
  FolderListing listing = list_items(folder_, language);
  append(loaded_.diagnostics, std::move(listing.diagnostics));
  loaded_.seen.merge(listing.seen);
  std::vector<ReadFile> files(listing.items.size());
  in_parallel(files.size(), [&](std::size_t number) {
    files[number] = read_translation(language, listing.items[number]);
  });
  for (ReadFile& file : files) {
    loaded_.seen.merge(file.seen);
    const std::string& path = file.translation.path;
    const std::string id = id_of(path);
    if (auto reason = refused_id(id)) {
      loaded_.diagnostics.push_back(
          file_error(shown(folder_ / path), "bad-id",
                     fmt::format("`{}` cannot be the name of an item: {}", id, *reason),
                     "rename the file: letters, digits, `-`, `_` and `.`"));
      continue;
    }
    append(loaded_.diagnostics, std::move(file.diagnostics));
    add(id, std::move(file.translation));
  }
}

void Loader::add(std::string id, Translation translation) {
  Item& item = items_[id];
  item.id = std::move(id);
  const auto twin =
      std::find_if(item.translations.begin(), item.translations.end(),
                   [&](const Translation& t) { return t.language == translation.language; });
  if (twin == item.translations.end()) {
    item.translations.push_back(std::move(translation));
    return;
  }
  for (const auto& [one, other] : {std::pair(&*twin, &translation), {&translation, &*twin}}) {
    loaded_.diagnostics.push_back(file_error(
        one->source->name(), "duplicate-id",
        fmt::format("`{}` is the name of two items, the other being `{}`", item.id, other->path),
        "rename one of the files"));
  }
}

ReadFile Loader::read_translation(const std::string& language, const std::string& path) const {
  ReadFile read;
  Translation& translation = read.translation;
  translation.language = language;
  translation.path = path;
  translation.skimmed = whole_ && !whole_->contains(id_of(path));
  const std::string name = shown(folder_ / path);
  see(folder_ / path, read.seen);
  InputFile file = read_file_in(folder_, folder_ / path, limits::item_bytes);
  translation.source = std::make_shared<const Source>(name, file.text.value_or(""));
  if (file.text) {
    parse(read);
  } else {
    read.diagnostics.push_back(
        file_error(name, "unreadable", fmt::format("`{}` {}", path, file.reason),
                   fmt::format("an item is a Markdown file of at most {} KiB",
                               limits::item_bytes / limits::KiB)));
  }
  return read;
}

void Loader::parse(ReadFile& file) const {
  const Source& source = *file.translation.source;
  file.diagnostics = check_text(source);
  if (has_errors(file.diagnostics)) return;
  const std::size_t begin = read_front_matter(source, file.translation, file.diagnostics);
  const bool open = begin == source.text().size() && has_errors(file.diagnostics);
  if (!open && !file.translation.skimmed) parse_markdown_of(file, begin);
}

void Loader::parse_markdown_of(ReadFile& file, std::size_t begin) const {
  Translation& translation = file.translation;
  const Source& source = *translation.source;
  Document document = read_markdown(source, begin, translation.lines, translation.language);
  append(file.diagnostics, std::move(document.diagnostics));
  if (!document.whole) return;
  DiagnosticList findings(source);
  check_limits(document.blocks, findings);
  translation.refers = check_links(document.blocks, findings);
  check_unsupported_syntax(document.blocks, source, findings);
  check_foreign_marks(document.blocks, source, findings);
  check_stray_marks(document.blocks, source, findings);
  check_tex_commands(document.blocks, source, findings);
  check_scripts(document.blocks, source, findings);
  check_backquotes(document.blocks, source, findings);
  name_alerts(document.blocks, source, translation.language, findings);
  read_item(*loaded_.bank, std::move(document.blocks), translation, findings);
  resolve_images(*loaded_.bank, translation, findings, file.seen);
  append(file.diagnostics, findings.take());
  leave_out_consequences(translation, file.diagnostics);
}

// A folder that cannot be read has been reported; nobody knows what is in it.
Diagnostics Loader::without_consequences(Diagnostics found) const {
  for (const std::string& language : loaded_.bank->languages) {
    const std::string folder = shown(folder_ / language);
    const bool unread = std::any_of(
        loaded_.diagnostics.begin(), loaded_.diagnostics.end(),
        [&](const Diagnostic& one) { return one.code == "unreadable" && one.file == folder; });
    if (!unread) continue;
    std::erase_if(found, [&](const Diagnostic& one) {
      return one.code == "empty-bank" ||
             (one.code == "empty-language" && one.message.ends_with("`" + language + "`"));
    });
  }
  return found;
}

// A translation that another file lacks is whole all the same.
void Loader::break_what_has_errors() {
  std::set<std::string> broken;
  for (const Diagnostic& one : loaded_.diagnostics) {
    if (one.severity == Severity::error && one.code != "missing-translation")
      broken.insert(one.file);
  }
  for (Item& item : loaded_.bank->items) {
    for (Translation& translation : item.translations) {
      if (broken.contains(translation.source->name())) translation.broken = true;
    }
  }
}

}  // namespace

Loaded load(const fs::path& folder, const std::optional<std::set<std::string>>& whole,
            const MachineFaces& machine) {
  return Loader(folder, whole, machine).load();
}

void put_in_order(Diagnostics& diagnostics, const Bank& bank) {
  const std::string config = bank.source->name();
  const auto rank = [&](const Diagnostic& one) {
    return std::tuple(one.file != config, std::string_view(one.file), one.line, one.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
}

std::string id_of(const fs::path& file) { return to_nfc(file.stem().string()); }

std::optional<fs::path> find_bank(const fs::path& start) {
  std::error_code error;
  fs::path folder = fs::absolute(start, error).lexically_normal();
  if (error) return std::nullopt;
  if (!folder.has_filename()) folder = folder.parent_path();
  while (true) {
    if (fs::is_regular_file(folder / config_name, error)) return folder;
    if (folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace listok::emitter
