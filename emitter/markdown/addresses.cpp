#include "emitter/markdown/addresses.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/readable_address.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view scheme_end = "://", web = "www.", mail_mark = "@";

// A part of a text, and what its address has before it: "mailto:".
struct Address {
  std::size_t begin = 0, end = 0;
  std::string_view prefix = {};
};

bool is_mail_byte(char c) {
  return is_ascii_alphanumeric(c) || std::string_view(".-_+").find(c) != std::string_view::npos;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U' ';
}

bool ends_address(char32_t c, char32_t before) {
  constexpr std::u32string_view never = U"<>\"`\\\u00A0\u2007\u202F«»“”„…";
  if (c <= U' ' || never.find(c) != never.npos) return true;
  return (c == U'—' || c == U'–') && before != U'_';  // titles have them between underscores
}

// Without what ends the sentence, and without brackets that were opened before the address.
std::string_view trimmed(std::string_view address) {
  constexpr std::string_view marks = "?!.,:;*_~'|", opening = "([{", closing = ")]}";
  std::array<std::ptrdiff_t, opening.size()> surplus{};  // of closing brackets, of each kind
  for (std::size_t kind = 0; kind < surplus.size(); ++kind) {
    surplus[kind] =
        std::ranges::count(address, closing[kind]) - std::ranges::count(address, opening[kind]);
  }
  while (!address.empty()) {
    const std::size_t kind = closing.find(address.back());
    if (kind == closing.npos && marks.find(address.back()) == marks.npos) break;
    if (kind != closing.npos && surplus[kind]-- <= 0) break;
    address.remove_suffix(1);
  }
  return address;
}

// The end of the address whose host begins at `host`, or `host` when there is none.
std::size_t end_of_web(std::string_view text, std::size_t begin, std::size_t host) {
  const char32_t first = code_point_at(text, host);
  if (!is_letter(first) && !is_digit(first)) return host;
  std::size_t end = host;
  for (char32_t before = U'/'; end < text.size();) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    if (ends_address(c, before)) break;
    before = c;
    end = next;
  }
  return std::max(host, begin + trimmed(text.substr(begin, end - begin)).size());
}

// `https://x.org` around the "://" at `mark`.
Address with_scheme(std::string_view text, std::size_t mark) {
  for (const std::string_view scheme : {"https", "http"}) {
    if (mark < scheme.size()) continue;
    const std::size_t begin = mark - scheme.size(), host = mark + scheme_end.size();
    if (fold_case(text.substr(begin, scheme.size())) != scheme) continue;
    if (begin > 0 && is_ascii_alphanumeric(text[begin - 1])) continue;
    const std::size_t end = end_of_web(text, begin, host);
    if (end > host) return {begin, end};
  }
  return {};
}

// `www.x.org`, where a dot follows the name behind the first one.
Address with_www(std::string_view text, std::size_t begin) {
  constexpr std::string_view touching = "/.@_-:=";
  if (begin > 0 &&
      (is_word_byte(text[begin - 1]) || touching.find(text[begin - 1]) != touching.npos))
    return {};
  const std::size_t host = begin + web.size();
  const std::size_t end = end_of_web(text, begin, host);
  const std::string_view address = text.substr(host, end - host);
  const std::string_view name = address.substr(0, address.find_first_of("/?#"));
  const std::size_t dot = name.find('.');
  if (dot == name.npos || dot + 1 == name.size()) return {};
  return {begin, end, "http://"};
}

// `name@x.org` around the "@" at `mark`.
Address with_name(std::string_view text, std::size_t mark) {
  constexpr std::size_t longest = 100;  // of a name, in bytes
  std::size_t begin = mark;
  while (begin > 0 && mark - begin < longest && is_mail_byte(text[begin - 1])) --begin;
  while (begin < mark && !is_ascii_alphanumeric(text[begin])) ++begin;
  std::size_t end = mark + 1;
  while (end < text.size() && is_mail_byte(text[end]) && text[end] != '+') ++end;
  while (end > mark + 1 && !is_ascii_alphanumeric(text[end - 1])) --end;
  const std::string_view host = text.substr(mark + 1, end - mark - 1);
  const std::size_t dot = host.rfind('.');
  const char before = byte_before(text, begin);
  const char behind = byte_behind(text, end);
  if (begin == mark || dot == host.npos || dot == 0 || host.size() - dot < 3) return {};
  if (!std::ranges::all_of(host.substr(dot + 1), is_ascii_letter)) return {};
  if (is_word_byte(before) || before == '/' || before == '@' || behind == '@') return {};
  return {begin, end, "mailto:"};
}

