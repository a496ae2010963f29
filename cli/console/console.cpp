#include "cli/console/console.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

#include "cli/arguments/exit_status.hpp"
#include "cli/console/columns.hpp"
#include "latex/record/diagnostic_json.hpp"

namespace listok::cli {
namespace {

// A terminal that knows how to move and to colour.
bool is_able(int descriptor) {
  const char* kind = std::getenv("TERM");
  const std::string_view name = kind == nullptr ? "" : kind;
  return ::isatty(descriptor) == 1 && !name.empty() && name != "dumb";
}

bool wants_color(Color color, int descriptor) {
  if (color != Color::automatic) return color == Color::always;
  return is_able(descriptor) && std::getenv("NO_COLOR") == nullptr;
}

}  // namespace

Console::Console(const CommandLine& line)
    : json_(line.message_format == MessageFormat::json),
      quiet_(line.quiet),
      verbose_(line.verbose),
      color_(wants_color(line.color, STDERR_FILENO)),
      color_output_(wants_color(line.color, STDOUT_FILENO)),
      live_(::isatty(STDOUT_FILENO) == 1),
      shows_progress_(is_able(STDERR_FILENO) && !quiet_ && !json_),
      output_(STDOUT_FILENO),
      error_(STDERR_FILENO) {}

Console::~Console() {
  clear_progress();
  output_.flush();
}

void Console::diagnostic(const emitter::Diagnostic& diagnostic) {
  if (diagnostic.severity == emitter::Severity::error) ++errors_;
  if (diagnostic.severity == emitter::Severity::warning) ++warnings_;
  if (json_) {
    json(latex::diagnostic_json(diagnostic));
    return output_.flush();
  }
  if (verbose_ || repeats_.admits(diagnostic)) write(diagnostic);
}

void Console::write(const emitter::Diagnostic& diagnostic) {
  clear_progress();
  output_.flush();  // where both go to one place, they stay in order
  error_.add(emitter::format_diagnostic(diagnostic, color_));
  error_.flush();
}

void Console::settle() {
  for (const auto& one : repeats_.rest()) write(one);
}

void Console::diagnostics(const emitter::Diagnostics& diagnostics) {
  for (const auto& one : diagnostics) diagnostic(one);
}

void Console::progress(const std::string& text) {
  constexpr std::size_t usual_columns = 80;
  if (!shows_progress_) return;
  // The last column stays free: some terminals break the line there.
  const std::string line = cut(text, columns_of(STDERR_FILENO, usual_columns) - 1);
  if (line.empty() || line == shown_) return;
  error_.add("\r" + line + "\033[K");
  error_.flush();
  shown_ = line;
}

bool Console::confirms(const std::string& question, const std::stop_token& stop) {
  if (json_ || ::isatty(STDERR_FILENO) != 1 || ::isatty(STDIN_FILENO) != 1) return false;
  clear_progress();
  output_.flush();
  error_.add(question + " [y/N] ");
  error_.flush();
  constexpr int moment = 100;  // ms, between looks at `stop`
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (::poll(&input, 1, moment) <= 0) {
    if (stop.stop_requested()) return false;
  }
  char answer[16] = {};
  const ssize_t length = ::read(STDIN_FILENO, answer, sizeof answer);
  return length > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

void Console::say(const std::string& text) {
  if (quiet_ || json_) return;
  print(text + "\n");
}

void Console::announce(const std::string& text) {
  if (json_) return;
  clear_progress();
  output_.flush();
  error_.add(text + "\n");
  error_.flush();
}

void Console::print(const std::string& lines) {
  clear_progress();
  output_.add(lines);
  if (live_) output_.flush();
}

void Console::json(const std::string& object) {
  if (json_) print(object + "\n");
}

double Console::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

int Console::conclude(int status) {
  settle();
  clear_progress();
  output_.flush();
  const int output = output_.fault();
  const int error = error_.fault();
  if (output != 0) tell_lost("standard output", output, error_, false);
  if (error != 0) tell_lost("standard error", error, output_, json_);
  const bool lost = (output != 0 && output != EPIPE) || (error != 0 && error != EPIPE);
  if (status != all_made && status != content_error) return status;  // it says enough
  if (lost) return machine_error;
  return output == EPIPE || error == EPIPE ? reader_gone : status;
}

void Console::clear_progress() {
  if (shown_.empty()) return;
  error_.add("\r\033[K");
  error_.flush();
  shown_.clear();
}

// A reader that has gone is not reported: it has seen enough.
void Console::tell_lost(const char* stream, int fault, Output& other, bool as_json) {
  if (fault == EPIPE || other.fault() != 0) return;
  emitter::Diagnostic diagnostic;
  diagnostic.code = "output";
  diagnostic.message = fmt::format("{} cannot be written: {}", stream, reason_of(fault));
  diagnostic.hint =
      "some of what was to be said is lost; run the command again, and let it print "
      "to another place";
  other.add(as_json ? latex::diagnostic_json(diagnostic) + "\n"
                    : emitter::format_diagnostic(diagnostic, false));
  other.flush();
}

}  // namespace listok::cli
