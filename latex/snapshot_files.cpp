#include "latex/snapshot_files.hpp"

#include <fmt/format.h>

#include <set>

#include "latex/files.hpp"
#include "latex/hash.hpp"
#include "latex/toolchain.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr const char* programs[] = {"xelatex", "xdvipdfmx"};

}  // namespace

std::set<std::string> sources_of(const emitter::Bank& bank, const std::vector<Sheet>& sheets) {
  std::set<std::string> files{bank.folder / "listok.yaml"};
  if (bank.preamble) files.insert(bank.folder / bank.preamble->file);
  for (const std::string& language : bank.languages) files.insert(bank.folder / language);
  for (const emitter::Item& item : bank.items) {
    for (const emitter::Translation& translation : item.translations) {
      fs::path file = translation.path;
      for (; file.has_relative_path(); file = file.parent_path()) files.insert(bank.folder / file);
    }
  }
  for (const Sheet& sheet : sheets) {
    for (const fs::path& image : sheet.source->images) files.insert(bank.folder / image);
  }
  return files;
}

std::set<std::string> results_of(const BuildOptions& options, const std::vector<Sheet>& sheets,
                                 const Records& records) {
  std::set<std::string> files;
  for (const char* program : programs) files.insert(find_program(program).value_or("").string());
  for (const Sheet& sheet : sheets) {
    files.insert(options.output / sheet.source->file);
    // Somebody may have put a file beside the sheets.
    files.insert(options.output / sheet.source->file.parent_path());
    files.insert(options.output / sheet.pdf);
    const auto record = records.find(sheet.pdf.string());
    if (record == records.end()) continue;
    files.insert(record->second.fonts.begin(), record->second.fonts.end());
    const fs::path book = sheet.pdf.parent_path() / "book.pdf";
    if (options.book && records.contains(book.string())) files.insert(options.output / book);
  }
  return files;
}

std::string snapshot_key(const fs::path& folder, const BuildOptions& options) {
  Hasher hasher("snapshot");
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const Stamp state = stamp(program).value_or(Stamp{});
  hasher.add(program.string()).add(fmt::format("{} {}", state.bytes, state.nanoseconds));
  hasher.add(fs::absolute(folder).string()).add(fs::absolute(options.output).string());
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
