// Turns YAML nodes into the values that a bank is made of, or reports an error at the node.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// Errors for the keys of `map` that are not among `known`. `where` ends the sentence "`x` is not
// a key of …".
void refuse_unknown_keys(const YamlNode& map, const std::vector<std::string>& known,
                         std::string_view where, DiagnosticList& findings);

// " did you mean `x`?" or the list of what there is.
std::string meant_or_listed(std::string_view word, const std::vector<std::string>& known);

// Each gives nothing and an error when the node is something else. `what` names it: "`size`".
std::optional<std::string> read_words(const YamlNode& node, std::string_view what,
                                      DiagnosticList& findings);
std::optional<std::vector<std::string>> read_list(const YamlNode& node, std::string_view what,
                                                  DiagnosticList& findings);
std::optional<double> read_size(const YamlNode& node, std::string_view what,
                                DiagnosticList& findings);
std::optional<unsigned> read_number(const YamlNode& node, std::string_view what,
                                    DiagnosticList& findings);
// The position of the word in `words`; `code` is that of the error.
std::optional<std::size_t> read_choice(const YamlNode& node, std::string_view what,
                                       const std::vector<std::string>& words, std::string code,
                                       DiagnosticList& findings);
// `true` or `false`; `code` is that of the error.
std::optional<bool> read_truth(const YamlNode& node, std::string_view what, std::string code,
                               DiagnosticList& findings);
// Of a sheet, as "`pages`" allows them: 1 or 2.
std::optional<unsigned> read_pages(const YamlNode& node, DiagnosticList& findings);
bool is_map(const YamlNode& node, std::string_view what, std::string_view example,
            DiagnosticList& findings);

}  // namespace listok::emitter
