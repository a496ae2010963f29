// Asks fontconfig which faces an SVG can be set in. (Library: fontconfig, loaded for the first SVG.)
#pragma once

#include <set>
#include <string>
#include <vector>

namespace listok::pictures {

// The files of all faces that are installed. Empty when fontconfig is not there.
std::vector<std::string> face_files();

// Those of `letters` that print something, and that no installed face has.
std::vector<char32_t> without_face(const std::set<char32_t>& letters);

}  // namespace listok::pictures
