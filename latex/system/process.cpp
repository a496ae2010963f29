#include "latex/system/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <ctime>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/optional.hpp>  // this and the next: 1.81 forgets to include them itself
#include <boost/type_traits.hpp>
#include <boost/process/v2.hpp>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <linux/close_range.h>

namespace listok::latex {
namespace {

namespace asio = boost::asio;
namespace process = boost::process::v2;

// What is asked to end may write where it was; a person who waits is not kept waiting for it.
constexpr auto grace = std::chrono::seconds(3);
constexpr auto grace_when_stopped = std::chrono::milliseconds(300);

void set_limit(__rlimit_resource resource, rlim_t value) {
  const rlimit limit{value, value};
  ::setrlimit(resource, &limit);
}

// Runs in the child between fork and exec: async-signal-safe calls only.
struct Confinement {
  Limits limits;
  pid_t parent;
  const Landlock* files;  // null: any file
  SeccompFilter* calls;   // null: any call

  template <typename Launcher>
  boost::system::error_code on_exec_setup(Launcher& launcher, const std::filesystem::path& program,
                                          const char* const*& arguments) const {
    ::setpgid(0, 0);
    // Killed outright, listok leaves no engine behind. What an engine starts is ended by its
    // limits.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) return {ESRCH, boost::system::system_category()};
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);  // a shell that starts listok in the background has it ignored
    set_limit(RLIMIT_CPU,
              static_cast<rlim_t>(std::ceil(limits.cpu_seconds)) + 2);  // for what it starts
    set_limit(RLIMIT_AS, limits.memory_bytes);
    set_limit(RLIMIT_FSIZE, limits.file_bytes);
    set_limit(RLIMIT_CORE, 0);
    const bool confined =
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && (files == nullptr || files->enforce()) &&
        (calls == nullptr || calls->enforce(program.c_str(), arguments, launcher.env));
    if (confined) return {};
    return {errno, boost::system::system_category()};  // rather no engine than a free one
  }
};

// As the library's, which however allocates memory between fork and exec: under a sanitizer, whose
// allocator knows nothing of forks, a child whose parent was allocating in another thread can then
// stand still for ever.
struct Launcher : process::posix::default_launcher {
  template <typename... Inits>
  std::optional<process::process> start(const asio::any_io_executor& executor,
                                        boost::system::error_code& error, const Command& command,
                                        Inits&&... inits) {
    const std::filesystem::path& program = command.program;
    const char* const* arguments = build_argv_(program, command.arguments);
    error = process::posix::detail::on_setup(*this, program, arguments, inits...);
    if (error) return std::nullopt;
    pipe_guard report;  // of the child, when it cannot become the program
    if (::pipe2(report.p, O_CLOEXEC) != 0 || (pid = ::fork()) < 0) {
      error.assign(errno, boost::system::system_category());
      return std::nullopt;
    }
    if (pid == 0) {
      error = process::posix::detail::on_exec_setup(*this, program, arguments, inits...);
      if (!error) {
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        ::execve(program.c_str(), const_cast<char* const*>(arguments),
                 const_cast<char* const*>(env));
        error.assign(errno, boost::system::system_category());
      }
      const int reason = error.value();
      [[maybe_unused]] const auto written = ::write(report.p[1], &reason, sizeof reason);
      ::_exit(EXIT_FAILURE);
    }
    ::close(std::exchange(report.p[1], -1));
    int reason = 0;
    ssize_t count = 0;
    do { count = ::read(report.p[0], &reason, sizeof reason); } while (count < 0 && errno == EINTR);
    process::process child(executor, pid);
    if (count == 0) return child;
    child.wait(error);
    error.assign(reason, boost::system::system_category());
    return std::nullopt;
  }
};

// One child and its deadline. All members are touched only by the thread that runs `context`.
class Watch {
 public:
  Watch(const Command& command, std::stop_token stop)
      : command_(command), stop_(std::move(stop)), timer_(context_) {
    if (!command.sandbox) return;
    files_.emplace(command.sandbox->files, command.sandbox->landlock);
    if (command.sandbox->filtered) calls_.emplace();
  }

  ProcessResult run();

 private:
  void start(int output);
  void end_group(ProcessResult::Cause cause);
  void look_at_clocks();
  void on_exit(boost::system::error_code error);

