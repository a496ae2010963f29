#include "emitter/math/macros.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/math/math.hpp"
#include "emitter/math/tokens.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t most_steps = 1000;  // macros that are expanded in one formula

// Where the command ends that begins with the backslash at `at`.
std::size_t end_of_command(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  if (end == at + 1 && end < text.size()) next_code_point(text, end);
  return end;
}

bool joins(std::string_view left, std::string_view right) {
  return !right.empty() && is_ascii_letter(right.front()) && ends_with_control_word(left);
}

// `visit(begin, end, macro)` for each that stands in `text`, until it says no.
template <typename Visit>
void for_each_macro(std::string_view text, const Macros& macros, const Visit& visit) {
  for (std::size_t at = text.find('\\'); at < text.size();) {
    const std::size_t end = end_of_command(text, at);
    const auto found = macros.find(text.substr(at + 1, end - at - 1));
    if (found != macros.end() && !visit(*found)) return;
    at = text.find('\\', end);
  }
}

}  // namespace

std::size_t find_parameter(std::string_view body, std::size_t from) {
  while (from < body.size() && body[from] != '#') {
    from = body[from] == '\\' ? end_of_command(body, from) : from + 1;
  }
  return std::min(from, body.size());
}

bool has_macro(std::string_view formula, const Macros& macros) {
  bool has = false;
  for_each_macro(formula, macros, [&](const auto&) { return !(has = true); });
  return has;
}

std::vector<const Macros::value_type*> macros_in(std::string_view body, const Macros& macros) {
  std::vector<const Macros::value_type*> all;
  for_each_macro(body, macros, [&](const auto& macro) {
    all.push_back(&macro);
    return true;
  });
  return all;
}

ExpandedFormula::ExpandedFormula(std::string_view text, Span formula, const Macros& macros)
    : formula_(formula), text_(text.substr(formula.begin, formula.end - formula.begin)) {
  origins_.reserve(text_.size());
  for (std::size_t at = formula.begin; at < formula.end; ++at) origins_.push_back({{at, at + 1}});
  for (std::size_t at = text_.find('\\'); at < text_.size() && !trouble_;) {
    const std::size_t end = end_of_command(text_, at);
    const auto found = macros.find(std::string_view(text_).substr(at + 1, end - at - 1));
    // What has come for a macro is looked at again: it may begin with another.
    at = text_.find('\\', found != macros.end() && expand(at, end, *found) ? at : end);
  }
}

// Where the argument stands that begins at `at` or behind spaces: what is in its braces, a command,
// a character.
std::optional<Span> ExpandedFormula::argument(std::size_t at) const {
  while (at < text_.size() && is_ascii_space(text_[at])) ++at;
  if (at == text_.size() || text_[at] == '}' || text_[at] == '&') return std::nullopt;
  if (text_[at] == '\\') return Span{at, end_of_command(text_, at)};
  if (text_[at] != '{') {
    std::size_t end = at;
    next_code_point(text_, end);
    return Span{at, end};
  }
  std::size_t depth = 0;
  for (std::size_t end = at; end < text_.size(); ++end) {
    if (text_[end] == '\\') {
      ++end;
    } else if (text_[end] == '{') {
      ++depth;
    } else if (text_[end] == '}' && --depth == 0) {
      return Span{at + 1, end};
    }
  }
  return std::nullopt;
}

// The arguments that begin at `end`, which is moved past them; fewer when there are no more.
std::vector<Span> ExpandedFormula::arguments(std::size_t& end, std::size_t count) const {
  std::vector<Span> all;
  while (all.size() < count) {
    const auto one = argument(end);
    if (!one) break;
    all.push_back(*one);
    const bool braces = one->begin > end && text_[one->begin - 1] == '{';
    end = one->end + (braces ? 1 : 0);
  }
  return all;
}

void ExpandedFormula::add(Piece& made, std::string_view text, const Origin& use,
                          const Origin* origins) const {
  if (joins(made.text, text)) add(made, " ", use, nullptr);
  made.text += text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    made.origins.push_back(origins != nullptr ? origins[i] : use);
  }
}

// What comes for the macro between `at` and `end`.
ExpandedFormula::Piece ExpandedFormula::content(std::string_view body, const Origin& use,
                                                const std::vector<Span>& arguments) const {
  Piece made;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t parameter = find_parameter(body, at);
    add(made, body.substr(at, parameter - at), use, nullptr);
    if (parameter == body.size()) break;
    const Span one = arguments[static_cast<std::size_t>(body[parameter + 1] - '1')];
    add(made, std::string_view(text_).substr(one.begin, one.end - one.begin), use,
        origins_.data() + one.begin);
    at = parameter + 2;
  }
  return made;
}

bool ExpandedFormula::expand(std::size_t at, std::size_t end, const Macros::value_type& macro) {
  const auto& [name, definition] = macro;
  const Origin use{{origins_[at].span.begin, origins_[end - 1].span.end},
                   origins_[at].macro != nullptr ? origins_[at].macro : &macro};
  if (definition.refused) {
    refuse(use.span, "math-macro", fmt::format("the macro `\\{}` is refused in listok.yaml", name),
           fmt::format("mend it there, on line {}", definition.line));
    return false;
  }
  const std::vector<Span> given = arguments(end, definition.arguments);
  if (given.size() < definition.arguments) {
    refuse(use.span, "math-macro",
           fmt::format("the macro `\\{}` takes {} argument{}, and {} follow{}", name,
                       definition.arguments, definition.arguments == 1 ? "" : "s", given.size(),
                       given.size() == 1 ? "s" : ""),
           fmt::format("write them in braces: `\\{}{{…}}`", name));
    return false;
  }
  Piece made = content(definition.body, use, given);
  if (joins(std::string_view(text_).substr(0, at), made.text)) {
    made.text.insert(0, 1, ' ');
    made.origins.insert(made.origins.begin(), use);
  }
  if (joins(made.text, std::string_view(text_).substr(end))) add(made, " ", use, nullptr);
  if (++steps_ > most_steps || text_.size() - (end - at) + made.text.size() > longest_formula) {
    refuse(use.span, "math-size",
           fmt::format("a formula is longer than {} bytes once its macros are put in",
                       longest_formula),
           "break it into several");
    return false;
  }
  const auto place = [&](std::size_t offset) {
    return origins_.begin() + static_cast<std::ptrdiff_t>(offset);
  };
  text_.replace(at, end - at, made.text);
  origins_.erase(place(at), place(end));
  origins_.insert(place(at), made.origins.begin(), made.origins.end());
  return true;
}

void ExpandedFormula::refuse(Span use, std::string code, std::string message, std::string hint) {
  trouble_ = {Severity::error, use, std::move(code), std::move(message), std::move(hint)};
}

MathFinding ExpandedFormula::in_file(MathFinding finding) const {
  if (text_.empty()) {
    finding.span = formula_;
    return finding;
  }
  const std::size_t first = std::min(finding.span.begin, text_.size() - 1);
  const std::size_t last = std::clamp(finding.span.end, first + 1, text_.size()) - 1;
  const Origin& from = origins_[first];
  finding.span = {from.span.begin, std::max(from.span.end, origins_[last].span.end)};
  if (from.macro != nullptr) {
    const auto& [name, definition] = *from.macro;
    finding.message +=
        fmt::format(", in the macro `\\{}` of listok.yaml, line {}", name, definition.line);
  }
  return finding;
}

}  // namespace listok::emitter
