#include "emitter/config/preamble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "emitter/base/input_file.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

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
  return Preamble{path.lexically_normal().generic_string(), package, {}, {}, node.span};
}

Diagnostics load_preamble(Bank& bank) {
  if (!bank.preamble) return {};
  Preamble& preamble = *bank.preamble;
  const fs::path path = bank.folder / preamble.file;
  InputFile file = read_file_in(bank.folder, path, limits::preamble_bytes);
  preamble.name = shown(path);
  preamble.text = file.text.value_or("");
  if (file.text) return {};
  DiagnosticList findings(*bank.source);
  findings.error(preamble.at, "preamble",
                 fmt::format("the preamble `{}` {}", preamble.file, file.reason),
                 "name a file in the folder of the bank, or take the line out");
  return findings.take();
}

}  // namespace listok::emitter
