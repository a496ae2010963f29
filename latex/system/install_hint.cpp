#include "latex/system/install_hint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include "latex/system/programs.hpp"

namespace listok::latex {
namespace {

// The names of Debian's packages elsewhere; empty where these are not known.
struct Names {
  std::string_view debian, dnf, zypper, pacman, brew;
};

constexpr std::array known{
    Names{"git", "git", "git", "git", "git"},
    Names{"fontconfig", "fontconfig", "fontconfig", "fontconfig", "fontconfig"},
    Names{"texlive-xetex", "texlive-collection-xetex texlive-collection-latexrecommended",
          "texlive-collection-xetex texlive-collection-latexrecommended",
          "texlive-xetex texlive-latexrecommended", "texlive"},
    Names{"fonts-dejavu-core", "dejavu-sans-fonts dejavu-serif-fonts", "dejavu-fonts", "ttf-dejavu",
          "font-dejavu"},
    Names{"librsvg2-2", "librsvg2", "librsvg-2-2", "librsvg", "librsvg"},
    Names{"libwebpdemux2", "libwebp", "libwebpdemux2", "libwebp", "webp"},
    Names{"libgif7", "giflib", "libgif7", "giflib", "giflib"},
    Names{"fonts-lmodern", "", "", "otf-latinmodern-math", ""},
};

struct Installer {
  PackageManager manager;
  const char* program;
  const char* command;
  std::string_view Names::* column;
};

constexpr std::array installers{
    Installer{PackageManager::apt, "apt-get", "sudo apt-get install", &Names::debian},
    Installer{PackageManager::dnf, "dnf", "sudo dnf install", &Names::dnf},
    Installer{PackageManager::zypper, "zypper", "sudo zypper install", &Names::zypper},
    Installer{PackageManager::pacman, "pacman", "sudo pacman -S", &Names::pacman},
    Installer{PackageManager::brew, "brew", "brew install", &Names::brew},
};

struct FacePackage {
  std::string_view family;  // how the name begins
  const char* debian;
};

// The longer beginnings first.
constexpr FacePackage face_packages[] = {
    {"Noto Sans CJK", "fonts-noto-cjk"},
    {"Noto Serif CJK", "fonts-noto-cjk"},
    {"Noto Sans Mono CJK", "fonts-noto-cjk"},
    {"Noto Color Emoji", "fonts-noto-color-emoji"},
    {"Noto Sans", "fonts-noto-core"},
    {"Noto Serif", "fonts-noto-core"},
    {"Symbola", "fonts-symbola"},
    {"Free", "fonts-freefont-otf"},
    {"WenQuanYi Zen Hei", "fonts-wqy-zenhei"},
    {"WenQuanYi Micro Hei", "fonts-wqy-microhei"},
    {"Unifont", "fonts-unifont"},
    {"IPA", "fonts-ipafont"},
};

// "texlive-lang-german", and what its collection of TeX Live is called elsewhere.
std::optional<std::string> language_package(const std::string& package, PackageManager manager) {
  constexpr std::string_view begin = "texlive-lang-";
  if (!package.starts_with(begin)) return std::nullopt;
  const std::string language = package.substr(begin.size());
  if (manager == PackageManager::brew) return "texlive";
  return (manager == PackageManager::pacman ? "texlive-lang" : "texlive-collection-lang") +
         language;
}

std::string name_of(const std::string& package, const Installer& installer) {
  if (installer.manager == PackageManager::apt) return package;
  if (auto found = language_package(package, installer.manager)) return *found;
  const auto* names = std::find_if(known.begin(), known.end(),
                                   [&](const Names& one) { return one.debian == package; });
  return names == known.end() ? std::string() : std::string((*names).*installer.column);
}

}  // namespace

PackageManager package_manager() {
  for (const Installer& one : installers) {
    std::error_code error;
    const bool usual = std::filesystem::exists(std::string("/usr/bin/") + one.program, error);
    if (usual || find_program(one.program)) return one.manager;
  }
  return PackageManager::unknown;
}

std::string install_hint(const std::vector<std::string>& debian_packages, PackageManager manager) {
  const auto* installer =
      std::find_if(installers.begin(), installers.end(),
                   [&](const Installer& one) { return one.manager == manager; });
  std::vector<std::string> named;
  std::vector<std::string> unnamed;
  for (const std::string& package : debian_packages) {
    const std::string name = installer == installers.end() ? "" : name_of(package, *installer);
    if (name.empty()) {
      unnamed.emplace_back(package);
    } else if (std::find(named.begin(), named.end(), name) == named.end()) {
      named.push_back(name);
    }
  }
  std::string hint;
  if (!named.empty()) {
    // Of all that sheets need, what is only recommended is by far the most.
    const bool sparing = manager == PackageManager::apt && named.size() > 1;
    hint = fmt::format("run: {}{} {}", installer->command,
                       sparing ? " --no-install-recommends" : "", fmt::join(named, " "));
  }
  if (!unnamed.empty()) {
    hint += fmt::format("{}install what Debian calls {}", hint.empty() ? "" : "\n",
                        fmt::join(unnamed, ", "));
  }
  return hint;
}

std::string face_hint(const std::string& family, PackageManager manager) {
  const auto* known = std::ranges::find_if(
      face_packages, [&](const FacePackage& one) { return family.starts_with(one.family); });
  if (known != std::end(face_packages)) return install_hint({known->debian}, manager);
  return "put its file in ~/.local/share/fonts; `fc-list : family` lists what is installed";
}

}  // namespace listok::latex
