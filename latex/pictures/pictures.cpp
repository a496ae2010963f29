#include "latex/pictures/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

#include "emitter/base/parallel.hpp"
#include "emitter/check/images.hpp"
#include "latex/pictures/picture_memory.hpp"
#include "latex/pictures/picture_reader.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::set<std::string> files_in(const emitter::Bank& bank, const Translations& translations) {
  std::set<std::string> files;
  for (emitter::PlacedImage& image : emitter::images_of(bank)) files.insert(std::move(image.file));
  for (const emitter::Translation* translation : translations) {
    for (emitter::PlacedImage& image : emitter::images_of(*translation)) {
      files.insert(std::move(image.file));
    }
  }
  return files;
}

// A process of its own for each part of `files`, at the same time.
void look_into_new(const fs::path& bank, const std::vector<std::string>& files,
                   const std::stop_token& stop, SeenPictures& pictures, PictureMemory& memory) {
  constexpr std::size_t worthwhile = 4;  // pictures for a process more
  const auto scratch = std::make_shared<ScratchFolder>(fs::temp_directory_path());
  pictures.scratch = scratch;
  const std::size_t parts = std::clamp<std::size_t>(files.size() / worthwhile, 1,
                                                    std::thread::hardware_concurrency() | 1U);
  std::vector<std::vector<PictureVerdict>> verdicts(parts);
  const auto begin_of = [&](std::size_t part) { return part * files.size() / parts; };
  const auto folder_of = [&](std::size_t part) { return scratch->path() / std::to_string(part); };
  emitter::in_parallel(parts, [&](std::size_t part) {
    std::vector<fs::path> paths;
    for (std::size_t number = begin_of(part); number < begin_of(part + 1); ++number) {
      paths.push_back(fs::absolute(bank / files[number]));
    }
    fs::create_directory(folder_of(part));
    verdicts[part] = look_into_files(paths, folder_of(part), stop);
  });
  for (std::size_t part = 0; part < parts; ++part) {
    for (std::size_t number = 0; number < verdicts[part].size(); ++number) {
      const PictureVerdict& verdict = verdicts[part][number];
      const std::string& file = files[begin_of(part) + number];
      const fs::path made = folder_of(part) / std::to_string(number);
      memory.add(verdict, made);
      pictures.by_file[file] = {verdict, verdict.made ? made : bank / file};
    }
  }
  memory.save();
}

// What is set as `image`; nothing when the file has changed since it was looked at.
std::optional<std::string> bytes_to_set(const emitter::Bank& bank, const emitter::ImageFile& image,
                                        const SeenPictures& pictures) {
  const auto seen = pictures.by_file.find(image.from);
  if (seen == pictures.by_file.end()) return std::nullopt;
  const auto& [verdict, set] = seen->second;
  std::string bytes = read_file(bank.folder / image.from).value_or("");
  if (hash_of(bytes) != verdict.bytes) return std::nullopt;
  return verdict.made ? read_file(set) : std::move(bytes);
}

}  // namespace

SeenPictures look_at_pictures(const emitter::Bank& bank, const Translations& translations,
                              const std::stop_token& stop) {
  SeenPictures pictures;
  const std::set<std::string> files = files_in(bank, translations);
  if (files.empty()) return pictures;
  PictureMemory memory;
  std::vector<std::string> unknown;
  for (const std::string& file : files) {
    const Hash bytes = hash_of(read_file(bank.folder / file).value_or(""));
    if (const auto verdict = memory.recall(bytes)) {
      pictures.by_file[file] = {*verdict,
                                verdict->made ? memory.made_of(bytes) : bank.folder / file};
    } else {
      unknown.push_back(file);
    }
  }
  if (!unknown.empty()) look_into_new(bank.folder, unknown, stop, pictures, memory);
  return pictures;
}

namespace {

emitter::Diagnostics faults_of(const std::vector<emitter::PlacedImage>& images,
                               const emitter::Source& source, const SeenPictures& pictures) {
  emitter::Diagnostics faults;
  for (const auto& [file, at] : images) {
    const auto seen = pictures.by_file.find(file);
    if (seen == pictures.by_file.end()) continue;
    const auto& [bytes, fault, made, loss, lasting] = seen->second.verdict;
    if (!fault && !loss) continue;
    const auto& [code, what, hint] = fault ? *fault : *loss;
    faults.push_back(
        source.diagnostic(fault ? emitter::Severity::error : emitter::Severity::warning, at, code,
                          fmt::format("the image `{}` {}", file, what), hint));
  }
  return faults;
}

}  // namespace

emitter::Diagnostics picture_faults(const emitter::Translation& translation,
                                    const SeenPictures& pictures) {
  return faults_of(emitter::images_of(translation), *translation.source, pictures);
}

emitter::Diagnostics picture_faults(const emitter::Bank& bank, const SeenPictures& pictures) {
  return faults_of(emitter::images_of(bank), *bank.source, pictures);
}

std::optional<Hash> put_images(const emitter::Bank& bank,
                               const std::vector<emitter::ImageFile>& images,
                               const SeenPictures& pictures, const Folder& output,
                               const fs::path& folder) {
  Hasher hasher("images");
  for (const emitter::ImageFile& image : images) {
    const auto bytes = bytes_to_set(bank, image, pictures);
    if (!bytes) return std::nullopt;
    hasher.add(image.to).add(*bytes);
    output.write_if_changed(folder / image.to, *bytes);
  }
  return hasher.hash();
}

emitter::Diagnostic changed_picture(const emitter::Source& source) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "image-changed";
  diagnostic.file = source.name();
  diagnostic.message = "an image changed while it was read";
  diagnostic.hint = "build again";
  return diagnostic;
}

}  // namespace listok::latex