  const Command& command_;
  std::stop_token stop_;
  asio::io_context context_;
  asio::steady_timer timer_;
  std::chrono::steady_clock::time_point deadline_;
  std::optional<process::process> child_;
  std::optional<Landlock> files_;
  std::optional<SeccompFilter> calls_;
  pid_t group_ = -1;
  ProcessResult death_;
  bool ending_ = false;
  bool exited_ = false;
};

void Watch::start(int output) {
  std::vector<std::string> environment;
  for (const auto& [name, value] : command_.environment) environment.push_back(name + "=" + value);
  std::vector<const char*> variables;
  for (const std::string& variable : environment) variables.push_back(variable.c_str());
  variables.push_back(nullptr);
  boost::system::error_code error;
  Launcher launcher;
  launcher.env = variables.data();
  auto started = launcher.start(
      context_.get_executor(), error, command_, process::process_stdio{nullptr, output, output},
      process::process_start_dir{command_.folder},
      Confinement{command_.limits, ::getpid(), files_ ? &*files_ : nullptr,
                  calls_ ? &*calls_ : nullptr});
  if (!started) {
    death_ = {ProcessResult::Cause::not_started, error.value(), 0};
    return;
  }
  child_.emplace(std::move(*started));
  group_ = child_->id();
  ::setpgid(group_, group_);  // as the child does: whoever comes first
}

void Watch::end_group(ProcessResult::Cause cause) {
  if (ending_ || exited_) return;
  ending_ = true;
  death_.cause = cause;
  ::killpg(group_, SIGINT);
  timer_.expires_after(cause == ProcessResult::Cause::stopped ? grace_when_stopped : grace);
  timer_.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled) ::killpg(group_, SIGKILL);
  });
}

void Watch::look_at_clocks() {
  constexpr auto pause = std::chrono::milliseconds(200);
  clockid_t clock{};
  std::timespec used{};
  if (::clock_getcpuclockid(group_, &clock) == 0 && ::clock_gettime(clock, &used) == 0 &&
      static_cast<double>(used.tv_sec) >= command_.limits.cpu_seconds) {
    return end_group(ProcessResult::Cause::too_busy);
  }
  command_.watch();
  const auto now = std::chrono::steady_clock::now();
  if (now >= deadline_) return end_group(ProcessResult::Cause::timed_out);
  timer_.expires_at(std::min(deadline_, now + pause));
  timer_.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled && !exited_ && !ending_) look_at_clocks();
  });
}

void Watch::on_exit(boost::system::error_code) {
  exited_ = true;
  timer_.cancel();
  ::killpg(group_, SIGKILL);  // what the child left behind in its group
  if (ending_) return;
  const int status = child_->native_exit_code();
  if (WIFSIGNALED(status)) {
    death_.cause = ProcessResult::Cause::signalled;
    death_.code = WTERMSIG(status);
    // The kernel, too, ends what uses too much of the processor, and may come first.
    const std::chrono::duration<double> left = deadline_ - std::chrono::steady_clock::now();
    const double ran = command_.limits.wall_seconds - left.count();
    if (death_.code == SIGKILL && ran >= command_.limits.cpu_seconds) {
      death_.cause = ProcessResult::Cause::too_busy;
    }
  } else {
    death_.cause = ProcessResult::Cause::exited;
    death_.code = WEXITSTATUS(status);
  }
}

ProcessResult Watch::run() {
  const int output =
      ::open(command_.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (output < 0) return {ProcessResult::Cause::not_started, errno, 0};
  const auto begin = std::chrono::steady_clock::now();
  start(output);
  ::close(output);
  if (!child_) return death_;

  child_->async_wait([this](boost::system::error_code error, int) { on_exit(error); });
  deadline_ = begin + std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::duration<double>(command_.limits.wall_seconds));
  look_at_clocks();
  const std::stop_callback on_stop(stop_, [this] {
    asio::post(context_, [this] { end_group(ProcessResult::Cause::stopped); });
  });
  context_.run();
  death_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return death_;
}

}  // namespace

std::string describe(const ProcessResult& ended, const Limits& limits) {
  switch (ended.cause) {
    case ProcessResult::Cause::exited: return fmt::format("exited with status {}", ended.code);
    case ProcessResult::Cause::signalled:
      if (ended.code == SIGXFSZ) {
        return fmt::format("wrote a file of more than {} MB", limits.file_bytes >> 20U);
      }
      return fmt::format("was killed by signal {}", ended.code);
    case ProcessResult::Cause::timed_out:
      return fmt::format("ran longer than {} s", limits.wall_seconds);
    case ProcessResult::Cause::too_busy:
      return fmt::format("used more than {:g} s of processor time", limits.cpu_seconds);
    case ProcessResult::Cause::stopped: return "was stopped";
    case ProcessResult::Cause::not_started: break;
  }
  return fmt::format("could not be started (error {})", ended.code);
}

ProcessResult run(const Command& command, std::stop_token stop) {
  return Watch(command, std::move(stop)).run();
}

}  // namespace listok::latex
