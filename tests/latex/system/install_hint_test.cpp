#include "latex/system/install_hint.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/engine/toolchain.hpp"

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(install_hints)

BOOST_AUTO_TEST_CASE(by_package_manager) {
  const struct {
    PackageManager manager;
    std::vector<std::string> packages;
    std::string expected;
  } cases[] = {
      {PackageManager::apt, {"git"}, "run: sudo apt-get install git"},
      {PackageManager::apt,
       {"texlive-xetex", "fonts-stix"},
       "run: sudo apt-get install --no-install-recommends texlive-xetex fonts-stix"},
      {PackageManager::apt, {"what-no-table-has"}, "run: sudo apt-get install what-no-table-has"},
      {PackageManager::dnf, {"git"}, "run: sudo dnf install git"},
      {PackageManager::dnf,
       {"fonts-stix", "fonts-dejavu-core", "fonts-paratype"},
       "run: sudo dnf install dejavu-sans-fonts dejavu-serif-fonts\n"
       "install what Debian calls fonts-stix, fonts-paratype"},
      {PackageManager::zypper,
       {"texlive-lang-cyrillic"},
       "run: sudo zypper install texlive-collection-langcyrillic"},
      {PackageManager::dnf,
       {"texlive-lang-german"},
       "run: sudo dnf install texlive-collection-langgerman"},
      {PackageManager::pacman, {"texlive-lang-polish"}, "run: sudo pacman -S texlive-langpolish"},
      {PackageManager::pacman, {"fonts-lmodern"}, "run: sudo pacman -S otf-latinmodern-math"},
      {PackageManager::brew,
       {"texlive-xetex", "texlive-lang-cyrillic"},
       "run: brew install texlive"},
      {PackageManager::brew, {"fonts-stix"}, "install what Debian calls fonts-stix"},
      {PackageManager::unknown, {"git", "fontconfig"}, "install what Debian calls git, fontconfig"},
  };
  for (const auto& [manager, packages, expected] : cases) {
    BOOST_TEST(install_hint(packages, manager) == expected);
  }
}

BOOST_AUTO_TEST_CASE(faces) {
  const auto hint = [](const char* family) { return face_hint(family, PackageManager::apt); };
  BOOST_TEST(hint("Noto Sans CJK SC") == "run: sudo apt-get install fonts-noto-cjk");
  BOOST_TEST(hint("Noto Sans Symbols2") == "run: sudo apt-get install fonts-noto-core");
  BOOST_TEST(hint("Nobody Knows It").starts_with("put its file in "));
}

// Each need of debian_packages.txt is a word of its own.
BOOST_AUTO_TEST_CASE(all_that_sheets_need) {
  const std::string hint = install_all_hint();
  for (const char* package : {" texlive-xetex", " fonts-paratype", " fontconfig"}) {
    BOOST_TEST(hint.find(package) != hint.npos, hint);
  }
}

BOOST_AUTO_TEST_SUITE_END()
