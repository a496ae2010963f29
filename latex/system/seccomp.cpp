#include "latex/system/seccomp.hpp"

#include <asm/ioctls.h>
#include <asm/unistd.h>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <initializer_list>
#include <linux/audit.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace listok::latex {

#if (defined(__x86_64__) && !defined(__ILP32__)) || \
    (defined(__aarch64__) && !defined(__AARCH64EB__))

namespace {

#ifdef __x86_64__
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#endif

using Calls = std::initializer_list<std::uint32_t>;

constexpr std::uint32_t x32_calls = 0x40000000;  // on x86_64: another set of calls from here on
constexpr std::uint32_t first_unknown = 450;     // the same on all architectures
constexpr std::uint32_t set_vma = 0x53564d41;    // PR_SET_VMA: names memory, for debuggers

// Let through without a look at their arguments.
constexpr std::uint32_t of_memory[] = {__NR_brk,      __NR_mmap,    __NR_munmap, __NR_mremap,
                                       __NR_mprotect, __NR_madvise, __NR_msync,  __NR_membarrier};
// Landlock says which files.
constexpr std::uint32_t of_files[] = {
    __NR_close,      __NR_close_range, __NR_read,       __NR_readv,           __NR_pread64,
    __NR_preadv,     __NR_write,       __NR_writev,     __NR_pwrite64,        __NR_pwritev,
    __NR_lseek,      __NR_dup,         __NR_dup3,       __NR_pipe2,           __NR_faccessat,
    __NR_faccessat2, __NR_newfstatat,  __NR_fstat,      __NR_statx,           __NR_statfs,
    __NR_fstatfs,    __NR_getdents64,  __NR_readlinkat, __NR_getcwd,          __NR_chdir,
    __NR_fchdir,     __NR_mkdirat,     __NR_unlinkat,   __NR_renameat2,       __NR_ftruncate,
    __NR_fallocate,  __NR_fsync,       __NR_fdatasync,  __NR_fadvise64,       __NR_readahead,
    __NR_flock,      __NR_umask,       __NR_sendfile,   __NR_copy_file_range, __NR_ppoll,
    __NR_pselect6};
constexpr std::uint32_t of_clocks[] = {__NR_clock_gettime, __NR_clock_getres,    __NR_gettimeofday,
                                       __NR_times,         __NR_clock_nanosleep, __NR_nanosleep,
                                       __NR_getitimer,     __NR_setitimer};
constexpr std::uint32_t of_itself[] = {__NR_rt_sigaction,    __NR_rt_sigprocmask,
                                       __NR_rt_sigreturn,    __NR_rt_sigpending,
                                       __NR_rt_sigsuspend,   __NR_sigaltstack,
                                       __NR_getpid,          __NR_getppid,
                                       __NR_gettid,          __NR_getuid,
                                       __NR_geteuid,         __NR_getgid,
                                       __NR_getegid,         __NR_getpgid,
                                       __NR_getsid,          __NR_getgroups,
                                       __NR_getresuid,       __NR_getresgid,
                                       __NR_getrusage,       __NR_getrlimit,
                                       __NR_futex,           __NR_set_robust_list,
                                       __NR_set_tid_address, __NR_rseq,
                                       __NR_sched_yield,     __NR_sched_getaffinity,
                                       __NR_getcpu,          __NR_getrandom,
                                       __NR_uname,           __NR_sysinfo,
                                       __NR_restart_syscall, __NR_exit,
                                       __NR_exit_group};
// What newer architectures have left to newer calls.
constexpr std::uint32_t of_old[] = {
#ifdef __NR_renameat
    __NR_renameat,
#endif
#ifdef __x86_64__
    __NR_dup2,     __NR_pipe,     __NR_access,  __NR_stat,       __NR_lstat,
    __NR_getdents, __NR_readlink, __NR_creat,   __NR_mkdir,      __NR_rmdir,
    __NR_unlink,   __NR_rename,   __NR_poll,    __NR_select,     __NR_time,
    __NR_alarm,    __NR_pause,    __NR_getpgrp, __NR_arch_prctl,
#endif
    __NR_fchdir};

constexpr std::uint32_t open_file_locks = 36;  // F_OFD_GETLK and the two after it
constexpr std::uint32_t file_commands[] = {F_DUPFD,
                                           F_DUPFD_CLOEXEC,
                                           F_GETFD,
                                           F_SETFD,
                                           F_GETFL,
                                           F_SETFL,
                                           F_GETLK,
                                           F_SETLK,
                                           F_SETLKW,
                                           open_file_locks,
                                           open_file_locks + 1,
                                           open_file_locks + 2};
constexpr std::uint32_t device_commands[] = {TCGETS, TIOCGWINSZ, FIONREAD};
constexpr std::uint32_t process_commands[] = {PR_SET_NAME, PR_GET_NAME, set_vma};

// As the C library starts one: it shares all, and is no process of its own.
constexpr std::uint32_t flags_of_a_thread[] = {CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND |
                                               CLONE_THREAD | CLONE_SYSVSEM | CLONE_SETTLS |
                                               CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID};

// Writes the code: each piece compares the accumulator, which holds the number of the call, and
// ends in a verdict when it is the piece's own.
class Writer {
 public:
  void add(std::uint16_t operation, std::uint32_t value, std::uint8_t yes = 0,
           std::uint8_t no = 0) {
    code.push_back({operation, yes, no, value});
  }
  void load(std::size_t offset) {
    add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
  }
  void load_argument(std::size_t index, bool upper = false) {
    const bool second = upper == (std::endian::native == std::endian::little);
    load(offsetof(seccomp_data, args) + 8 * index + (second ? 4 : 0));
  }
  void verdict(std::uint32_t value) { add(BPF_RET | BPF_K, value); }
  void allow() { verdict(SECCOMP_RET_ALLOW); }
  void deny(int error = EPERM) {
    verdict(SECCOMP_RET_ERRNO | (static_cast<std::uint32_t>(error) & SECCOMP_RET_DATA));
  }
  void allow_if(std::uint32_t value) {
    add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    allow();
  }
  template <typename Values>
  void allow_all(const Values& values) {
    for (const std::uint32_t value : values) allow_if(value);
  }
  // `piece` writes what is done about `call`, and ends in a verdict.
  template <typename Piece>
  void on(std::uint32_t call, Piece piece) {
    const std::size_t at = code.size();
    add(BPF_JMP | BPF_JEQ | BPF_K, call);
    piece();
    code[at].jf = static_cast<std::uint8_t>(code.size() - at - 1);
  }
  template <typename Values>
  void on_argument(std::uint32_t call, std::size_t index, const Values& values) {
    on(call, [&] {
      load_argument(index);
      allow_all(values);
      deny();
    });
  }
  // Before version 3 of Landlock a file that may be read can be cut short by opening it. Opening it
  // for writing as well is another right, which Landlock guards.
  void on_open(std::uint32_t call, std::size_t flags) {
    on(call, [&] {
      load_argument(flags);
      add(BPF_JMP | BPF_JSET | BPF_K, O_TRUNC, 1, 0);
      allow();
      add(BPF_ALU | BPF_AND | BPF_K, O_ACCMODE);
      allow_if(O_WRONLY);
      allow_if(O_RDWR);
      deny();
    });
  }

