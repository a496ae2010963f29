// What a person sees while the program runs: diagnostics and one line of progress on standard
// error, results on standard output. Or, as JSON, one object a line on standard output.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/command_line.hpp"
#include "emitter/diagnostic.hpp"

namespace listok::cli {

class Console {
 public:
  explicit Console(const CommandLine& line);
  ~Console() { clear_progress(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void diagnostic(const emitter::Diagnostic& diagnostic);
  void diagnostics(const emitter::Diagnostics& diagnostics);

  // One line that replaces the one before; on a terminal only.
  void progress(std::size_t done, std::size_t all, const std::string& language);

  // A result for a person; nothing under --quiet or as JSON.
  void say(const std::string& text);

  // A result that carries colours of its own, where `color_output` allows them.
  bool color_output() const { return color_output_; }

  // A line of JSON; nothing for a person.
  void json(const std::string& object);

  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  std::size_t diagnosed() const { return diagnosed_; }  // of any severity
  double seconds() const;

 private:
  void clear_progress();

  bool json_;
  bool quiet_;
  bool color_;  // on standard error
  bool color_output_;
  bool terminal_;
  bool progress_shown_ = false;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t diagnosed_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace listok::cli
