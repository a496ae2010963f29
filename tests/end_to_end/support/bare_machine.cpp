// Runs a program as on a machine whose kernel lacks things: `bare_machine landlock,seccomp PROGRAM
// …`. The kernel answers as one that was built without them; of `rulesets`, `rules` and
// `restriction` as one that has Landlock and fails at these.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <vector>

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::vector<sock_filter> code{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  const auto refuse = [&](unsigned call) {
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
    code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS));
  };
  if (std::strstr(arguments[1], "landlock") != nullptr) refuse(SYS_landlock_create_ruleset);
  if (std::strstr(arguments[1], "seccomp") != nullptr) refuse(SYS_seccomp);
  if (std::strstr(arguments[1], "rules") != nullptr) refuse(SYS_landlock_add_rule);
  if (std::strstr(arguments[1], "restriction") != nullptr) refuse(SYS_landlock_restrict_self);
  if (std::strstr(arguments[1], "rulesets") != nullptr) {  // but not the question of the version
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 3));
    code.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])));
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1));
    code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS));
  }
  code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog filter{static_cast<unsigned short>(code.size()), code.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
    std::perror("the machine cannot be made bare");
    return 77;
  }
  ::execv(arguments[2], arguments + 2);
  std::perror(arguments[2]);
  return 127;
}
