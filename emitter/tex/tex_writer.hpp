// Writes the lines of a .tex: indentation, wrapping, blank lines, and the Markdown line of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

// Running text. A ' ' is a place to break the line; what else may stand in it:
inline constexpr char kept_space = '\x01';  // a space at which the line is not broken
inline constexpr char new_line = '\n';
inline constexpr char deeper = '\x02';  // after new_line: two columns further in, once for each

struct Flow {
  struct Mark {
    std::size_t at;    // offset in tex
    std::size_t line;  // of the Markdown
  };

  std::string tex;
  std::vector<Mark> marks;  // in ascending order

  void mark(std::size_t line) { marks.push_back({tex.size(), line}); }
  void trim_end();  // removes spaces from the end
};

// `tex` with every space kept, or only those that follow a backslash.
std::string keep_spaces(std::string tex);
std::string keep_control_spaces(std::string tex);

class TexWriter {
 public:
  // A line that is never wrapped.
  void line(std::string_view tex, std::size_t markdown_line = 0);
  // Wrapped at 100 columns; lines after the first are `hanging` columns further in.
  void flow(const Flow& flow, std::size_t hanging = 0);
  // One empty line before the next that is written, if any is.
  void blank() { blank_ = true; }
  void indent() { indent_ += 2; }
  void outdent() {
    indent_ -= 2;
    blank_ = false;
  }

  // The lines that follow come from this file of the item; at first from the file 0.
  void from_file(std::size_t file);

  std::string tex() && { return std::move(tex_); }
  std::vector<std::size_t> line_map() && { return std::move(line_map_); }
  std::vector<std::size_t> file_map() && { return std::move(file_map_); }

 private:
  void put(std::size_t indent, std::string_view tex, std::size_t markdown_line);
  void segment(const Flow& flow, std::size_t begin, std::size_t end, bool first,
               std::size_t hanging);

  std::string tex_;
  std::vector<std::size_t> line_map_;
  std::vector<std::size_t> file_map_;
  std::size_t indent_ = 0;
  std::size_t file_ = 0;
  std::size_t last_line_ = 0;  // of file_
  bool blank_ = false;
};

}  // namespace listok::emitter
