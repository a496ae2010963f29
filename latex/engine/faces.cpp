#include "latex/engine/faces.hpp"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <set>

namespace listok::latex {
namespace {

// The function of fontconfig of that name, and of the type that its header gives it; null when
// there is none. The library is loaded when it is first asked for, once for each machine: linked,
// it would bring five libraries into every start, and cost a tenth of a build that finds nothing to
// do. It stays, for what it keeps for itself goes at the end.
template <typename Function>
Function* fontconfig_function(const char* name) {
  static void* const library = ::dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return nullptr;
  return reinterpret_cast<Function*>(::dlsym(library, name));
}

}  // namespace

FontFolders font_folders() {
  const auto load = fontconfig_function<decltype(FcInitLoadConfig)>("FcInitLoadConfig");
  const auto destroy = fontconfig_function<decltype(FcConfigDestroy)>("FcConfigDestroy");
  const auto faces = fontconfig_function<decltype(FcConfigGetFontDirs)>("FcConfigGetFontDirs");
  const auto files =
      fontconfig_function<decltype(FcConfigGetConfigFiles)>("FcConfigGetConfigFiles");
  const auto caches = fontconfig_function<decltype(FcConfigGetCacheDirs)>("FcConfigGetCacheDirs");
  const auto next = fontconfig_function<decltype(FcStrListNext)>("FcStrListNext");
  const auto done = fontconfig_function<decltype(FcStrListDone)>("FcStrListDone");
  if (!load || !destroy || !faces || !files || !caches || !next || !done) return {};

  const auto paths_of = [&](FcStrList* list) {
    std::vector<std::filesystem::path> paths;
    if (list == nullptr) return paths;
    while (const FcChar8* path = next(list)) {
      paths.emplace_back(reinterpret_cast<const char*>(path));
    }
    done(list);
    return paths;
  };
  const std::unique_ptr<FcConfig, decltype(destroy)> config(load(), destroy);
  if (!config) return {};
  return {paths_of(faces(config.get())), paths_of(files(config.get())),
          paths_of(caches(config.get()))};
}

namespace {

using Characters = std::vector<std::pair<char32_t, char32_t>>;

// What of fontconfig finds a face. All null when it is not there.
struct Finder {
  decltype(FcInitLoadConfigAndFonts)* load =
      fontconfig_function<decltype(FcInitLoadConfigAndFonts)>("FcInitLoadConfigAndFonts");
  decltype(FcConfigDestroy)* destroy =
      fontconfig_function<decltype(FcConfigDestroy)>("FcConfigDestroy");
  decltype(FcNameParse)* parse = fontconfig_function<decltype(FcNameParse)>("FcNameParse");
  decltype(FcPatternDestroy)* destroy_pattern =
      fontconfig_function<decltype(FcPatternDestroy)>("FcPatternDestroy");
  decltype(FcFontList)* list = fontconfig_function<decltype(FcFontList)>("FcFontList");
  decltype(FcFontSetDestroy)* destroy_set =
      fontconfig_function<decltype(FcFontSetDestroy)>("FcFontSetDestroy");
  decltype(FcPatternGetInteger)* integer =
      fontconfig_function<decltype(FcPatternGetInteger)>("FcPatternGetInteger");
  decltype(FcPatternGetBool)* boolean =
      fontconfig_function<decltype(FcPatternGetBool)>("FcPatternGetBool");
  decltype(FcPatternGetString)* string =
      fontconfig_function<decltype(FcPatternGetString)>("FcPatternGetString");
  decltype(FcPatternGetCharSet)* char_set =
      fontconfig_function<decltype(FcPatternGetCharSet)>("FcPatternGetCharSet");
  decltype(FcCharSetHasChar)* has_character =
      fontconfig_function<decltype(FcCharSetHasChar)>("FcCharSetHasChar");
  decltype(FcCharSetFirstPage)* first_page =
      fontconfig_function<decltype(FcCharSetFirstPage)>("FcCharSetFirstPage");
  decltype(FcCharSetNextPage)* next_page =
      fontconfig_function<decltype(FcCharSetNextPage)>("FcCharSetNextPage");

