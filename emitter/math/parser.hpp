// Parses a formula by recursive descent, and writes each part that was read as LaTeX.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emitter/base/source.hpp"
#include "emitter/math/command_table.hpp"
#include "emitter/math/tokens.hpp"

namespace listok::emitter {

class MathParser {
 public:
  MathParser(const Source& source, Span formula);

  std::string run();
  Diagnostics diagnostics() && { return std::move(diagnostics_); }

 private:
  struct Part {
    std::string tex;
    bool takes_limits = false;
  };
  enum class Inside { formula, group, bracket, fence, cell };

  void advance();
  bool at(MathToken::Kind kind) const { return token_.kind == kind; }
  bool at_character(std::string_view text) const;
  bool at_command(std::string_view name) const;
  bool ends(Inside inside) const;

  std::string list(Inside inside);
  Part scripted();
  void script(std::string& tex, bool& seen, char sign);
  std::string script_argument();
  void prime(std::string& tex, bool& up);
  Part part();
  Part piece();
  Part command();
  std::string braced(Inside inside = Inside::group);
  std::string argument(const MathToken& command);
  std::string optional(const MathCommand& command, const MathToken& token);
  std::string delimiter(const MathToken& command);
  std::string fence(const MathToken& left);
  std::string negation(const MathToken& command);
  std::string substack(const MathToken& command);
  std::string environment(const MathToken& begin);
  std::string rows(const MathCommand& environment, std::size_t columns);
  std::optional<std::string> environment_name();
  std::size_t column_letters(std::string& tex);
  std::string text(const MathToken& command);
  std::string text_content(Span content, const MathToken& command);
  std::string words(std::string_view words, Span span, std::string_view name);
  void unknown_command(const MathToken& token);

  void report(Span span, std::string code, std::string message, std::string hint);
  // Of what makes the rest unreadable: the parser goes to the end, and says no more.
  void stop(Span span, std::string code, std::string message, std::string hint);
  void end();

  const Source& source_;
  Span formula_;
  MathLexer lexer_;
  MathToken token_;
  std::size_t depth_ = 0;
  bool stopped_ = false;
  bool capitals_alone_ = false;
  Diagnostics diagnostics_;
};

}  // namespace listok::emitter
