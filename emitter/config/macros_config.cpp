#include "emitter/config/macros_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "emitter/math/macros.hpp"
#include "emitter/math/math.hpp"
#include "emitter/yaml/yaml_values.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
// What a formula is divided by, before and after its macros are put in.
constexpr std::string_view fixed[] = {"begin", "end", "left", "middle", "right"};

class Reader {
 public:
  Reader(const Source& source, DiagnosticList& findings) : source_(source), findings_(findings) {}

  Macros read(const YamlNode& node);

 private:
  const Source& source_;
  DiagnosticList& findings_;
  Macros macros_;

  void add(const YamlNode& key, const YamlNode& value);
  void refuse(Macros::value_type& macro, Span place, const std::string& why,
              const std::string& hint);
  void count_arguments(Macros::value_type& macro, Span place);
  bool holds_itself(const Macros::value_type& macro) const;
  void read_as_formula(Macros::value_type& macro, Span place);
};

void Reader::refuse(Macros::value_type& macro, Span place, const std::string& why,
                    const std::string& hint) {
  macro.second.refused = true;
  findings_.error(place, "math-macro",
                  fmt::format("`\\{}` cannot be a macro: {}", macro.first, why), hint);
}

void Reader::add(const YamlNode& key, const YamlNode& value) {
  const std::string name = key.text.substr(key.text.starts_with('\\') ? 1 : 0);
  if (name.empty() || name.find_first_not_of(letters) != name.npos ||
      std::ranges::find(fixed, name) != std::end(fixed)) {
    findings_.error(key.span, "bad-key",
                    fmt::format("`{}` cannot be the name of a macro", key.text),
                    "write Latin letters alone, as in `\\RR`; `\\begin`, `\\end`, `\\left`, "
                    "`\\middle` and `\\right` are taken");
    return;
  }
  const auto [entry, is_new] = macros_.emplace(name, Macro{});
  if (!is_new) return refuse(*entry, key.span, "the name comes twice", "keep one of the two");
  Macro& macro = entry->second;
  macro.line = source_.line_of(key.span.begin);
  auto body = read_words(value, fmt::format("the macro `\\{}`", name), findings_);
  macro.refused = !body;
  macro.body = std::move(body).value_or("");
  count_arguments(*entry, value.span);
}

void Reader::count_arguments(Macros::value_type& macro, Span place) {
  std::string_view body = macro.second.body;
  std::set<char> used;
  for (std::size_t at = find_parameter(body, 0); at < body.size(); at = find_parameter(body, at)) {
    const char digit = at + 1 < body.size() ? body[at + 1] : ' ';
    if (digit < '1' || digit > '9') {
      return refuse(macro, place, "`#` stands for an argument, and has no number",
                    "write `#1` to `#9`; the sign itself is `\\#`");
    }
    macro.second.arguments =
        std::max(macro.second.arguments, static_cast<std::size_t>(digit - '0'));
    used.insert(digit);
    at += 2;
  }
  // An argument that is left out would be lost wherever the macro is used.
  for (char digit = '1'; used.size() < macro.second.arguments; ++digit) {
    if (used.contains(digit)) continue;
    return refuse(macro, place, fmt::format("`#{}` is left out", digit),
                  "number the arguments from `#1` on, and use each");
  }
}

bool Reader::holds_itself(const Macros::value_type& macro) const {
  std::set<const Macros::value_type*> seen;
  std::vector<const Macros::value_type*> left = macros_in(macro.second.body, macros_);
  while (!left.empty()) {
    const auto* one = left.back();
    left.pop_back();
    if (one == &macro) return true;
    if (!seen.insert(one).second) continue;
    for (const auto* inner : macros_in(one->second.body, macros_)) left.push_back(inner);
  }
  return false;
}

// With X for each argument.
void Reader::read_as_formula(Macros::value_type& macro, Span place) {
  const std::string_view body = macro.second.body;
  std::string formula;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t parameter = find_parameter(body, at);
    formula += body.substr(at, parameter - at);
    if (parameter < body.size()) formula += " X";
    at = parameter + 2;
  }
  const Source alone(source_.name(), formula);
  const MathText read = read_math(alone, {0, formula.size()}, {.macros = &macros_});
  if (read.diagnostics.empty()) return;
  const Diagnostic& first = read.diagnostics.front();
  refuse(macro, place, first.message, first.hint);
}

Macros Reader::read(const YamlNode& node) {
  for (std::size_t i = 0; i < node.keys.size(); ++i) add(node.keys[i], node.items[i]);
  // First those that hold themselves: of others it is enough to say that they hold a refused one.
  std::vector<std::pair<Macros::value_type*, Span>> sound;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& key = node.keys[i].text;
    const auto found = macros_.find(std::string_view(key).substr(key.starts_with('\\') ? 1 : 0));
    if (found == macros_.end() || found->second.refused) continue;
    if (holds_itself(*found)) {
      refuse(*found, node.items[i].span, "it would be put in for ever, for it holds itself",
             "write out what it stands for");
    } else {
      sound.emplace_back(&*found, node.items[i].span);
    }
  }
  for (const auto& [macro, place] : sound) read_as_formula(*macro, place);
  return std::move(macros_);
}

}  // namespace

Macros read_macros(const YamlNode& node, const Source& source, DiagnosticList& findings) {
  if (!is_map(node, "`macros`", "\\RR: '\\mathbb{R}'", findings)) return {};
  return Reader(source, findings).read(node);
}

}  // namespace listok::emitter
