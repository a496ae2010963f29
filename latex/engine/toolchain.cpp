#include "latex/engine/toolchain.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>

#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/install_hint.hpp"
#include "latex/system/programs.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path require_program(const std::string& name) {
  if (auto found = find_program(name)) return *found;
  throw Trouble(fmt::format("the program `{}` is not installed", name), install_all_hint());
}

std::string identity_of(const fs::path& program) {
  const fs::path real = fs::canonical(program);
  return fmt::format("{} {}", real.string(), hex(hash_of(read_file(real).value_or(""))));
}

}  // namespace

std::string install_all_hint() { return install_hint({LISTOK_DEBIAN_PACKAGES}); }

Toolchain find_toolchain() {
  Toolchain toolchain{.xelatex = require_program("xelatex"),
                      .xdvipdfmx = require_program("xdvipdfmx"),
                      .identity = {},
                      .sandbox = {}};
  toolchain.identity = identity_of(toolchain.xelatex) + "\n" + identity_of(toolchain.xdvipdfmx);
  return toolchain;
}

std::map<std::string, std::string> engine_environment() {
  std::map<std::string, std::string> environment{
      {"openin_any", "p"},
      {"openout_any", "p"},
      {"shell_escape", "f"},
      {"max_print_line", "100000"},
      {"error_line", "254"},
      {"half_error_line", "238"},
      {"LC_ALL", "C.UTF-8"},
      // The engine fills 70 MB of tables at its start: in large pages a fault does for 512 of them,
      // and it starts in a fifth of the time. For glibc 2.35 and later; others pass it over.
      {"GLIBC_TUNABLES", "glibc.malloc.hugetlb=1"},
  };
  for (const char* name :
       {"PATH", "HOME", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "OSFONTDIR", "FONTCONFIG_FILE",
        "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
    if (std::string value = variable(name); !value.empty()) environment[name] = value;
  }
  if (std::string epoch = variable("SOURCE_DATE_EPOCH"); !epoch.empty()) {
    environment["SOURCE_DATE_EPOCH"] = epoch;
    environment["FORCE_SOURCE_DATE"] = "1";
  }
  return environment;
}

std::string source_date() {
  const std::string epoch = variable("SOURCE_DATE_EPOCH");
  std::time_t seconds = 0;
  const auto [end, error] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), seconds);
  if (epoch.empty() || error != std::errc()) return {};
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "D:%Y%m%d%H%M%SZ", &utc)};
}

}  // namespace listok::latex
