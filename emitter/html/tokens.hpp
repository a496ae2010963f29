// Cuts HTML into tags, comments and the text between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/parser/events.hpp"

namespace listok::emitter {

// HTML that events hold, one behind the other, and the way back to where it stands. In a quotation
// its lines do not follow each other in the text that was parsed.
class HtmlText {
 public:
  void add(const Event& event);

  std::string_view all() const { return text_; }
  std::string_view part(Span span) const { return all().substr(span.begin, span.end - span.begin); }
  // Where in the text that was parsed that which stands in `span` of all() is written.
  Span to_parsed(Span span) const;
  // False of a stretch that the parser made up in part, as the indentation of a line.
  bool is_in_one_piece(Span span) const;

 private:
  struct Piece {
    std::size_t begin;  // in all()
    Span parsed;        // of what the parser made up: empty, behind what stands before
  };

  std::string text_;
  std::vector<Piece> pieces_;

  const Piece* piece_at(std::size_t offset) const;
  std::size_t parsed_at(std::size_t offset) const;
};

struct HtmlAttribute {
  std::string name;  // in small letters
  Span value;        // in HtmlText::all(), without quotes
};

struct HtmlToken {
  enum class Kind { text, open, close, comment, comment_without_end, declaration };
  Kind kind = Kind::text;
  Span span;                // in HtmlText::all()
  std::string name;         // of a tag, in small letters
  bool mixed_case = false;  // of the name: `<Button>`
  std::vector<HtmlAttribute> attributes;
};

// All of `html`, in its order. A `<` that begins none of these is text.
std::vector<HtmlToken> tokens_of(std::string_view html);

struct HtmlPiece {
  Span span;
  bool entity = false;  // `&amp;`
};

// A text cut into entities and what stands between them. Offsets are those of `text`.
std::vector<HtmlPiece> pieces_of(std::string_view text);

}  // namespace listok::emitter
