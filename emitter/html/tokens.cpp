#include "emitter/html/tokens.hpp"

#include <algorithm>
#include <iterator>

#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view spaces = " \t\r\n";
const HtmlToken none;  // a `<` that begins no token

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view html) : html_(html) {}

  std::vector<HtmlToken> run();

 private:
  // A search for the end of a tag may go through all that follows, so it is made so often only.
  static constexpr std::size_t most_failures = 100;

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t failures_ = 0;

  HtmlToken markup() const;
  HtmlToken comment() const;
  HtmlToken up_to(std::string_view end) const;
  HtmlToken tag() const;
  bool attribute(std::size_t& at, HtmlToken& tag) const;
  std::size_t skip(std::string_view characters, std::size_t at) const {
    return std::min(html_.find_first_not_of(characters, at), html_.size());
  }
  std::size_t find_any(std::string_view characters, std::size_t at) const {
    return std::min(html_.find_first_of(characters, at), html_.size());
  }
};

HtmlToken Tokenizer::up_to(std::string_view end) const {
  const std::size_t found = html_.find(end, at_);
  if (found == html_.npos) return none;
  return {HtmlToken::Kind::declaration, {at_, found + end.size()}, {}, false, {}};
}

HtmlToken Tokenizer::comment() const {
  HtmlToken made{HtmlToken::Kind::comment, {at_, at_}, {}, false, {}};
  for (const std::string_view whole : {"<!-->", "<!--->"}) {
    if (!html_.substr(at_).starts_with(whole)) continue;
    made.span.end += whole.size();
    return made;
  }
  const std::size_t end = html_.find("-->", at_ + 4);
  if (end == html_.npos) {
    made.kind = HtmlToken::Kind::comment_without_end;
    made.span.end = html_.size();
  } else {
    made.span.end = end + 3;
  }
  return made;
}

// ` name`, ` name=value`. False where the tag is none.
bool Tokenizer::attribute(std::size_t& at, HtmlToken& tag) const {
  const std::size_t end = find_any(" \t\r\n=/>", at + 1);
  const std::string name = fold_case(html_.substr(at, end - at));
  at = skip(spaces, end);
  HtmlAttribute made{name, {end, end}};
  if (at < html_.size() && html_[at] == '=') {
    at = skip(spaces, at + 1);
    if (at == html_.size()) return false;
    const char quote = html_[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = html_.find(quote, at + 1);
      if (close == html_.npos) return false;
      made.value = {at + 1, close};
      at = close + 1;
    } else {
      made.value = {at, find_any(" \t\r\n>", at)};
      at = made.value.end;
    }
  }
  tag.attributes.push_back(std::move(made));
  return true;
}

HtmlToken Tokenizer::tag() const {
  HtmlToken made;
  std::size_t at = at_ + 1;
  made.kind = html_[at] == '/' ? HtmlToken::Kind::close : HtmlToken::Kind::open;
  if (made.kind == HtmlToken::Kind::close) ++at;
  if (at >= html_.size() || !is_ascii_letter(html_[at])) return none;
  const std::size_t end = find_any(" \t\r\n/>", at);
  const std::string_view name = html_.substr(at, end - at);
  made.name = fold_case(name);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capitals =
      static_cast<std::size_t>(std::count_if(name.begin(), name.end(), is_capital));
  made.mixed_case = capitals > 0 && capitals + 1 < name.size();
  for (at = skip(" \t\r\n/", end); at < html_.size() && html_[at] != '>';
       at = skip(" \t\r\n/", at)) {
    if (!attribute(at, made)) return none;
  }
  if (at >= html_.size()) return none;
  made.span = {at_, at + 1};
  return made;
}

HtmlToken Tokenizer::markup() const {
  const std::string_view here = html_.substr(at_);
  if (here.size() < 2) return none;
  if (here.starts_with("<!--")) return comment();
  if (here.starts_with("<![CDATA[")) return up_to("]]>");
  if (here.starts_with("<?")) return up_to("?>");
  if (here.starts_with("<!")) return up_to(">");
  return tag();
}

std::vector<HtmlToken> Tokenizer::run() {
  std::vector<HtmlToken> tokens;
  std::size_t text = 0;
  const auto end_text = [&](std::size_t end) {
    if (text < end) tokens.push_back({HtmlToken::Kind::text, {text, end}, {}, false, {}});
  };
  while ((at_ = html_.find('<', at_)) != html_.npos && failures_ < most_failures) {
    HtmlToken found = markup();
    if (found.span == none.span) {
      ++failures_;
      ++at_;
      continue;
    }
    end_text(at_);
    at_ = text = found.span.end;
    tokens.push_back(std::move(found));
  }
  end_text(html_.size());
  return tokens;
}

}  // namespace

void HtmlText::add(const Event& event) {
  const std::size_t behind = pieces_.empty() ? 0 : pieces_.back().parsed.end;
  pieces_.push_back({text_.size(), event.span.value_or(Span{behind, behind})});
  text_ += event.text;
}

const HtmlText::Piece* HtmlText::piece_at(std::size_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  return behind == pieces_.begin() ? nullptr : &*std::prev(behind);
}

std::size_t HtmlText::parsed_at(std::size_t offset) const {
  const Piece* const piece = piece_at(offset);
  if (piece == nullptr) return 0;
  return std::min(piece->parsed.begin + (offset - piece->begin), piece->parsed.end);
}

bool HtmlText::is_in_one_piece(Span span) const {
  const Piece* const piece = piece_at(span.begin);
  return piece != nullptr && span.begin < span.end && piece == piece_at(span.end - 1) &&
         piece->parsed.begin < piece->parsed.end;
}

Span HtmlText::to_parsed(Span span) const {
  if (span.begin == span.end) return {parsed_at(span.begin), parsed_at(span.begin)};
  return {parsed_at(span.begin), parsed_at(span.end - 1) + 1};
}

std::vector<HtmlToken> tokens_of(std::string_view html) { return Tokenizer(html).run(); }

std::vector<HtmlPiece> pieces_of(std::string_view text) {
  constexpr std::size_t longest = 40;  // name of an entity
  std::vector<HtmlPiece> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = text.find('&', at)) != text.npos; ++at) {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') ++end;
    const std::size_t name = end;
    while (end < text.size() && end - at < longest && is_ascii_alphanumeric(text[end])) ++end;
    if (end == name || end == text.size() || text[end] != ';') continue;
    if (begin < at) pieces.push_back({{begin, at}, false});
    begin = end + 1;
    pieces.push_back({{at, begin}, true});
  }
  if (begin < text.size()) pieces.push_back({{begin, text.size()}, false});
  return pieces;
}

}  // namespace listok::emitter