  std::vector<sock_filter> code;
};

}  // namespace

SeccompFilter::SeccompFilter(Threads threads) {
  Writer filter;
  filter.load(offsetof(seccomp_data, arch));
  filter.add(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0);
  filter.verdict(SECCOMP_RET_KILL_PROCESS);
  filter.load(offsetof(seccomp_data, nr));
  filter.add(BPF_JMP | BPF_JGE | BPF_K, x32_calls, 0, 1);
  filter.verdict(SECCOMP_RET_KILL_PROCESS);
  filter.add(BPF_JMP | BPF_JGE | BPF_K, first_unknown, 0, 1);
  filter.deny(ENOSYS);
  filter.allow_all(of_memory);
  filter.allow_all(of_files);
  filter.allow_all(of_clocks);
  filter.allow_all(of_itself);
  filter.allow_all(of_old);
  // Their flags lie in memory, where a filter cannot look: programs do without.
  for (const std::uint32_t call : Calls{__NR_clone3, __NR_openat2}) {
    filter.on(call, [&] { filter.deny(ENOSYS); });
  }
  if (threads == Threads::own) filter.on_argument(__NR_clone, 0, flags_of_a_thread);
  filter.on_open(__NR_openat, 2);
#ifdef __x86_64__
  filter.on_open(__NR_open, 1);
#endif
  filter.on_argument(__NR_fcntl, 1, file_commands);
  filter.on_argument(__NR_ioctl, 1, device_commands);
  filter.on_argument(__NR_prctl, 0, process_commands);
  // The number of a process is an int: its upper half is nothing to the kernel.
  for (const std::uint32_t call : Calls{__NR_kill, __NR_tkill, __NR_tgkill, __NR_prlimit64}) {
    filter.on(call, [&] {
      filter.load_argument(0);
      own_pid_.push_back(filter.code.size());
      filter.allow_if(0);  // the number is filled in
      if (call == __NR_prlimit64) filter.allow_if(0);
      filter.deny();
    });
  }
  filter.on(__NR_execve, [&] {
    for (std::size_t argument = 0; argument < 3; ++argument) {
      for (const bool upper : {false, true}) {
        filter.load_argument(argument, upper);
        if (!upper) start_.push_back(filter.code.size());
        filter.add(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);  // half of an address is filled in
        filter.deny();
      }
    }
    filter.allow();
  });
  filter.deny();
  code_ = std::move(filter.code);
}

bool SeccompFilter::enforce(const char* program, const char* const* arguments,
                            const char* const* environment) {
  for (const std::size_t place : own_pid_) code_[place].k = static_cast<std::uint32_t>(::getpid());
  const void* const addresses[] = {program, arguments, environment};
  for (std::size_t number = 0; number < start_.size(); ++number) {
    const auto address = reinterpret_cast<std::uintptr_t>(addresses[number]);
    code_[start_[number]].k = static_cast<std::uint32_t>(address);
    code_[start_[number] + 3].k = static_cast<std::uint32_t>(std::uint64_t{address} >> 32U);
  }
  const sock_fprog code{static_cast<unsigned short>(code_.size()), code_.data()};
  // Some kernels before 5.16 slow filtered programs down lest they read what is not theirs from the
  // caches of a processor; an engine shares its memory with nobody.
  return ::syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &code) ==
         0;
}

bool seccomp_available() {
  const std::uint32_t action = SECCOMP_RET_KILL_PROCESS;
  return ::syscall(__NR_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#else  // an architecture whose calls nobody has looked at

SeccompFilter::SeccompFilter(Threads) {}

bool SeccompFilter::enforce(const char*, const char* const*, const char* const*) { return false; }

bool seccomp_available() { return false; }

#endif

}  // namespace listok::latex
