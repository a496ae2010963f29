#include "emitter/check/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view web = "www.";

// The scheme of RFC 3986, section 3.1, in lower case; empty when the address has none.
std::string scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == address.npos) return {};
  const std::string scheme = fold_case(address.substr(0, colon));
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789+-.";
  const bool valid = !scheme.empty() && scheme.front() >= 'a' && scheme.front() <= 'z' &&
                     scheme.find_first_not_of(allowed) == scheme.npos;
  return valid ? scheme : std::string{};
}

bool is_host(std::string_view rest) {
  if (!rest.starts_with("//")) return false;
  rest.remove_prefix(2);
  return !rest.empty() && std::string_view("/?#:").find(rest.front()) == std::string_view::npos;
}

bool is_mail(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == 0 || at == address.npos || address.find_first_of("/?# ") != address.npos) return false;
  return address.substr(at).find('.') != address.npos;
}

// With the scheme that a browser or a person takes for granted.
void complete(std::string& address) {
  if (is_host(address)) {
    address.insert(0, "https:");
  } else if (fold_case(std::string_view(address).substr(0, web.size())) == web) {
    address.insert(0, "http://");
  } else if (is_mail(address)) {
    address.insert(0, "mailto:");
  }
}

void check_scheme(const Link& link, const std::string& scheme, Span span,
                  DiagnosticList& findings) {
  const auto refuse = [&](std::string message, std::string hint) {
    findings.error(span, "link-scheme", std::move(message), std::move(hint));
  };
  if (scheme != "http" && scheme != "https" && scheme != "mailto") {
    refuse(fmt::format("a link cannot begin with `{}:`", scheme),
           "link to `https://…`, `http://…` or `mailto:…`; write other addresses as code");
    return;
  }
  const std::string_view rest = std::string_view(link.address).substr(scheme.size() + 1);
  if (scheme == "mailto" ? rest.empty() : !is_host(rest)) {
    refuse(fmt::format("the address `{}` is not whole", link.address),
           scheme == "mailto" ? "write it like this: `mailto:name@example.org`"
                              : fmt::format("write it like this: `{}://example.org`", scheme));
  }
}

}  // namespace

bool is_local(const Link& link) { return scheme_of(link.address).empty(); }

bool check_links(Blocks& blocks, DiagnosticList& findings) {
  bool some_local = false;
  visit_all_inlines(blocks, [&](Inline& one) {
    auto* link = std::get_if<Link>(&one.value);
    if (link == nullptr) return;
    if (is_local(*link)) complete(link->address);
    const std::string scheme = scheme_of(link->address);
    if (scheme.empty()) {
      some_local = true;
    } else {
      check_scheme(*link, scheme, one.span, findings);
    }
  });
  return some_local;
}

}  // namespace listok::emitter
