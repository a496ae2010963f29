// Reads `preamble: local.sty` of listok.yaml, a LaTeX package that the bank brings.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/file_stamp.hpp"
#include "emitter/model/model.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// Only the name; nothing, after an error, when it cannot be that of a package in the bank.
std::optional<Preamble> read_preamble(const YamlNode& node, DiagnosticList& findings);

// By its ending: what TeX can set, or set in.
bool is_picture_or_font(const std::filesystem::path& file);

// Whether `tex` has the name of a file, with or without its ending. A name that TeX could take for
// something else is none.
bool names_file(std::string_view tex, const std::filesystem::path& name);

// Reads the file that `bank` names, if any, and the pictures and fonts beside it that its text names;
// an error at its line in listok.yaml when it is not there or lies outside of the bank's folder, or
// when one of those cannot be read. `seen`: what was looked at.
Diagnostics load_preamble(Bank& bank, Sightings& seen);

}  // namespace listok::emitter
