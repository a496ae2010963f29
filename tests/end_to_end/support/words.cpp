#include "tests/end_to_end/support/words.hpp"

#include <sstream>

namespace listok::tests {
namespace {

bool is_space(const std::string& text, std::size_t& at) {
  for (const char* space : {" ", "\n", "\f", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
    const std::string_view view(space);
    if (text.compare(at, view.size(), view) == 0) {
      at += view.size();
      return true;
    }
  }
  return false;
}

void skip_spaces(const std::string& text, std::size_t& at) {
  while (at < text.size() && is_space(text, at)) {}
}

// Where `line` ends in `page` when it begins at `at`; npos when it is not there.
std::size_t match(const std::string& line, const std::string& page, std::size_t at) {
  for (std::size_t next = 0; next < line.size();) {
    if (is_space(line, next)) continue;
    skip_spaces(page, at);
    if (page.compare(at, 2, "-\n") == 0 && line[next] != '-') at += 2;
    skip_spaces(page, at);
    if (at >= page.size() || page[at] != line[next]) return std::string::npos;
    ++at;
    ++next;
  }
  return at;
}

std::string without_marks(std::string line) {
  const auto first = line.find_first_not_of("# ");
  line.erase(0, first == std::string::npos ? line.size() : first);
  if (line.starts_with("- ")) line.erase(0, 2);
  std::string words;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '`' || line[at] == '*') continue;
    if (line[at] == '\\' && at + 1 < line.size()) ++at;
    words += line[at];
  }
  return words;
}

}  // namespace

std::vector<std::string> lines_of_markdown(const std::string& markdown) {
  std::vector<std::string> lines;
  std::istringstream stream(markdown);
  std::string line;
  int rules = 0;  // the two of the front matter
  while (std::getline(stream, line)) {
    if (line == "---" && rules < 2) {
      ++rules;
    } else if (rules != 1 && !line.empty()) {
      lines.push_back(without_marks(line));
    }
  }
  return lines;
}

std::vector<std::string> lines_missing(const std::vector<std::string>& lines,
                                       const std::string& page) {
  std::vector<std::string> missing;
  std::size_t from = 0;
  for (const std::string& line : lines) {
    std::size_t end = std::string::npos;
    for (std::size_t at = from; at < page.size() && end == std::string::npos; ++at) {
      end = match(line, page, at);
    }
    if (end == std::string::npos) {
      missing.push_back(line);
    } else {
      from = end;
    }
  }
  return missing;
}

}  // namespace listok::tests
