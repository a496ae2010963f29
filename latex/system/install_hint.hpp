// Says how to install programs, LaTeX packages and faces that a machine lacks.
// In: the names of Debian packages. Out: the text of a hint, with the command of this machine.
// Errors: none; a package without a known name elsewhere keeps Debian's.
#pragma once

#include <string>
#include <vector>

namespace listok::latex {

// What installs packages here.
enum class PackageManager { unknown, apt, dnf, zypper, pacman, brew };

// The one that this machine has. It need not be on PATH, which may be the very trouble.
PackageManager package_manager();

// "run: sudo apt-get install git"; several lines when only some have a known name.
std::string install_hint(const std::vector<std::string>& debian_packages,
                         PackageManager manager = package_manager());

// The same for a face that is no part of listok, by the name of its family.
std::string face_hint(const std::string& family, PackageManager manager = package_manager());

}  // namespace listok::latex
