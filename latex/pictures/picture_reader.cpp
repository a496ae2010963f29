#include "latex/pictures/picture_reader.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "latex/pictures/picture_child.hpp"
#include "latex/system/files.hpp"
#include "latex/system/process.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Sanitizers reserve terabytes.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t memory_bytes = RLIM_INFINITY;
#else
constexpr std::size_t memory_bytes = std::size_t{3} << 30;
#endif

// Takes `text` up to the next `end`, which goes too.
std::string_view take(std::string_view& text, char end) {
  const std::string_view taken = text.substr(0, text.find(end));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

// What tells fontconfig where faces are, for the words of an SVG. One thread of librsvg will do.
std::map<std::string, std::string> environment_of_faces() {
  std::map<std::string, std::string> environment{{"RAYON_NUM_THREADS", "1"}};
  for (const char* name : {"HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME",
                           "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
    if (const char* value = std::getenv(name)) environment[name] = value;
  }
  return environment;
}

class Reading {
 public:
  Reading(const std::vector<fs::path>& files, const fs::path& scratch)
      : files_(files), scratch_(scratch), verdicts_(files.size()) {}

  std::vector<PictureVerdict> run(const std::stop_token& stop);

 private:
  ProcessResult start(const std::stop_token& stop) const;
  void note(std::string_view line);

  const std::vector<fs::path>& files_;
  const fs::path& scratch_;
  std::vector<PictureVerdict> verdicts_;
  std::size_t done_ = 0;  // pictures with a verdict, from the first
  bool begun_ = false;    // the one behind them
};

ProcessResult Reading::start(const std::stop_token& stop) const {
  std::string list;
  for (std::size_t number = done_; number < files_.size(); ++number) {
    list += fmt::format("{} {}", number, files_[number].string()) + '\0';
  }
  write_scratch_file(scratch_ / picture_list, list);
  const double patience = 60 * static_cast<double>(files_.size() - done_);
  Command command;
  command.program = "/proc/self/exe";
  command.arguments = {std::string(picture_child_argument)};
  command.folder = scratch_;
  command.output = scratch_ / "said";
  command.environment = environment_of_faces();
  command.limits = {
      .wall_seconds = patience, .cpu_seconds = patience, .memory_bytes = memory_bytes};
  return latex::run(command, stop);
}

void Reading::note(std::string_view line) {
  const std::string_view word = take(line, ' ');
  const std::string_view number = take(line, ' ');
  if (number != std::to_string(done_) || done_ == files_.size()) return;
  if (word == "at") {
    begun_ = true;
    return;
  }
  verdicts_[done_] = verdict_from(line).value_or(PictureVerdict{});
  ++done_;
  begun_ = false;
}

std::vector<PictureVerdict> Reading::run(const std::stop_token& stop) {
  while (done_ < files_.size() && !stop.stop_requested()) {
    begun_ = false;
    const ProcessResult ended = start(stop);
    const std::string said = read_file(scratch_ / "said").value_or("");
    for (std::string_view rest = said; !rest.empty();) note(take(rest, '\n'));
    if (done_ == files_.size() || stop.stop_requested()) break;
    if (!begun_) {
      require_space(scratch_);
      throw Trouble("pictures cannot be looked into: the process for it " +
                    describe(ended, Limits{}));
    }
    const bool slow = ended.cause != ProcessResult::Cause::signalled || ended.code == SIGPROF;
    PictureVerdict& verdict = verdicts_[done_++];
    verdict.fault = slow
                        ? pictures::Fault{"image-pixels", "takes too long to read", "scale it down"}
                        : pictures::Fault{"image-damaged", "is damaged: nothing can read it",
                                          "copy it from where it came from, or save it again"};
  }
  return std::move(verdicts_);
}

}  // namespace

std::vector<PictureVerdict> look_into_files(const std::vector<fs::path>& files,
                                            const fs::path& scratch, const std::stop_token& stop) {
  return Reading(files, scratch).run(stop);
}

}  // namespace listok::latex
