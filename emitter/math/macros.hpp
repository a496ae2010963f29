// `macros:` of a bank: names for parts of formulas, put in their places before a formula is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"
#include "emitter/math/parser.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A formula without macros, and where in the file each byte of it comes from.
class ExpandedFormula {
 public:
  // `formula` is a part of `text`. Macros may hold macros: the reader of listok.yaml has seen to it
  // that none holds itself.
  ExpandedFormula(std::string_view text, Span formula, const Macros& macros);

  const std::string& text() const { return text_; }
  // Why there is no text: a macro that lacks an argument, was refused, or grows without bound.
  const std::optional<MathFinding>& trouble() const { return trouble_; }
  // `finding` is of text(); what comes out of a macro is told where the macro stands in the file.
  MathFinding in_file(MathFinding finding) const;

 private:
  struct Origin {
    Span span;                                  // in the file
    const Macros::value_type* macro = nullptr;  // the one that the author wrote there
  };
  struct Piece {
    std::string text;
    std::vector<Origin> origins;
  };

  bool expand(std::size_t at, std::size_t end, const Macros::value_type& macro);
  std::optional<Span> argument(std::size_t at) const;
  std::vector<Span> arguments(std::size_t& end, std::size_t count) const;
  Piece content(std::string_view body, const Origin& use, const std::vector<Span>& arguments) const;
  void add(Piece& made, std::string_view text, const Origin& use, const Origin* origins) const;
  void refuse(Span use, std::string code, std::string message, std::string hint);

  Span formula_;
  std::string text_;
  std::vector<Origin> origins_;
  std::size_t steps_ = 0;
  std::optional<MathFinding> trouble_;
};

// The offset of the next `#` in `body`, its size when there is none. `\#` is a sign of the formula.
std::size_t find_parameter(std::string_view body, std::size_t from);

// Whether `formula` holds one of them.
bool has_macro(std::string_view formula, const Macros& macros);

// The macros that `body` holds.
std::vector<const Macros::value_type*> macros_in(std::string_view body, const Macros& macros);

}  // namespace listok::emitter
