// The keys of listok.yaml and of the front matter of items: one table, by which they are read, explained
// by `listok help bank`, and described in docs/bank.md.
// In: the name of a map. Out: its keys. Errors: none.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

struct ConfigKey {
  std::string_view map;      // "listok.yaml", "look", "an edition", "the front matter"
  std::string_view name;     // "accent"
  std::string_view value;    // an example, as it is written in YAML
  std::string_view usual;    // what holds where it is left out; "none": nothing
  std::string_view meaning;  // in a sentence
};

// In the order of the maps, each in an order that suits a reader.
std::span<const ConfigKey> config_keys();

// The names of the keys of a map.
std::vector<std::string> keys_of(std::string_view map);

}  // namespace listok::emitter
