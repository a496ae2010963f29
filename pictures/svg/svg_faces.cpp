#include "pictures/svg/svg_faces.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pictures/base/lazy_library.hpp"

namespace listok::pictures {
namespace {

struct Library {
  LazyLibrary library{"libfontconfig.so.1"};
  decltype(&FcInit) begin = library["FcInit"];
  decltype(&FcConfigGetFonts) fonts = library["FcConfigGetFonts"];
  decltype(&FcPatternGetString) string = library["FcPatternGetString"];
  decltype(&FcPatternGetCharSet) characters = library["FcPatternGetCharSet"];
  decltype(&FcCharSetHasChar) has = library["FcCharSetHasChar"];
  decltype(&FcConfigGetCurrent) configuration = library["FcConfigGetCurrent"];
  decltype(&FcConfigParseAndLoadFromMemory) configure = library["FcConfigParseAndLoadFromMemory"];
};

// For what is not installed, Times and Arial above all, the faces of the page instead of those that
// stand first elsewhere: DejaVu is so wide that words leave their boxes.
constexpr const char* preferences = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match>
    <test name="family" qual="first" compare="not_eq"><string>DejaVu Serif</string></test>
    <test name="family"><string>DejaVu Serif</string></test>
    <edit name="family" mode="prepend"><string>PT Serif</string></edit>
  </match>
  <match>
    <test name="family" qual="first" compare="not_eq"><string>DejaVu Sans</string></test>
    <test name="family"><string>DejaVu Sans</string></test>
    <edit name="family" mode="prepend"><string>PT Sans</string></edit>
  </match>
  <match>
    <test name="family" qual="first" compare="not_eq"><string>DejaVu Sans Mono</string></test>
    <test name="family"><string>DejaVu Sans Mono</string></test>
    <edit name="family" mode="prepend"><string>PT Mono</string></edit>
  </match>
</fontconfig>
)";

const Library& fontconfig() {
  static const Library loaded;
  return loaded;
}

// Whether there are faces to be asked for.
bool begin() {
  if (!fontconfig().library.whole() || fontconfig().begin() == FcFalse) return false;
  static const bool configured = [] {
    const auto* text = reinterpret_cast<const FcChar8*>(preferences);
    return fontconfig().configure(fontconfig().configuration(), text, FcTrue) == FcTrue;
  }();
  return configured;
}

std::string_view text_of(const FcPattern* face, const char* fact) {
  FcChar8* text = nullptr;
  if (fontconfig().string(face, fact, 0, &text) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(text);
}

// `visit(face)` for each that Pango takes: no old kinds, no pixels.
template <typename Visit>
void visit_faces(const Visit& visit) {
  if (!begin()) return;
  for (const FcSetName name : {FcSetSystem, FcSetApplication}) {
    const FcFontSet* set = fontconfig().fonts(nullptr, name);
    for (int number = 0; set != nullptr && number < set->nfont; ++number) {
      const std::string_view format = text_of(set->fonts[number], FC_FONTFORMAT);
      if (format == "TrueType" || format == "CFF") visit(set->fonts[number]);
    }
  }
}

// Signs of control, spaces and joiners: nothing is drawn for them.
bool prints(char32_t letter) {
  constexpr auto silent = std::to_array<std::pair<char32_t, char32_t>>({{0, 0x20},
                                                                        {0x7F, 0xA0},
                                                                        {0xAD, 0xAD},
                                                                        {0x2000, 0x200F},
                                                                        {0x2028, 0x202F},
                                                                        {0x205F, 0x206F},
                                                                        {0x3000, 0x3000},
                                                                        {0xFE00, 0xFE0F},
                                                                        {0xFEFF, 0xFEFF},
                                                                        {0xE0000, 0xE0FFF}});
  return std::ranges::none_of(
      silent, [&](const auto& range) { return letter >= range.first && letter <= range.second; });
}

}  // namespace

std::vector<std::string> face_files() {
  std::set<std::string> files;
  visit_faces([&](const FcPattern* face) { files.emplace(text_of(face, FC_FILE)); });
  return {files.begin(), files.end()};
}

std::vector<char32_t> without_face(const std::set<char32_t>& letters) {
  std::vector<char32_t> missing;
  std::ranges::copy_if(letters, std::back_inserter(missing), prints);
  visit_faces([&](const FcPattern* face) {
    FcCharSet* set = nullptr;
    if (missing.empty() || fontconfig().characters(face, FC_CHARSET, 0, &set) != FcResultMatch) {
      return;
    }
    std::erase_if(missing, [&](char32_t one) { return fontconfig().has(set, one) == FcTrue; });
  });
  return missing;
}

}  // namespace listok::pictures
