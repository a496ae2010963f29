// Writes inlines as running LaTeX text.
#pragma once

#include <string_view>

#include "emitter/math/math.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/tex/tex_writer.hpp"
#include "emitter/text/escape.hpp"

namespace listok::emitter {

enum class Where { paragraph, heading, cell, note };

class InlineWriter {
 public:
  // Images and diagnostics are added to `result`.
  InlineWriter(const Bank& bank, const Translation& translation, Emitted& result)
      : bank_(bank), translation_(translation), source_(*translation.source), result_(result) {}

  void append(Flow& flow, const Inlines& inlines, Where where);
  // Of inlines whose spans mean nothing in this file: all is held to stand at `place`.
  void append_at(Flow& flow, const Inlines& inlines, Where where, Span place);

  // `text` escaped; what no face has is reported at its place in `span`.
  std::string checked(std::string_view text, Context context, Span span);

  const NamedFaces* faces() const { return &bank_.faces; }
  std::size_t line_of(Span span) const { return source_.line_of(span.begin); }

 private:
  void one(Flow& flow, const Inline& part);
  void text(Flow& flow, std::string_view text, Span span);
  void code(Flow& flow, const Code& code, Span span);
  MathText read_formula(const Math& math) const;
  void math(Flow& flow, const Math& math);
  void display(Flow& flow, std::string_view tex, std::size_t line);
  void link(Flow& flow, const Link& link, Span span);
  std::string printed_address(const Link& link, Span span);
  std::string opening_of(const Link& link, Span span);
  void image(Flow& flow, const Image& image, Span span);
  std::string options_of(const Image& image, Span span);
  void fill_in(Flow& flow, const FillIn& gap, Span span);
  void note(Flow& flow, const Note& note);
  void hard_break(Flow& flow);
  void report_missing(std::string_view text, Context context, Span span);
  bool reports() const;  // false once more has been found than anybody would read
  void report(Diagnostic diagnostic);
  void enclosed(Flow& flow, std::string_view opening, const Inlines& content);
  void content(Flow& flow, const Inlines& inlines);

  Span at(Span span) const { return fixed_ ? place_ : span; }

  const Bank& bank_;
  const Translation& translation_;
  const Source& source_;
  Emitted& result_;
  Where where_ = Where::paragraph;
  bool fixed_ = false;
  Span place_;
  const Link* link_ = nullptr;  // that the pictures which are being written stand in
  char last_ = '\0';            // the character that ends the flow, when it is text
};

}  // namespace listok::emitter
