#include "cli/console/repeats.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace listok::cli {
namespace {

using emitter::Diagnostic;

constexpr std::size_t told_at_once = 3;

std::string without(std::string text, const std::string& name) {
  for (std::size_t at = 0; !name.empty() && (at = text.find(name, at)) != text.npos;) {
    text.erase(at, name.size());
  }
  return text;
}

std::string key_of(const Diagnostic& diagnostic) {
  const std::string name = std::filesystem::path(diagnostic.file).stem().string();
  return fmt::format("{}\n{}\n{}\n{}", static_cast<int>(diagnostic.severity), diagnostic.code,
                     without(diagnostic.message, name), without(diagnostic.hint, name));
}

std::string place_of(const Diagnostic& diagnostic) {
  return diagnostic.line == 0 ? diagnostic.file
                              : fmt::format("{}:{}", diagnostic.file, diagnostic.line);
}

}  // namespace

bool Repeats::admits(const Diagnostic& diagnostic) {
  constexpr std::size_t most_named = 3;
  if (diagnostic.file.empty()) return true;  // of no place: not one of many
  Kind& kind = kinds_[key_of(diagnostic)];
  if (++kind.told <= told_at_once) return true;
  if (kind.told == told_at_once + 1) {
    kind.next = diagnostic;
    waiting_.push_back(&kind);
    return false;
  }
  ++kind.left_out;
  if (kind.others.size() < most_named) kind.others.push_back(place_of(diagnostic));
  return false;
}

emitter::Diagnostics Repeats::rest() {
  emitter::Diagnostics all;
  for (Kind* kind : waiting_) {
    Diagnostic& one = all.emplace_back(std::move(kind->next));
    if (kind->left_out > 0) {
      one.message += fmt::format(", and the same in {} more place{}: {}{}", kind->left_out,
                                 kind->left_out == 1 ? "" : "s", fmt::join(kind->others, ", "),
                                 kind->left_out > kind->others.size() ? " …" : "");
      if (!one.hint.empty()) one.hint += '\n';
      one.hint += "`--verbose` tells of each place";
    }
  }
  waiting_.clear();
  kinds_.clear();
  return all;
}

}  // namespace listok::cli
