#include "latex/pictures/picture_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace listok::latex {
namespace {

// Takes the first field of `line`, and what ends it.
std::string take(std::string_view& line) {
  constexpr std::size_t longest = 300;  // bytes
  const std::string_view field = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(field.size() + 1, line.size()));
  std::string text(field.substr(0, longest));
  std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

}  // namespace

std::string line_of(const PictureVerdict& verdict) {
  const std::string hash = hex(verdict.bytes);
  if (!verdict.fault) return hash + (verdict.made ? " made" : " sound");
  const auto& [code, what, hint] = *verdict.fault;
  return fmt::format("{} fault\t{}\t{}\t{}", hash, code, what, hint);
}

std::optional<PictureVerdict> verdict_from(std::string_view line) {
  const auto hash = hash_from(line.substr(0, line.find(' ')));
  const std::string found = take(line);
  if (!hash) return std::nullopt;
  PictureVerdict verdict;
  verdict.bytes = *hash;
  verdict.made = found.ends_with(" made");
  if (found.ends_with(" fault")) {
    std::string code = take(line), what = take(line), hint = take(line);
    verdict.fault = pictures::Fault{std::move(code), std::move(what), std::move(hint)};
  } else if (!verdict.made && !found.ends_with(" sound")) {
    return std::nullopt;
  }
  return verdict;
}

}  // namespace listok::latex
