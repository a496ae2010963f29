#include "latex/system/cache.hpp"

#include "latex/system/user_folders.hpp"

namespace listok::latex {

std::filesystem::path cache_folder(std::string_view what) {
  const std::filesystem::path cache = user_cache_folder();
  return cache.empty() ? cache : cache / "listok" / what;
}

}  // namespace listok::latex
