// The part of a bank that one process of several makes: `--shard 2/4`.
// In: numbers of items, from 0. Out: whether they are of this part; the names of its files.
// Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace listok::latex {

struct Shard {
  std::size_t number = 1;  // from 1
  std::size_t count = 1;

  // Item `index` of the bank, from 0. Neighbours go to different shards: they tend to be alike.
  bool has(std::size_t index) const { return index % count == number - 1; }
  std::string name() const { return std::to_string(number) + "-of-" + std::to_string(count); }
};

// Whether `name` is the name of a shard between `beginning` and `ending`: "report-2-of-4.json".
bool is_of_shard(std::string_view name, std::string_view beginning, std::string_view ending);

}  // namespace listok::latex
