#include "latex/pictures/picture_child.hpp"

#include <fmt/format.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "emitter/base/limits.hpp"
#include "latex/pictures/picture_verdict.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/landlock.hpp"
#include "latex/system/seccomp.hpp"
#include "pictures/look.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr int seconds_a_picture = 30;  // of processor time

struct Task {
  std::string number;
  fs::path file;
};

std::vector<Task> tasks_in(std::string_view list) {
  std::vector<Task> tasks;
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find('\0'));
    const auto space = one.find(' ');
    tasks.push_back({std::string(one.substr(0, space)), one.substr(space + 1)});
    list.remove_prefix(one.size() + 1);
  }
  return tasks;
}

// What tells the kind of a picture.
std::string head_of(const fs::path& file) {
  std::string head(16, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
  return head;
}

void say(const std::string& line) {
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(EXIT_FAILURE);
}

void start_clock() {
  itimerval limit{};
  limit.it_value.tv_sec = seconds_a_picture;
  ::setitimer(ITIMER_PROF, &limit, nullptr);
}

void look_into(const Task& task) {
  say(fmt::format("at {}\n", task.number));
  start_clock();
  const std::string bytes = read_file(task.file).value_or("");
  pictures::Look look = pictures::look_into(bytes, emitter::limits::image_pixels);
  if (look.instead) write_scratch_file(task.number, *look.instead);
  const PictureVerdict verdict{hash_of(bytes), std::move(look.fault), look.instead.has_value(),
                               std::move(look.loss), look.lasting};
  say(fmt::format("done {} {}\n", task.number, line_of(verdict)));
}

}  // namespace

void look_into_pictures() {
  const std::vector<Task> tasks = tasks_in(read_file(picture_list).value_or(""));
  std::vector<fs::path> readable;
  for (const Task& task : tasks) {
    readable.push_back(task.file);
    for (std::string& file : pictures::get_ready_for(head_of(task.file))) {
      readable.emplace_back(std::move(file));
    }
  }
  const Landlock files({.readable = readable, .writable = {fs::current_path()}});
  SeccompFilter calls(SeccompFilter::Threads::own);  // those of librsvg and Pango
  // Who started it has given up new privileges. The filter comes last: it would forbid Landlock's
  // calls.
  const bool sandboxed =
      files.enforce() && (!seccomp_available() || calls.enforce(nullptr, nullptr, nullptr));
  if (!sandboxed) ::_exit(EXIT_FAILURE);
  for (const Task& task : tasks) look_into(task);
  ::_exit(EXIT_SUCCESS);  // nothing is left to be closed
}

}  // namespace listok::latex
