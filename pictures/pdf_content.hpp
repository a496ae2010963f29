// Reads a content stream of a PDF: what it draws with, and where it is not what PDF allows.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "pictures/qpdf.hpp"

namespace listok::pictures {

struct Content {
  std::string fault;  // the first, in plain words; empty when there is none
  std::set<std::pair<std::string, std::string>> used;  // resources: "/Font", "/F1"
};

// `stream` is a form, or whatever a page's /Contents is. A stream that cannot be decoded is left to
// the warnings of libqpdf.
Content read_content(QPDFObjectHandle stream);

}  // namespace listok::pictures
