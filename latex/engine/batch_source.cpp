#include "latex/engine/batch_source.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace listok::latex {

std::string preamble_of(std::string_view tex) {
  std::string preamble;
  while (!tex.empty()) {
    const auto end = tex.find('\n');
    const std::string_view line = tex.substr(0, end);
    const auto body = line.find("\\begin{document}");
    const auto first = line.find_first_not_of(" \t\r");
    if (body != std::string_view::npos &&
        line.substr(0, body).find('%') == std::string_view::npos) {
      return preamble.append(line.substr(0, body));
    }
    if (first != std::string_view::npos && line[first] != '%') preamble.append(line).append("\n");
    tex.remove_prefix(end == std::string_view::npos ? tex.size() : end + 1);
  }
  return {};
}

std::string batch_source(const BatchSource& batch) {
  std::string text;
  if (!batch.preamble.empty() && !batch.class_options.empty()) {
    text += fmt::format("\\PassOptionsToClass{{{}}}{{listok}}\n", batch.class_options);
  }
  text += fmt::format("{}\n{}\\begin{{document}}\n\\listokbatch{{{}}}\n", batch.preamble,
                      batch.writes_files ? "" : "\\nofiles\n", batch.nonce);
  if (batch.max_size > 0) text += fmt::format("\\listokcap{{{:g}}}\n", batch.max_size);
  for (std::size_t sheet = 1; sheet <= batch.sheets; ++sheet) {
    const std::string page =
        batch.first_pages.empty() ? "" : fmt::format("[{}]", batch.first_pages[sheet - 1]);
    text += fmt::format("\\listokrun{}{{{}}}\n", page, sheet);
  }
  text += fmt::format("\\wlog{{listok:{}:done}}\n\\end{{document}}\n", batch.nonce);
  return text;
}

std::vector<std::size_t> chunk_sizes(std::size_t count, std::size_t workers, std::size_t smallest,
                                     std::size_t largest) {
  const std::size_t worthwhile =
      std::max<std::size_t>(1, count / std::max<std::size_t>(1, smallest));
  const std::size_t needed = (count + largest - 1) / largest;
  const std::size_t chunks = std::max(needed, std::min(workers, worthwhile));
  std::vector<std::size_t> sizes;
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    sizes.push_back(count / chunks + (chunk < count % chunks ? 1 : 0));
  }
  return sizes;
}

}  // namespace listok::latex
