#include "cli/commands/commands.hpp"

#include <fmt/format.h>

namespace listok::cli {

const Commands& commands() {
  static const Commands all{
      build_command(), emit_command(),   check_command(), list_command(),       status_command(),
      diff_command(),  doctor_command(), new_command(),   completion_command(), help_command(),
  };
  return all;
}

std::string plural(std::size_t count, const std::string& thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

}  // namespace listok::cli
