#include "cli/run.hpp"

#include <fmt/format.h>

#include <exception>

#include "cli/arguments/exit_status.hpp"
#include "cli/arguments/version.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help/help.hpp"
#include "latex/system/files.hpp"

namespace listok::cli {
namespace {

int dispatch(const CommandLine& line, Console& console) {
  if (line.command == "version") {
    console.print(fmt::format("listok {}\n", version));
    return all_made;
  }
  if (line.help) {
    console.print(help(line.command, commands()));
    return all_made;
  }
  return find_command(commands(), line.command)->run(line, console);
}

int fail(Console& console, const char* code, const std::string& message, const std::string& hint,
         int status) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = message;
  diagnostic.hint = hint;
  console.diagnostic(diagnostic);
  return status;
}

// The one place where exceptions become exit statuses.
int status_of(const CommandLine& line, Console& console) {
  try {
    return dispatch(line, console);
  } catch (const UsageError& wrong) {
    return fail(console, "usage", wrong.what(), wrong.hint(), usage_error);
  } catch (const latex::Trouble& trouble) {
    return fail(console, "machine", trouble.what(), trouble.hint(), machine_error);
  } catch (const std::exception& error) {  // of the standard library: memory, the working directory
    return fail(console, "machine", error.what(), "", machine_error);
  }
}

}  // namespace

int run(int count, const char* const* arguments) {
  CommandLine line;
  try {
    line = parse(count, arguments, commands());
  } catch (const UsageError& wrong) {
    Console console(line);
    return console.conclude(fail(console, "usage", wrong.what(), wrong.hint(), usage_error));
  }
  Console console(line);
  return console.conclude(status_of(line, console));
}

}  // namespace listok::cli
