// Prints what a person sees while the program runs: diagnostics and one line of progress on
// standard error, results on standard output; or, as JSON, one object a line on standard output.
// In: diagnostics and texts in UTF-8. Out: printed lines, and the counts of errors and warnings.
// Errors: none is thrown; output that is lost changes the exit status (`conclude`).
#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>

#include "cli/arguments/command_line.hpp"
#include "cli/console/output.hpp"
#include "cli/console/repeats.hpp"
#include "emitter/base/diagnostic.hpp"

namespace listok::cli {

class Console {
 public:
  explicit Console(const CommandLine& line);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  // For a person, what many places have in common is printed for only a few of them, unless
  // --verbose is given.
  void diagnostic(const emitter::Diagnostic& diagnostic);
  void diagnostics(const emitter::Diagnostics& diagnostics);
  // Prints what was held back for that. To be called before a summary.
  void settle();

  // One line that replaces the one before; on a terminal that can do that only.
  void progress(const std::string& text);

  // Asks the person; false when there is none, when he says anything but yes, or at a stop.
  bool confirms(const std::string& question, const std::stop_token& stop);

  // A result for a person; nothing under --quiet or as JSON.
  void say(const std::string& text);

  // The last word for a person, on standard error even under --quiet; nothing as JSON.
  void announce(const std::string& text);

  // What was asked for as it is, whatever the options: a help, a script.
  void print(const std::string& lines);

  // A result that carries colours of its own, where `color_output` allows them.
  bool color_output() const { return color_output_; }

  // A line of JSON; nothing for a person.
  void json(const std::string& object);

  // Writes what still waits. The exit status: `status`, unless something could not be written,
  // which is reported on the other stream.
  int conclude(int status);

  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  double seconds() const;

 private:
  void write(const emitter::Diagnostic& diagnostic);
  void clear_progress();
  void tell_lost(const char* stream, int fault, Output& other, bool as_json);

  bool json_;
  bool quiet_;
  bool verbose_;
  bool color_;  // on standard error
  bool color_output_;
  bool live_;  // standard output is read as it is written
  bool shows_progress_;
  Output output_;
  Output error_;
  Repeats repeats_;
  std::string shown_;  // the line of progress; empty: there is none
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace listok::cli
