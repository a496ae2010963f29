#include "emitter/bank/look_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/bank/yaml_values.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t most_faces = 8;
constexpr std::size_t longest_name = 100;

// What may stand between commas in an option of the class, and asks a font for no features.
bool is_name(std::string_view family) {
  constexpr std::string_view allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -.";
  return family.size() <= longest_name && family.find_first_not_of(allowed) == family.npos;
}

}  // namespace

NamedFaces read_look(const YamlNode& node, const FindFace& find_face,
                     std::vector<std::string>& files, DiagnosticList& findings) {
  NamedFaces named;
  named.looked_at = find_face != nullptr;
  constexpr std::string_view example = "{faces: {symbols: [Noto Emoji]}}";
  if (!is_map(node, "`look`", example, findings)) return named;
  refuse_unknown_keys(node, {"faces"}, "`look`", findings);
  const YamlNode* faces = node.find("faces");
  if (faces == nullptr || !is_map(*faces, "`faces`", "{symbols: [Noto Emoji]}", findings)) {
    return named;
  }
  refuse_unknown_keys(*faces, {"symbols"}, "`faces`", findings);
  const YamlNode* symbols = faces->find("symbols");
  if (symbols == nullptr) return named;
  const auto families = read_list(*symbols, "`symbols`", findings);
  for (std::size_t i = 0; families && i < families->size(); ++i) {
    const std::string& family = (*families)[i];
    const Span place = i < symbols->items.size() ? symbols->items[i].span : symbols->span;
    if (!is_name(family) || i == most_faces) {
      findings.error(place, "missing-face",
                     i == most_faces ? fmt::format("there are over {} faces", most_faces)
                                     : fmt::format("`{}` cannot be the name of a face", family),
                     "write the names of families, as `fc-list : family` lists them");
      break;
    }
    FoundFace found = find_face ? find_face(family) : FoundFace{};
    std::ranges::move(found.files, std::back_inserter(files));
    if (!found.fault.empty()) {
      findings.error(place, "missing-face", fmt::format("the face `{}` {}", family, found.fault),
                     found.hint);
      continue;
    }
    named.families.push_back(family);
    named.glyphs.push_back(std::move(found.glyphs));
  }
  return named;
}

}  // namespace listok::emitter
