#include "latex/record/diagnostic_json.hpp"

#include "latex/record/json.hpp"

namespace listok::latex {

std::string diagnostic_json(const emitter::Diagnostic& diagnostic) {
  json::object object{{"severity", name_of(diagnostic.severity)},
                      {"code", diagnostic.code},
                      {"message", diagnostic.message}};
  if (!diagnostic.hint.empty()) object["hint"] = diagnostic.hint;
  if (!diagnostic.file.empty()) object["file"] = diagnostic.file;
  if (diagnostic.line != 0) object["line"] = diagnostic.line;
  if (diagnostic.column != 0) object["column"] = diagnostic.column;
  if (diagnostic.column != 0) object["length"] = diagnostic.length;
  return json::serialize(object);
}

std::string kept_line(const emitter::Diagnostic& diagnostic) {
  return json::serialize(json::array{static_cast<int>(diagnostic.severity), diagnostic.code,
                                     diagnostic.message, diagnostic.hint, diagnostic.file,
                                     diagnostic.line, diagnostic.column, diagnostic.length,
                                     diagnostic.source_line}) +
         "\n";
}

std::optional<emitter::Diagnostic> read_kept_line(std::string_view line) {
  try {
    const json::value value = json::parse({line.data(), line.size()});
    const json::array& parts = value.as_array();
    const auto text = [&](std::size_t part) { return std::string(parts.at(part).as_string()); };
    const auto number = [&](std::size_t part) { return parts.at(part).to_number<std::size_t>(); };
    return emitter::Diagnostic{static_cast<emitter::Severity>(number(0)),
                               text(1),
                               text(2),
                               text(3),
                               text(4),
                               number(5),
                               number(6),
                               number(7),
                               text(8)};
  } catch (const std::exception&) { return std::nullopt; }
}

}  // namespace listok::latex
