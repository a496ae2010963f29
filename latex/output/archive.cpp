#include "latex/output/archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "emitter/check/picture_names.hpp"
#include "emitter/config/preamble.hpp"
#include "emitter/tex/bank_style.hpp"
#include "emitter/text/text.hpp"
#include "formats/zip.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/support_files.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Overleaf hands its own choice of engine to latexmk, which then overrules $pdf_mode: so the other
// engines are XeLaTeX as well. `mains`: in quotes, with commas.
std::string latexmkrc(const std::string& mains) {
  return fmt::format(
      R"(# How latexmk, and Overleaf by it, makes each document here: with XeLaTeX, whatever engine the project is
# set to, and in the folder where the document lies.
@default_files = ({});
$pdf_mode = 5;
$do_cd = 1;
$pdflatex = $lualatex = 'xelatex %O %S';

# A sheet with a preamble of its own becomes a PDF first, from which the document of all sheets takes it.
add_cus_dep('tex', 'pdf', 0, 'sheet');
sub sheet {{
  rdb_ensure_file($rule, $_) for glob('*.cls *.sty');
  return system('latexmk', '-norc', '-pdfxe', '-interaction=batchmode', $_[0]);
}}
)",
      mains);
}

using Files = std::map<std::string, std::string>;  // bytes by name
using Sheets = std::vector<const EmittedSheet*>;

// The files of one folder of sheets.
class FolderFiles {
 public:
  FolderFiles(const emitter::Bank& bank, const Folder& output, fs::path folder)
      : bank_(bank), output_(output), folder_(std::move(folder)) {}

  Files of(const Sheets& sheets);
  // The document that sets them all.
  const std::string& main() const { return main_; }

 private:
  void take(const fs::path& name);
  void take_images(const std::vector<emitter::ImageFile>& images);
  void take_named(std::vector<std::string> texts);
  void add_main(const Sheets& sheets);

  const emitter::Bank& bank_;
  const Folder& output_;
  const fs::path folder_;
  Files files_;
  std::string main_ = "main.tex";
};

void FolderFiles::take(const fs::path& name) {
  if (auto bytes = output_.read(folder_ / name)) files_[name.string()] = std::move(*bytes);
}

void FolderFiles::take_images(const std::vector<emitter::ImageFile>& images) {
  for (const emitter::ImageFile& image : images) take(image.to);
}

// What a person put beside the sheets and names in TeX of theirs, and what that names in turn.
void FolderFiles::take_named(std::vector<std::string> texts) {
  constexpr std::array tex{".tex", ".sty", ".cls"};
  constexpr std::array data{".csv", ".dat", ".txt"};
  const emitter::PictureNames made(bank_);
  const std::vector<Entry> entries = output_.list(folder_);
  for (std::size_t number = 0; number < texts.size(); ++number) {
    for (const Entry& entry : entries) {
      const fs::path ending = fs::path(entry.name).extension();
      const bool is_tex = std::ranges::find(tex, ending) != tex.end();
      const bool is_data = std::ranges::find(data, ending) != data.end();
      if (!is_tex && !is_data && !emitter::is_picture_or_font(entry.name)) continue;
      if (entry.kind != Entry::Kind::file || files_.contains(entry.name)) continue;
      if (made.is_taken(entry.name) || !emitter::names_file(texts[number], entry.name)) continue;
      take(entry.name);
      if (is_tex) texts.push_back(files_[entry.name]);
    }
  }
}

// By a name that nothing else has.
void FolderFiles::add_main(const Sheets& sheets) {
  std::vector<const emitter::Item*> items;
  for (const EmittedSheet* sheet : sheets) items.push_back(sheet->item);
  const auto is_taken = [&](const auto& file) { return emitter::fold_case(file.first) == main_; };
  while (std::ranges::any_of(files_, is_taken)) main_ = "all-" + main_;
  files_[main_] = emitter::emit_all_sheets(bank_, sheets.front()->language, items);
}

