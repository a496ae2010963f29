#include "emitter/config/faces_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/config/keys.hpp"
#include "emitter/yaml/yaml_values.hpp"

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

class LookReader {
 public:
  LookReader(const MachineFaces& machine, std::vector<std::string>& files, DiagnosticList& findings)
      : machine_(machine), files_(files), findings_(findings) {}

  void symbols(const YamlNode& node, NamedFaces& named);
  void one(const YamlNode& faces, std::string_view key, OwnFace& own);

 private:
  const MachineFaces& machine_;
  std::vector<std::string>& files_;
  DiagnosticList& findings_;

  void refuse(Span place, std::string message) {
    findings_.error(place, "missing-face", std::move(message),
                    "write the names of families, as `fc-list : family` lists them");
  }

  // What the machine says of a face that can be used; false when it cannot.
  bool look_at(const std::string& family, Span place, std::vector<CodePoints>& glyphs);
};

bool LookReader::look_at(const std::string& family, Span place, std::vector<CodePoints>& glyphs) {
  FoundFace found = machine_.find ? machine_.find(family) : FoundFace{};
  std::ranges::move(found.files, std::back_inserter(files_));
  glyphs = std::move(found.glyphs);
  if (found.fault.empty()) return true;
  findings_.error(place, "missing-face", fmt::format("the face `{}` {}", family, found.fault),
                  found.hint);
  return false;
}

void LookReader::symbols(const YamlNode& node, NamedFaces& named) {
  const auto families = read_list(node, "`symbols`", findings_);
  for (std::size_t i = 0; families && i < families->size(); ++i) {
    const std::string& family = (*families)[i];
    const Span place = i < node.items.size() ? node.items[i].span : node.span;
    if (i == most_faces) {
      refuse(place, fmt::format("there are over {} faces", most_faces));
      break;
    }
    if (!is_name(family)) {
      refuse(place, fmt::format("`{}` cannot be the name of a face", family));
      break;
    }
    std::vector<CodePoints> glyphs;
    if (!look_at(family, place, glyphs)) continue;
    named.families.push_back(family);
    named.glyphs.push_back(std::move(glyphs));
  }
}

void LookReader::one(const YamlNode& faces, std::string_view key, OwnFace& own) {
  const YamlNode* node = faces.find(key);
  if (node == nullptr) return;
  const auto family = read_words(*node, fmt::format("`{}`", key), findings_);
  if (!family) return;
  if (family->empty() || !is_name(*family)) {
    refuse(node->span, fmt::format("`{}` cannot be the name of a face", *family));
    return;
  }
  std::vector<CodePoints> glyphs;
  if (look_at(*family, node->span, glyphs)) own = {*family, std::move(glyphs)};
}

// Its letters are there that no other kind of face has.
bool is_of_formulas(const OwnFace& face) {
  constexpr std::u32string_view some = U"\U0001D434\U0001D44E\u2211\u221A\u222B";
  return !face.known() ||
         std::ranges::all_of(some, [&](char32_t c) { return has_code_point(face.glyphs, c); });
}

}  // namespace

NamedFaces read_faces(const YamlNode& look, const MachineFaces& machine,
                      std::vector<std::string>& files, DiagnosticList& findings) {
  NamedFaces named;
  named.looked_at = machine.find != nullptr;
  const YamlNode* faces = look.find("faces");
  if (faces == nullptr || !is_map(*faces, "`faces`", "{symbols: [Noto Emoji]}", findings)) {
    return named;
  }
  refuse_unknown_keys(*faces, keys_of("faces"), "`faces`", findings);
  LookReader reader(machine, files, findings);
  reader.one(*faces, "text", named.text);
  reader.one(*faces, "heads", named.heads);
  reader.one(*faces, "code", named.code);
  reader.one(*faces, "math", named.math);
  if (!is_of_formulas(named.math)) {
    findings.error(faces->find("math")->span, "missing-face",
                   fmt::format("the face `{}` is none of formulas", named.math.family),
                   "name one that is: Latin Modern Math, STIX Two Math, DejaVu Math TeX Gyre");
    named.math = {};
  }
  if (const YamlNode* symbols = faces->find("symbols")) reader.symbols(*symbols, named);
  return named;
}

}  // namespace listok::emitter
