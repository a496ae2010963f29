#include "emitter/config/preamble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "emitter/base/input_file.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

// Whether `text` has `word` with no letter, digit, `-` or `_` around it.
bool says(std::string_view text, std::string_view word) {
  const auto joins = [](char c) { return is_word_byte(c) || c == '-' || c == '_'; };
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !joins(text[at - 1])) && (end == text.size() || !joins(text[end]))) return true;
  }
  return false;
}

// The pictures and fonts of `folder` that `text` names.
std::vector<fs::path> files_that(std::string_view text, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& file = entry.path();
    if (is_picture_or_font(file) && entry.is_regular_file(error) &&
        names_file(text, file.filename())) {
      files.push_back(file);
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

bool is_picture_or_font(const fs::path& file) {
  constexpr std::array endings{".png", ".jpg", ".jpeg", ".pdf", ".otf", ".ttf", ".ttc"};
  return std::ranges::find(endings, file.extension()) != endings.end();
}

bool names_file(std::string_view tex, const fs::path& name) {
  constexpr std::string_view harmless =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  return name.native().find_first_not_of(harmless) == std::string::npos &&
         says(tex, name.stem().native());
}

std::optional<Preamble> read_preamble(const YamlNode& node, DiagnosticList& findings) {
  const auto refuse = [&](const std::string& message, const std::string& hint) {
    findings.error(node.span, "preamble", message, hint);
    return std::nullopt;
  };
  const auto file = read_words(node, "`preamble`", findings);
  if (!file) return std::nullopt;
  const fs::path path(*file);
  const std::string package = path.stem().string();
  if (path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end()) {
    return refuse(fmt::format("`{}` does not lie in the folder of the bank", *file),
                  "copy the file into that folder, and name it from there: `preamble: local.sty`");
  }
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  if (path.extension() != ".sty" || package.find_first_not_of(letters) != package.npos) {
    return refuse(fmt::format("`{}` cannot be a preamble", *file),
                  "it is a package of LaTeX, named by Latin letters, digits and `-`: `local.sty`");
  }
  if (package.starts_with("listok")) {
    return refuse("names that begin with `listok` are taken by listok itself",
                  "give the file another name: `local.sty`");
  }
  return Preamble{path.lexically_normal().generic_string(), package, {}, {}, node.span, {}};
}

Diagnostics load_preamble(Bank& bank, Sightings& seen) {
  if (!bank.preamble) return {};
  Preamble& preamble = *bank.preamble;
  const fs::path path = bank.folder / preamble.file;
  see(path, seen);
  InputFile file = read_file_in(bank.folder, path, limits::preamble_bytes);
  preamble.name = shown(path);
  preamble.text = file.text.value_or("");
  DiagnosticList findings(*bank.source);
  if (!file.text) {
    findings.error(preamble.at, "preamble",
                   fmt::format("the preamble `{}` {}", preamble.file, file.reason),
                   "name a file in the folder of the bank, or take the line out");
    return findings.take();
  }
  see(path.parent_path(), seen);
  for (const fs::path& named : files_that(preamble.text, path.parent_path())) {
    see(named, seen);
    InputFile bytes = read_file_in(bank.folder, named, limits::image_bytes);
    if (bytes.text) {
      preamble.files.push_back({named.filename(), std::move(*bytes.text)});
    } else {
      findings.error(preamble.at, "preamble",
                     fmt::format("`{}`, which the preamble names, {}", shown(named), bytes.reason),
                     "copy the file itself into the folder of the preamble");
    }
  }
  return findings.take();
}

}  // namespace listok::emitter
