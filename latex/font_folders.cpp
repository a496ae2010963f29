#include "latex/font_folders.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace listok::latex {
namespace {

std::vector<std::filesystem::path> paths_of(FcStrList* list) {
  std::vector<std::filesystem::path> paths;
  if (list == nullptr) return paths;
  while (const FcChar8* path = FcStrListNext(list)) {
    paths.emplace_back(reinterpret_cast<const char*>(path));
  }
  FcStrListDone(list);
  return paths;
}

}  // namespace

FontFolders font_folders() {
  const std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> config(FcInitLoadConfig(),
                                                                     FcConfigDestroy);
  if (!config) return {};
  return {paths_of(FcConfigGetFontDirs(config.get())),
          paths_of(FcConfigGetConfigFiles(config.get())),
          paths_of(FcConfigGetCacheDirs(config.get()))};
}

}  // namespace listok::latex
