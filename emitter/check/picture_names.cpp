#include "emitter/check/picture_names.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "emitter/model/running.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

PictureNames::PictureNames(const Bank& bank)
    : files_{"book.pdf",   "listok.cls",       "listok.sty",
             "listok.lst", "listok-local.sty", "listok-bank.sty"} {
  if (bank.preamble) files_.insert(fold_case(bank.preamble->package + ".sty"));
  for (const Item& item : bank.items) {
    for (const char* ending : {".tex", ".pdf"}) files_.insert(fold_case(item.id + ending));
  }
  for (const Edition& edition : bank.editions) folders_.insert(fold_case(edition.name));
  for (const SectionKind& section : bank.sections) folders_.insert(fold_case(section.key));
}

// Disks may take two names that differ in case for one.
bool PictureNames::is_taken(const std::string& name) const {
  const fs::path path = fold_case(name);
  if (files_.contains(*path.begin())) return true;
  const bool in_folder = std::distance(path.begin(), path.end()) == 2;
  return in_folder && folders_.contains(*path.begin()) && files_.contains(path.filename());
}

Diagnostic PictureNames::taken(const Source& source, const std::string& file, Span span) {
  return source.diagnostic(
      Severity::error, span, "picture-name",
      fmt::format("the image `{}` would lie where listok makes a file of that name", file),
      fmt::format("rename it, or put it into a folder of the bank: `images/{}`",
                  fs::path(file).filename().string()));
}

void PictureNames::check(const Bank& bank, Diagnostics& found) {
  if (bank.preamble) {
    for (const PreambleFile& file : bank.preamble->files) {
      if (is_taken(file.name)) found.push_back(taken(*bank.source, file.name, bank.preamble->at));
      // In the bank's own folder an image of that name is the same file.
      const bool elsewhere = fs::path(bank.preamble->file).has_parent_path();
      if (elsewhere) files_.insert(fold_case(file.name));
    }
  }
  for_each_part(bank, [&](const RunningPart& part) {
    if (part.image.empty() || !is_taken(safe_file_name(part.image, part.set_as))) return;
    found.push_back(taken(*bank.source, part.image, part.at));
  });
}

void PictureNames::check(const Translation& translation, Diagnostics& found) const {
  const auto look = [&](const Inline& one) {
    const auto* image = std::get_if<Image>(&one.value);
    if (image == nullptr || image->file.empty()) return;
    if (!is_taken(safe_file_name(image->file, image->set_as))) return;
    found.push_back(taken(*translation.source, image->file, one.span));
  };
  visit_inlines(translation.title, look);
  for (const Section& section : translation.sections) {
    visit_inlines(section.title, look);
    visit_all_inlines(section.content, look);
  }
}

}  // namespace listok::emitter
