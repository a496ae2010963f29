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
  const std::string_view found = verdict.fault  ? verdict.lasting ? "fault" : "passing"
                                 : verdict.made ? "made"
                                                : "sound";
  const auto& said = verdict.fault ? verdict.fault : verdict.loss;
  std::string line = fmt::format("{} {}", hex(verdict.bytes), found);
  if (said) line += fmt::format("\t{}\t{}\t{}", said->code, said->what, said->hint);
  return line;
}

std::optional<PictureVerdict> verdict_from(std::string_view line) {
  const auto hash = hash_from(line.substr(0, line.find(' ')));
  const std::string found = take(line);
  if (!hash) return std::nullopt;
  PictureVerdict verdict;
  verdict.bytes = *hash;
  verdict.made = found.ends_with(" made");
  verdict.lasting = !found.ends_with(" passing");
  const bool fault = found.ends_with(" fault") || !verdict.lasting;
  if (!fault && !verdict.made && !found.ends_with(" sound")) return std::nullopt;
  if (!fault && line.empty()) return verdict;
  std::string code = take(line), what = take(line), hint = take(line);
  (fault ? verdict.fault : verdict.loss) =
      pictures::Fault{std::move(code), std::move(what), std::move(hint)};
  return verdict;
}

}  // namespace listok::latex
