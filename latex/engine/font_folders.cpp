#include "latex/engine/font_folders.hpp"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

#include <memory>

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

}  // namespace listok::latex
