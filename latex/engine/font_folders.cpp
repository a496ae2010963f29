#include "latex/engine/font_folders.hpp"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

#include <memory>

namespace listok::latex {
namespace {

// Loaded when it is asked, once for each machine: with the program it would bring five libraries, and
// cost a tenth of a build that finds nothing to do.
class Fontconfig {
 public:
  Fontconfig() : library_(::dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL)) {}
  ~Fontconfig() {
    if (library_ != nullptr) ::dlclose(library_);
  }
  Fontconfig(const Fontconfig&) = delete;
  Fontconfig& operator=(const Fontconfig&) = delete;

  // The function of that name and of the type that the header gives it; null when there is none.
  template <typename Function>
  Function* function(const char* name) const {
    if (library_ == nullptr) return nullptr;
    return reinterpret_cast<Function*>(::dlsym(library_, name));
  }

 private:
  void* library_;
};

}  // namespace

FontFolders font_folders() {
  const Fontconfig library;
  const auto load = library.function<decltype(FcInitLoadConfig)>("FcInitLoadConfig");
  const auto destroy = library.function<decltype(FcConfigDestroy)>("FcConfigDestroy");
  const auto faces = library.function<decltype(FcConfigGetFontDirs)>("FcConfigGetFontDirs");
  const auto files = library.function<decltype(FcConfigGetConfigFiles)>("FcConfigGetConfigFiles");
  const auto caches = library.function<decltype(FcConfigGetCacheDirs)>("FcConfigGetCacheDirs");
  const auto next = library.function<decltype(FcStrListNext)>("FcStrListNext");
  const auto done = library.function<decltype(FcStrListDone)>("FcStrListDone");
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
