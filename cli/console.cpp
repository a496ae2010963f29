#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "latex/json.hpp"

namespace listok::cli {
namespace {

bool wants_color(Color color, bool terminal) {
  if (color != Color::automatic) return color == Color::always;
  return terminal && std::getenv("NO_COLOR") == nullptr;
}

}  // namespace

Console::Console(const CommandLine& line)
    : json_(line.message_format == MessageFormat::json),
      quiet_(line.quiet),
      color_(wants_color(line.color, ::isatty(STDERR_FILENO) == 1)),
      color_output_(wants_color(line.color, ::isatty(STDOUT_FILENO) == 1)),
      terminal_(::isatty(STDERR_FILENO) == 1) {}

void Console::diagnostic(const emitter::Diagnostic& diagnostic) {
  ++diagnosed_;
  if (diagnostic.severity == emitter::Severity::error) ++errors_;
  if (diagnostic.severity == emitter::Severity::warning) ++warnings_;
  if (json_) return json(latex::diagnostic_json(diagnostic));
  clear_progress();
  fmt::print(stderr, "{}", emitter::format_diagnostic(diagnostic, color_));
}

void Console::diagnostics(const emitter::Diagnostics& diagnostics) {
  for (const auto& one : diagnostics) diagnostic(one);
}

void Console::progress(std::size_t done, std::size_t all, const std::string& language) {
  if (!terminal_ || quiet_ || json_) return;
  fmt::print(stderr, "\r\033[K{} of {} sheets, {}, {:.1f} s", done, all, language, seconds());
  std::fflush(stderr);
  progress_shown_ = true;
}

void Console::say(const std::string& text) {
  if (quiet_ || json_) return;
  clear_progress();
  fmt::print("{}\n", text);
}

void Console::json(const std::string& object) {
  if (json_) fmt::print("{}\n", object);
}

double Console::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

void Console::clear_progress() {
  if (!progress_shown_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  progress_shown_ = false;
}

}  // namespace listok::cli