Files FolderFiles::of(const Sheets& sheets) {
  visit_packages(bank_, folder_,
                 [&](const std::string& name, std::string_view text) { files_[name] = text; });
  take_images(emitter::images_of_look(bank_));
  std::vector<std::string> texts;  // TeX of a person's
  std::string list;
  for (const EmittedSheet* sheet : sheets) {
    const fs::path name = sheet->file.filename();
    take(name);
    take_images(sheet->images);
    if (sheet->tweaked) texts.push_back(files_[name.string()]);
    list += sheet->item->id + '\n';
  }
  take(layout::local_style);
  if (const auto own = files_.find(layout::local_style); own != files_.end()) {
    texts.push_back(own->second);
  }
  take_named(std::move(texts));
  files_[layout::sheet_list] = std::move(list);
  add_main(sheets);
  return std::move(files_);
}

// The hashes of the archives that were written, one a line, the newest last.
constexpr std::size_t most_archives = 100;

bool is_ours(const std::string& known, std::string_view archive) {
  return known.find(hex(hash_of(archive)) + '\n') != known.npos;
}

void remember_archive(const Folder& output, std::string known, std::string_view archive) {
  if (is_ours(known, archive)) return;
  known += hex(hash_of(archive)) + '\n';
  const auto lines = static_cast<std::size_t>(std::ranges::count(known, '\n'));
  if (lines > most_archives) known.erase(0, known.find('\n') + 1);
  output.write(layout::archives, known);
}

// An archive that somebody else made, or has come back from Overleaf with their changes, stays.
void put_archive(const BuildOptions& options, const std::string& archive,
                 const Observer& observer) {
  std::error_code error;
  const bool link = fs::is_symlink(options.archive, error);
  const fs::path file = link ? fs::canonical(options.archive) : options.archive;
  const Folder folder(file.parent_path());
  const fs::path name = file.filename();
  const auto before = folder.read(name);
  const std::string known = options.output.read(layout::archives).value_or("");
  remember_archive(options.output, known, archive);
  if (before == archive) return;
  if (before && !is_ours(known, *before)) {
    emitter::Diagnostic warning;
    warning.severity = emitter::Severity::warning;
    warning.code = "file-rewritten";
    warning.file = options.archive.string();
    warning.message = fmt::format("this archive is not as listok made it, and is kept as `{}`",
                                  keep_copy(folder, name, *before).filename().string());
    warning.hint = "what was changed in it goes into the `.tex` files below the output folder";
    observer.diagnostic(warning);
  }
  folder.write(name, archive);
}

}  // namespace

std::size_t write_archive(const emitter::Bank& bank, const std::vector<EmittedSheet>& sheets,
                          const BuildOptions& options, const Observer& observer) {
  std::map<fs::path, Sheets> by_folder;
  for (const EmittedSheet& sheet : sheets) {
    by_folder[sheet.file.parent_path()].push_back(&sheet);
  }
  std::vector<formats::ZipEntry> entries;
  std::vector<std::string> mains;
  for (const auto& [folder, in_it] : by_folder) {
    const fs::path place = by_folder.size() == 1 ? "" : folder;
    FolderFiles files(bank, options.output, folder);
    for (auto& [name, bytes] : files.of(in_it)) {
      entries.push_back({(place / name).generic_string(), std::move(bytes)});
    }
    mains.push_back(fmt::format("'{}'", (place / files.main()).generic_string()));
  }
  entries.push_back({"latexmkrc", latexmkrc(fmt::format("{}", fmt::join(mains, ", ")))});
  const std::size_t count = entries.size();
  const auto archive = formats::zip(std::move(entries));
  if (!archive) {
    throw Trouble("an archive cannot be made, as libarchive is missing",
                  "install it (Debian 12: libarchive13, Debian 13: libarchive13t64)");
  }
  put_archive(options, *archive, observer);
  return count;
}

}  // namespace listok::latex
