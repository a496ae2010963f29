// Writes the lines of a .tex: indentation, wrapping, blank lines, and the Markdown line of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

// Stands in running text for a space at which the line is not broken; no text of an author has it.
inline constexpr char kept_space = '\x01';

// Running text, which is broken into lines at its spaces.
struct Flow {
  struct Mark {
    std::size_t at;    // offset in tex
    std::size_t line;  // of the Markdown
  };

  struct Start {  // where a line begins in any case
    std::size_t at;
    std::size_t depth;  // two columns further in for each
  };

  std::string tex;
  std::vector<Mark> marks = {};  // in ascending order, as these:
  std::vector<Start> starts = {};

  void begin_line(std::size_t depth = 0) { starts.push_back({tex.size(), depth}); }
  // For a picture or a display: a line break before it would leave an empty line.
  void begin_block();
  bool at_start() const { return tex.size() == (starts.empty() ? 0 : starts.back().at); }
  void mark(std::size_t line) { marks.push_back({tex.size(), line}); }
  void trim_end();  // removes spaces from the end of its last line
};

// `tex` with every space kept, or only those that follow a backslash.
std::string keep_spaces(std::string tex);
std::string keep_control_spaces(std::string tex);

class TexWriter {
 public:
  // A line that is never wrapped.
  void line(std::string_view tex, std::size_t markdown_line = 0);
  // A line of code, at the left and with all its spaces.
  void code_line(std::string_view code, std::size_t markdown_line);
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
  void segment(const Flow& flow, Flow::Start from, std::size_t end, std::size_t hanging);

  std::string tex_;
  std::vector<std::size_t> line_map_;
  std::vector<std::size_t> file_map_;
  std::size_t indent_ = 0;
  std::size_t file_ = 0;
  std::size_t last_line_ = 0;  // of file_
  bool blank_ = false;
};

}  // namespace listok::emitter
