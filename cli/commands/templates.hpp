// The files and texts that `listok new` writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::cli {

struct TemplateFile {
  std::string_view path;  // relative to the new bank
  std::string_view text;
};

// A bank that builds as it is.
std::vector<TemplateFile> bank_template();

// Words that stand in a new item until its author replaces them.
struct Placeholder {
  std::string title;
  std::string heading;  // for a bank that declares no sections
  std::string text;
};

// `language` is one of emitter::supported_languages().
Placeholder placeholder(std::string_view language);

}  // namespace listok::cli