  bool whole() const {
    return load && destroy && parse && destroy_pattern && list && destroy_set && integer &&
           boolean && string && char_set && has_character && first_page && next_page;
  }
};

// How far from upright and of the usual weight.
int distance(const Finder& finder, const FcPattern* face) {
  int slant = FC_SLANT_ROMAN;
  int weight = FC_WEIGHT_REGULAR;
  finder.integer(face, FC_SLANT, 0, &slant);
  finder.integer(face, FC_WEIGHT, 0, &weight);
  return 1000 * std::abs(slant) + std::abs(weight - FC_WEIGHT_REGULAR);
}

Characters characters_of(const Finder& finder, const FcPattern* face) {
  Characters all;
  FcCharSet* set = nullptr;
  if (finder.char_set(face, FC_CHARSET, 0, &set) != FcResultMatch) return all;
  FcChar32 bits[FC_CHARSET_MAP_SIZE];
  FcChar32 next = 0;
  for (FcChar32 page = finder.first_page(set, bits, &next); page != FC_CHARSET_DONE;
       page = finder.next_page(set, bits, &next)) {
    for (std::uint32_t i = 0; i < FC_CHARSET_MAP_SIZE * 32; ++i) {
      if ((bits[i / 32] >> (i % 32) & 1U) == 0) continue;
      const auto character = static_cast<char32_t>(page + i);
      if (!all.empty() && all.back().second + 1 == character) {
        all.back().second = character;
      } else {
        all.emplace_back(character, character);
      }
    }
  }
  return all;
}

}  // namespace

struct InstalledFaces::Read {
  Finder finder;
  std::unique_ptr<FcConfig, decltype(finder.destroy)> config{
      finder.whole() ? finder.load() : nullptr, finder.destroy};
};

InstalledFaces::InstalledFaces() = default;
InstalledFaces::~InstalledFaces() = default;

std::optional<InstalledFace> InstalledFaces::find(const std::string& family) {
  if (!read_) read_ = std::make_unique<const Read>();
  const auto& [finder, config] = *read_;
  if (!config) return std::nullopt;
  std::string name;  // in it `-` begins a size
  for (const char c : family) name += c == '-' ? std::string("\\-") : std::string(1, c);
  const std::unique_ptr<FcPattern, decltype(finder.destroy_pattern)> pattern(
      finder.parse(reinterpret_cast<const FcChar8*>(name.c_str())), finder.destroy_pattern);
  if (!pattern) return std::nullopt;
  const std::unique_ptr<FcFontSet, decltype(finder.destroy_set)> set(
      finder.list(config.get(), pattern.get(), nullptr), finder.destroy_set);
  if (!set || set->nfont == 0) return std::nullopt;
  const FcPattern* best = *std::min_element(
      set->fonts, set->fonts + set->nfont, [&](const FcPattern* one, const FcPattern* other) {
        return distance(finder, one) < distance(finder, other);
      });
  InstalledFace face;
  FcChar8* file = nullptr;
  if (finder.string(best, FC_FILE, 0, &file) == FcResultMatch) {
    face.file = reinterpret_cast<const char*>(file);
  }
  FcBool coloured = FcFalse;
  finder.boolean(best, FC_COLOR, 0, &coloured);
  face.coloured = coloured == FcTrue;
  face.characters = characters_of(finder, best);
  return face;
}

std::vector<std::string> InstalledFaces::having(char32_t character) {
  constexpr std::size_t most = 12;
  if (!read_) read_ = std::make_unique<const Read>();
  const auto& [finder, config] = *read_;
  if (!config) return {};
  const std::unique_ptr<FcPattern, decltype(finder.destroy_pattern)> any(
      finder.parse(reinterpret_cast<const FcChar8*>(":scalable=true:color=false")),
      finder.destroy_pattern);
  if (!any) return {};
  const std::unique_ptr<FcFontSet, decltype(finder.destroy_set)> set(
      finder.list(config.get(), any.get(), nullptr), finder.destroy_set);
  std::set<std::string> families;
  for (int i = 0; set && i < set->nfont; ++i) {
    FcCharSet* characters = nullptr;
    FcChar8* family = nullptr;
    if (distance(finder, set->fonts[i]) == 0 &&
        finder.char_set(set->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
        finder.has_character(characters, character) == FcTrue &&
        finder.string(set->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch) {
      families.insert(reinterpret_cast<const char*>(family));
    }
  }
  std::vector<std::string> some(families.begin(), families.end());
  some.resize(std::min(some.size(), most));
  return some;
}

}  // namespace listok::latex
