// What `listok new` writes.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace listok::cli {

struct TemplateFile {
  std::string_view path;  // relative to the new bank
  std::string_view text;
};

// A bank that builds as it is.
std::array<TemplateFile, 3> bank_template();

// Words that stand in a new item until its author replaces them.
struct Placeholder {
  std::string title;
  std::string heading;  // for a bank that declares no sections
  std::string text;
};

// Of "ru" or "en"; English for any other language.
Placeholder placeholder(std::string_view language);

}  // namespace listok::cli
