#include "emitter/config/printable_languages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/model/languages.hpp"

namespace listok::emitter {

namespace {

struct Letters {
  Script script;
  char32_t example;
  std::string_view name;
};

constexpr Letters all_letters[] = {{Script::latin, U'a', "Latin"},
                                   {Script::cyrillic, U'\u0436', "Cyrillic"},
                                   {Script::greek, U'\u03BB', "Greek"}};

struct Role {
  Face face;
  const OwnFace& own;
  std::string_view usual;
  std::string_view what;
};

// One of which nobody has asked the machine may have anything.
bool lacks(const Role& role, const NamedFaces& named, char32_t letter) {
  const bool unknown = !role.own.family.empty() && !role.own.known();
  return !unknown && !has_glyph(role.face, &named, letter);
}

std::string hint(const Letters& letters, const MachineFaces& machine) {
  std::string said = "name others: `look: {faces: {text: DejaVu Serif, heads: DejaVu Sans}}`";
  if (!machine.having) return said;
  const std::vector<std::string> families = machine.having(letters.example);
  if (families.empty()) return said + "; no installed face has them";
  return fmt::format("{}; of the installed faces these have them: {}", said,
                     fmt::join(families, ", "));
}

}  // namespace

void drop_unprintable(Bank& bank, const YamlNode* node, const MachineFaces& machine,
                      DiagnosticList& findings) {
  const Role roles[] = {{Face::serif, bank.faces.text, "PT Serif", "text"},
                        {Face::sans, bank.faces.heads, "PT Sans", "headings"}};
  std::erase_if(bank.languages, [&](const std::string& language) {
    const Letters& letters =
        *std::ranges::find(all_letters, language_of(language).script, &Letters::script);
    const auto* role = std::ranges::find_if(
        roles, [&](const Role& one) { return lacks(one, bank.faces, letters.example); });
    if (role == std::end(roles)) return false;
    findings.error(
        node == nullptr ? Span{} : node->span, "face-lacks-script",
        fmt::format("there are no sheets in `{}`: {}, the face of the {}, has no {} letters",
                    language, role->own.family.empty() ? role->usual : role->own.family, role->what,
                    letters.name),
        hint(letters, machine));
    return true;
  });
}

}  // namespace listok::emitter
