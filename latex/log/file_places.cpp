#include "latex/log/file_places.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "latex/log/tex_errors.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// The text of a file that lies next to the sheets, and is no link to another place.
std::optional<std::string> text_beside(const fs::path& beside, const fs::path& file) {
  constexpr std::uintmax_t largest = 1 << 20;
  std::error_code error;
  const fs::path folder = fs::canonical(beside, error);
  if (error || file.is_absolute()) return std::nullopt;
  const fs::path real = fs::canonical(folder / file, error);
  const bool inside = !error && *real.lexically_relative(folder).begin() != "..";
  if (!inside || !fs::is_regular_file(real, error)) return std::nullopt;
  if (fs::file_size(real, error) > largest || error) return std::nullopt;
  return read_file(real);
}

std::string nth_line(std::string_view text, std::size_t number) {
  for (; number > 1 && !text.empty(); --number) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return std::string(text.substr(0, text.find('\n')));
}

// `nonexistent` of "LaTeX Error: File `nonexistent.sty' not found."
std::string missing_file(std::string_view text) {
  const auto open = text.find('`'), close = text.find('\'');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return fs::path(text.substr(open + 1, close - open - 1)).stem().string();
}

// `\\x` of "File ended while scanning definition of \\x."
std::string open_command(std::string_view text) {
  if (!text.starts_with("File ended while scanning ")) return {};
  return last_word(text.substr(0, text.find_last_not_of(" .") + 1));
}

// The line on which `text` names `word`; 0: it does not.
std::size_t line_with(std::string_view text, std::string_view word) {
  const auto at = word.empty() ? std::string_view::npos : text.find(word);
  if (at == std::string_view::npos) return 0;
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

void find_places(EngineLog& log, const fs::path& beside) {
  const fs::path macros = "./listok-local.sty";
  for (TexMessage& message : log.messages) {
    if (message.kind != TexMessage::Kind::error || message.in_sheet || message.file.empty())
      continue;
    const bool after_macros = message.sheet == 0 && is_in_main_file(message);
    const auto text = text_beside(beside, after_macros ? macros : fs::path(message.file));
    if (!text) continue;
    if (after_macros) {
      std::size_t line = line_with(*text, missing_file(message.text));
      if (line == 0) line = line_with(*text, open_command(message.text));
      if (line == 0) continue;
      message.file = macros.string();
      message.line = line;
    }
    message.source_line = nth_line(*text, message.line);
  }
}

}  // namespace listok::latex