// The next address from `from` on; one that is empty when there is none. Each mark is looked for
// again only when the one found last has been passed.
class AddressFinder {
 public:
  explicit AddressFinder(std::string_view text)
      : text_(text),
        scheme_(text.find(scheme_end)),
        web_(text.find(web)),
        mail_(text.find(mail_mark)) {}

  Address next(std::size_t from) {
    const std::size_t passed = from;
    while (true) {
      advance(scheme_, scheme_end, from);
      advance(web_, web, from);
      advance(mail_, mail_mark, from);
      const std::size_t first = std::min({scheme_, web_, mail_});
      if (first == text_.npos) return {};
      const Address found = first == scheme_ ? with_scheme(text_, first)
                            : first == web_  ? with_www(text_, first)
                                             : with_name(text_, first);
      if (found.end > 0 && found.begin >= passed) return found;
      from = first + 1;
    }
  }

 private:
  void advance(std::size_t& at, std::string_view mark, std::size_t from) const {
    if (at < from) at = text_.find(mark, from);
  }

  std::string_view text_;
  std::size_t scheme_, web_, mail_;  // where each mark stands next
};

// Finds parts of a text in the source that it was read from.
class Places {
 public:
  Places(Span whole, const Source& source)
      : whole_(whole), source_(source.text().substr(0, whole.end)), at_(whole.begin) {}

  Span of(std::string_view part) {
    const std::size_t found = source_.find(part, at_);
    if (found == source_.npos) return whole_;
    at_ = found + part.size();
    return {found, at_};
  }

 private:
  Span whole_;
  std::string_view source_;
  std::size_t at_;
};

void split(const Inline& one, const Source& source, Inlines& made) {
  const std::string& text = std::get<Text>(one.value).text;
  AddressFinder finder(text);
  Places places(one.span, source);
  std::size_t at = 0;
  std::size_t in_source = one.span.begin;  // of what stands at `at`
  for (Address found = finder.next(0); found.end > 0; found = finder.next(at)) {
    const std::string written = text.substr(found.begin, found.end - found.begin);
    const Span place = places.of(written);
    if (found.begin > at) {
      made.push_back(
          {Text{text.substr(at, found.begin - at)}, {in_source, std::max(in_source, place.begin)}});
    }
    Link link{std::string(found.prefix) + written, {}};
    link.content.push_back({Text{written}, place});
    show_readable(link);
    made.push_back({std::move(link), place});
    at = found.end;
    in_source = std::max(in_source, place.end);
  }
  if (at < text.size()) made.push_back({Text{text.substr(at)}, {in_source, one.span.end}});
}

bool may_hold_address(const Inline& one) {
  const auto* text = std::get_if<Text>(&one.value);
  return text != nullptr &&
         (text->text.find(scheme_end) != std::string::npos ||
          text->text.find('@') != std::string::npos || text->text.find(web) != std::string::npos);
}

}  // namespace

void link_addresses(Inlines& content, const Source& source) {
  if (std::ranges::none_of(content, may_hold_address)) return;
  Inlines made;
  for (Inline& one : content) {
    if (may_hold_address(one)) {
      split(one, source, made);
    } else {
      made.push_back(std::move(one));
    }
  }
  content = std::move(made);
}

void show_readable(Link& link) {
  if (link.content.size() != 1) return;
  auto* text = std::get_if<Text>(&link.content.front().value);
  if (text == nullptr || text->text.empty() || !link.address.ends_with(text->text)) return;
  const std::string_view address = link.address;
  const std::size_t prefix = address.size() - text->text.size();
  constexpr std::string_view prefixes[] = {"", "mailto:", "http://", "https://"};
  if (std::ranges::find(prefixes, address.substr(0, prefix)) == std::end(prefixes)) return;
  text->text = readable_address(address).substr(prefix);
}

}  // namespace listok::emitter
