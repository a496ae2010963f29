// Tries, in a sandbox, what is forbidden there, and says what came of it: `name: done` or an error.
// Nothing of it does harm, should it be let: it is also run without a sandbox, and by root.
// Arguments: a file that may be read, one that may not, one that may be written, the parent's
// number.
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

void say(const char* name, long result) {
  std::printf("%s: %s\n", name, result >= 0 ? "done" : std::strerror(errno));
}

long start_program(const char* program) {
  char* const none[] = {nullptr};
  return ::execve(program, none, none);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const char* readable = arguments[1];
  const char* forbidden = arguments[2];
  const char* writable = arguments[3];
  const pid_t parent = std::atoi(arguments[4]);

  say("read", ::open(readable, O_RDONLY));
  say("read another", ::open(forbidden, O_RDONLY));
  say("write", ::open(writable, O_WRONLY | O_CREAT | O_TRUNC, 0644));
  say("write what may be read", ::open(readable, O_WRONLY));
  say("write another", ::open(forbidden, O_WRONLY | O_CREAT, 0644));
  say("cut by opening", ::open(readable, O_RDONLY | O_TRUNC));
  say("cut by opening for nothing", ::open(readable, 3 | O_TRUNC));
  say("cut by name", ::truncate(readable, 0));
  say("mode", ::chmod(readable, 0777));
  const int opened = ::open(readable, O_RDONLY);
  say("mode of what is open", ::fchmod(opened, 0777));
  say("owner", ::chown(readable, ::getuid(), ::getgid()));
  say("time", ::utimes(readable, nullptr));
  say("attribute", ::setxattr(readable, "user.x", "x", 1, 0));
  say("link", ::symlink("x", (std::string(writable) + ".link").c_str()));
  say("pipe", ::mknod((std::string(writable) + ".pipe").c_str(), S_IFIFO | 0600, 0));
  say("socket", ::socket(AF_INET, SOCK_STREAM, 0));
  int pair[2];
  say("socketpair", ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
  const long child = ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
  if (child == 0) ::_exit(0);
  say("fork", child);
  say("program", start_program("/nothing"));
  say("program by descriptor", ::syscall(SYS_execveat, opened, "", nullptr, nullptr, 0x1000));
  say("signal to the parent", ::kill(parent, 0));
  say("signal to all", ::kill(-1, 0));
  say("signal to itself", ::kill(::getpid(), 0));
  say("debug", ::ptrace(PTRACE_CONT, 0, nullptr, nullptr));
  say("memory of the parent", ::syscall(SYS_process_vm_readv, parent, nullptr, 0, nullptr, 0, 0));
  say("mount", ::mount("none", "/nothing/at/all", "none", 0, ""));
  say("namespace", ::unshare(0));
  say("key", ::syscall(SYS_keyctl, 0, 0, 0, 0, 0));
  say("ring", ::syscall(SYS_io_uring_setup, 1, nullptr));
  say("bpf", ::syscall(SYS_bpf, 0, nullptr, 0));
  say("perf", ::syscall(SYS_perf_event_open, nullptr, 0, 0, 0, 0));
  say("userfault", ::syscall(SYS_userfaultfd, 0));
  say("personality", ::syscall(SYS_personality, 0x0040000));
  say("pidfd", ::syscall(SYS_pidfd_open, parent, 0));
  say("survive the parent", ::prctl(PR_SET_PDEATHSIG, 0));
  say("a call of tomorrow", ::syscall(900));
  std::fflush(stdout);
#ifdef __x86_64__
  // getpid of other sets of calls: number 20 of those of 32 bits, 39 of x32.
  const std::string foreign = std::getenv("FOREIGN") == nullptr ? "" : std::getenv("FOREIGN");
  if (foreign == "x32") ::syscall(0x40000000 | 39);
  if (foreign == "32 bits") {
    long result = 20;
    asm volatile("int $0x80" : "+a"(result) : : "memory");
  }
#endif
  return 0;
}
