// Tells tags from words that look like tags: `List<String>`, `What is <header>?`.
#include <algorithm>

#include "emitter/html/reader.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"

namespace listok::emitter {

namespace {

// In HTML as well, so that its absence means nothing.
bool may_lack_end(const HtmlTag& tag) {
  switch (tag.role) {
    case HtmlRole::item:
    case HtmlRole::term:
    case HtmlRole::row:
    case HtmlRole::cell:
    case HtmlRole::caption: return true;
    default: break;
  }
  constexpr std::string_view names = " p dd thead tbody tfoot colgroup option ";
  return names.find(" " + std::string(tag.name) + " ") != names.npos;
}

}  // namespace

// A blank or a mark of a sentence follows, where a tag has its first word.
bool HtmlReader::ends_word(const HtmlToken& token) const {
  const char behind = byte_behind(text_.masked, run_->html.to_parsed(token.span).end);
  return is_ascii_space(behind) ||
         std::string_view(".,;:!?)]\"'").find(behind) != std::string_view::npos;
}

bool HtmlReader::stands_apart(const HtmlToken& token) const {
  const char before = byte_before(text_.masked, run_->html.to_parsed(token.span).begin);
  return ends_word(token) && (is_ascii_space(before) ||
                              std::string_view("([\"'").find(before) != std::string_view::npos);
}

bool HtmlReader::is_behind_word(const HtmlToken& token) const {
  return is_word_byte(byte_before(text_.masked, run_->html.to_parsed(token.span).begin));
}

// `<div> is a block` at the beginning of a line, which makes an HTML block of it.
bool HtmlReader::words_follow(const HtmlToken& token) const {
  const std::string_view rest = run_->html.all().substr(token.span.end);
  const char first = byte_behind(rest, rest.find_first_not_of(" \t"));
  return !is_ascii_space(first) && first != '<';
}

bool HtmlReader::is_word(const HtmlToken& token, const HtmlTag* tag) const {
  if (tag == nullptr || token.mixed_case) return true;
  const bool in_leaf = !run_->in_block;
  if (token.kind == HtmlToken::Kind::close) {
    if (is_void(*tag)) return false;
    const auto begun = begun_.find(token.name);
    const bool pairs = begun != begun_.end() && begun->second > 0;
    return in_leaf && !pairs && (!tag->everyday || stands_apart(token));
  }
  if (tag->role == HtmlRole::image) return !value_of(token, "src");
  if (tag->role == HtmlRole::rule) return in_leaf && stands_apart(token);
  if (is_void(*tag)) return in_leaf && tag->role == HtmlRole::device;
  if (has_end(token, in_leaf)) return false;
  if (!in_leaf) {
    const bool lives_without =
        wants_end(*tag) || may_lack_end(*tag) || tag->role == HtmlRole::hidden;
    return !lives_without && token.attributes.empty() && words_follow(token);
  }
  if (!token.attributes.empty()) return !tag->everyday;
  if (wants_end(*tag)) return ends_word(token) || is_behind_word(token);
  return !may_lack_end(*tag) || stands_apart(token);
}

}  // namespace listok::emitter
