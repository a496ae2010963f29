#include "latex/system/user_folders.hpp"

#include <cstdlib>

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Relative ones are to be passed over, says the specification.
fs::path absolute_variable(const char* name) {
  const char* value = std::getenv(name);
  const fs::path path = value == nullptr ? "" : value;
  return path.is_absolute() ? path : fs::path();
}

fs::path folder_of(const char* variable, const char* below_home) {
  if (fs::path given = absolute_variable(variable); !given.empty()) return given;
  const fs::path home = home_folder();
  return home.empty() ? home : home / below_home;
}

}  // namespace

fs::path home_folder() { return absolute_variable("HOME"); }

fs::path user_cache_folder() { return folder_of("XDG_CACHE_HOME", ".cache"); }

fs::path configuration_folder() { return folder_of("XDG_CONFIG_HOME", ".config"); }

}  // namespace listok::latex
