// Parses a formula by recursive descent, and writes each part that was read as LaTeX.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"
#include "emitter/math/command_table.hpp"
#include "emitter/math/math.hpp"
#include "emitter/math/tokens.hpp"

namespace listok::emitter {

// A diagnostic before anybody knows to which place of a file `span` leads.
struct MathFinding {
  Severity severity;
  Span span;
  std::string code, message, hint;
};

class MathParser {
 public:
  // Spans count from the beginning of `text`, of which `formula` is a part.
  MathParser(std::string_view text, Span formula, const MathRules& rules);

  std::string run();
  bool failed() const { return failed_; }
  std::vector<MathFinding> findings() && { return std::move(findings_); }

 private:
  struct Part {
    std::string tex;
    bool takes_limits = false;
  };
  struct Row {
    std::string rules;  // above it
    std::string tex;
    bool ended = false;  // by two backslashes
  };
  struct Rows {
    std::vector<Row> rows;
    std::optional<Span> align;  // the first `&`

    std::string tex() const;
  };
  enum class Inside { formula, group, bracket, fence, cell };

  void advance();
  bool at(MathToken::Kind kind) const { return token_.kind == kind; }
  bool at_character(std::string_view text) const;
  bool at_command(std::string_view name) const;
  bool ends(Inside inside) const;

  std::string list(Inside inside);
  std::string pieces(Inside inside);  // as far as an infix
  std::string lines();
  Part scripted();
  void script(std::string& tex, bool& seen, char sign);
  std::string script_argument();
  void prime(std::string& tex, bool& up);
  Part part();
  Part piece();
  Part command();
  std::string braced(Inside inside = Inside::group);
  std::string argument(const MathToken& command);
  std::string option(const MathToken& command);
  std::string optional(const MathCommand& command, const MathToken& token);
  std::string arrow(const MathCommand& command, const MathToken& token);
  bool at_infix() const;
  std::string infix(std::string_view above, Inside inside);
  std::string delimiter(const MathToken& command);
  std::string fence(const MathToken& left);
  std::string negation(const MathToken& command);
  std::string substack(const MathToken& command);
  std::string environment(const MathToken& begin);
  std::string environment_content(const MathCommand& environment);
  Rows rows(const MathCommand& environment, std::size_t columns);
  std::optional<std::string> environment_name();
  std::size_t column_letters(std::string& tex);
  void pairs_of_columns(const MathCommand& environment);
  bool at_switch() const;
  std::string switched(Inside inside);
  std::string space(const MathToken& command);
  std::string tag(const MathToken& command);
  void label(const MathToken& command);
  void colour(const MathToken& command);
  std::string text(const MathToken& command, std::string_view name);
  std::optional<Span> words_of(const MathToken& command);
  std::optional<std::string_view> raw_argument(const MathToken& command);
  std::string text_content(Span content, std::string_view name, std::string_view before = {},
                           std::string_view after = {});
  std::string formula_in_words(Span formula);
  std::string words(std::string_view words, Span span, std::string_view name);
  void unknown_command(const MathToken& token);

  void report(Span span, std::string code, std::string message, std::string hint);
  // Of what makes the rest unreadable: the parser goes to the end, and says no more.
  void stop(Span span, std::string code, std::string message, std::string hint);
  void end();

  std::string_view text_;
  Span formula_;
  const MathRules& rules_;
  MathLexer lexer_;
  MathToken token_;
  std::size_t depth_ = 0;
  bool stopped_ = false;
  bool capitals_alone_ = false;
  std::vector<std::size_t> decimal_commas_;
  bool failed_ = false;
  std::vector<MathFinding> findings_;
};

}  // namespace listok::emitter
