#include "emitter/check/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

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

void check_link(const Link& link, Span span, DiagnosticList& findings) {
  if (link.address.empty()) return;  // reported by the reader of the Markdown
  const std::string scheme = scheme_of(link.address);
  const auto refuse = [&](std::string message, std::string hint) {
    findings.error(span, "link-scheme", std::move(message), std::move(hint));
  };
  if (scheme.empty()) {
    refuse(fmt::format("the link to `{}` leads nowhere from a PDF", link.address),
           "write the whole address: `https://…` or `mailto:…`");
    return;
  }
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

void check_links(const Blocks& blocks, DiagnosticList& findings) {
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (const auto* link = std::get_if<Link>(&one.value)) check_link(*link, one.span, findings);
  });
}

}  // namespace listok::emitter
