// An engine that does not end when it is asked to. No script: a sandbox lets no shell start.
#include <unistd.h>

#include <csignal>

int main() {
  std::signal(SIGINT, SIG_IGN);
  ::sleep(60);
}
