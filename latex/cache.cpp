#include "latex/cache.hpp"

#include <cstdlib>
#include <utility>

namespace listok::latex {

namespace fs = std::filesystem;

fs::path cache_folder(std::string_view what) {
  for (const auto& [variable, below] :
       {std::pair{"XDG_CACHE_HOME", ""}, std::pair{"HOME", ".cache"}}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && fs::path(value).is_absolute()) {
      return fs::path(value) / below / "listok" / what;
    }
  }
  return {};
}

}  // namespace listok::latex
