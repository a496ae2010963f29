// One PDF to be made, with everything that is known of it before the engine runs.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "emitter/tex/emit.hpp"
#include "latex/base/options.hpp"
#include "latex/pages/pdf.hpp"
#include "latex/pages/synctex.hpp"
#include "latex/record/staleness.hpp"

namespace listok::latex {

// The .tex that is compiled, shared by the editions of a sheet.
struct SheetText {
  std::filesystem::path file;         // relative to the output folder: "ru/01-mqa.tex"
  std::string text;                   // as on disk
  bool tweaked = false;               // by a person
  std::vector<std::size_t> line_map;  // .tex line - 1 -> Markdown line, 0 = none: it was added
  std::vector<emitter::ImageFile> images;
  std::vector<std::size_t> file_map;  // .tex line - 1 -> 1: the second translation's; may be empty
};

struct Sheet {
  const emitter::Item* item = nullptr;
  const emitter::Translation* translation = nullptr;
  const emitter::Translation* second = nullptr;  // of a bilingual sheet; null: it has none
  const emitter::Edition* edition = nullptr;     // null: the full sheet
  std::shared_ptr<const SheetText> source;
  std::filesystem::path pdf;  // relative to the output folder
  Metadata metadata;
  Dependencies dependencies;
  const emitter::Preamble* preamble = nullptr;  // of the bank; null: it has none
  bool by_hand = false;    // TeX of a person's is in it: what that reads is known when it was read
  bool unchanged = false;  // up to date for certain: of `source` there is only the name
};

// Shared, not copied: a bank may have ten thousand sheets.
inline std::shared_ptr<const std::string> text_of(const Sheet& sheet) {
  return {sheet.source, &sheet.source->text};
}

// The options that make the class show an edition: "sections={question}, space=lines".
std::string class_options(const emitter::Edition* edition);

// Where its lines come from, for editors and viewers.
Origin origin_of(const Sheet& sheet, const Folder& output);
Hash hash_of(const Origin& origin);

// Of the macros that a person keeps next to the sheets; listok never writes them.
Hash hash_of_local_style(const Folder& output, const std::filesystem::path& folder);

// Whether TeX of a person has a say in how the page of `sheet` looks: its own edits, macros for all
// sheets, a preamble.
bool reads_own_tex(const Sheet& sheet, const std::filesystem::path& output);

Metadata metadata_of(const emitter::Bank& bank, const emitter::Item& item,
                     const emitter::Translation& translation);
Hash hash_of(const Metadata& metadata);

struct Prepared {
  std::vector<Sheet> sheets;
  std::size_t written = 0;        // .tex files looked after, but for those of failed sheets
  std::size_t failed = 0;         // sheets that cannot be made; their diagnostics were given
  std::set<std::string> refused;  // those of them of which there is not even a .tex
  std::vector<Sheet> unmade;      // all that are not among `sheets`: their names, for the report
};

// Those of which sheets are made, in the order of the bank.
std::vector<const emitter::Item*> chosen_items(const emitter::Bank& bank,
                                               const BuildOptions& options);

// Names the sheets of `folder` in their order, one a line: what \listokinputall reads.
std::string sheet_list(const emitter::Bank& bank, const Folder& output,
                       const std::filesystem::path& folder);

// What need not be looked at, and which of the sheets of that were refused.
struct Unchanged {
  std::set<const emitter::Item*> items;
  std::set<std::string> refused;
};

// Looks into the pictures of every chosen item but those that are `unchanged`, emits it, brings the
// .tex files, the class and the images in the output folder up to date, and lists the sheets.
// Sections that were emitted are gone from `bank` afterwards: they are most of what a bank of
// thousands of items holds. Throws Trouble when the folder cannot be written. When `stop` is
// requested, some are left out.
Prepared prepare(emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
                 const Unchanged& unchanged, std::stop_token stop);

}  // namespace listok::latex
