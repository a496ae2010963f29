// How a .tex is read: the text of a sheet in sheet_reader.cpp, formulas in formula_reader.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/sheet_reader.hpp"

namespace listok::fuzz {

inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class TexReader {
 public:
  explicit TexReader(std::string_view tex) : tex_(tex) {}

  ReadSheet sheet();
  std::string formula();

 private:
  std::string_view tex_;
  std::size_t at_ = 0;
  std::size_t braces_ = 0;
  std::size_t silent_ = 0;  // inside what is not printed among the words
  std::vector<std::string> open_;
  ReadSheet read_;

  bool fine() const { return read_.trouble.empty(); }
  bool done() const { return !fine() || at_ == tex_.size(); }
  char here(std::size_t ahead = 0) const {
    return at_ + ahead < tex_.size() ? tex_[at_ + ahead] : '\0';
  }
  void trouble(std::string_view what);
  void expect(std::string_view literal);
  void print(std::string_view text) {
    if (silent_ == 0) read_.words += text;
  }
  std::string_view control_word();
  std::string_view raw_argument(std::string_view allowed);
  void check_byte();
  void text();  // until a "}" that closes what was opened outside, or the end
  void character();
  void group();
  void options();
  void printed_address();
  void label();
  void control();
  void arguments(std::string_view form);
  void begin_environment();
  void code();
  void end_environment();
  void math(std::string_view closing);
  void math_control(std::size_t& fences, std::size_t& rows);
};

}  // namespace listok::fuzz
