#include "latex/build/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/folder/output_names.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

namespace fs = std::filesystem;

Hash hash_of_local_style(const Folder& output, const fs::path& folder) {
  return hash_of(output.read(folder / layout::local_style).value_or(""));
}

bool reads_own_tex(const Sheet& sheet, const fs::path& output) {
  std::error_code error;
  return sheet.source->tweaked || sheet.preamble != nullptr ||
         fs::exists(output / sheet.source->file.parent_path() / layout::local_style, error);
}

namespace {

// What stands behind "/./" is how a reader of SyncTeX knows the file when it is asked by another path.
fs::path for_readers(const fs::path& file, bool with_folder) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(fs::absolute(file).parent_path(), error);
  return with_folder ? folder.parent_path() / "." / folder.filename() / file.filename()
                     : folder / "." / file.filename();
}

std::string page_of(const emitter::Page& page) {
  return fmt::format("paper={},size={},min-size={},max-size={},pages={}", page.paper, page.size,
                     page.min_size, std::max(page.max_size, page.size), page.pages);
}

}  // namespace

Origin origin_of(const Sheet& sheet, const Folder& output) {
  const SheetText& source = *sheet.source;
  Origin origin{for_readers(output / source.file, false), {}, {}};
  for (const emitter::Translation* one : {sheet.translation, sheet.second}) {
    if (one != nullptr) origin.markdown.push_back(for_readers(one->source->name(), true));
  }
  for (std::size_t line = 0; line < source.line_map.size(); ++line) {
    origin.lines.push_back(
        {source.file_map.empty() ? 0 : source.file_map[line], source.line_map[line]});
  }
  return origin;
}

Hash hash_of(const Origin& origin) {
  Hasher hasher("origin");
  hasher.add(origin.tex.string());
  for (const fs::path& file : origin.markdown) hasher.add(file.string());
  for (const Origin::Line& line : origin.lines)
    hasher.add(fmt::format("{} {}", line.file, line.line));
  return hasher.hash();
}

std::string class_options(const emitter::Edition* edition) {
  if (edition == nullptr) return {};
  std::vector<std::string> options;
  if (!edition->sections.empty()) {
    options.push_back(fmt::format("sections={{{}}}", fmt::join(edition->sections, ",")));
  }
  if (edition->space == emitter::Space::lines) options.emplace_back("space=lines");
  if (edition->space == emitter::Space::grid) options.emplace_back("space=grid");
  if (edition->styled) options.push_back("edition=" + edition->name);
  if (edition->page) options.push_back(fmt::format("override={{{}}}", page_of(*edition->page)));
  return fmt::format("{}", fmt::join(options, ","));
}

Metadata metadata_of(const emitter::Bank& bank, const emitter::Item& item,
                     const emitter::Translation& translation) {
  Metadata metadata;
  metadata.title = emitter::plain_text(translation.title, *translation.source);
  metadata.author = bank.author;
  metadata.language = translation.language;
  metadata.label = std::to_string(item.number);
  for (const std::string& tag : translation.tags) {
    metadata.keywords += (metadata.keywords.empty() ? "" : ", ") + tag;
  }
  return metadata;
}

Hash hash_of(const Metadata& metadata) {
  return Hasher("metadata")
      .add(metadata.title)
      .add(metadata.author)
      .add(metadata.keywords)
      .add(metadata.language)
      .add(metadata.label)
      .hash();
}

std::string sheet_list(const emitter::Bank& bank, const Folder& output, const fs::path& folder) {
  std::set<std::string> files;
  for (Entry& entry : output.list(folder)) {
    if (entry.kind == Entry::Kind::file) files.insert(std::move(entry.name));
  }
  std::string list;
  for (const emitter::Item& item : bank.items) {
    if (files.contains(item.id + ".tex")) list += item.id + '\n';
  }
  return list;
}

std::vector<const emitter::Item*> chosen_items(const emitter::Bank& bank,
                                               const BuildOptions& options) {
  std::vector<const emitter::Item*> items = emitter::chosen_items(bank, options.selection);
  if (!options.shard) return items;
  std::vector<const emitter::Item*> ours;
  for (const emitter::Item* item : items) {
    const auto index = static_cast<std::size_t>(item - bank.items.data());
    if (options.shard->has(index)) ours.push_back(item);
  }
  return ours;
}

}  // namespace listok::latex
