#include <fmt/format.h>

#include <filesystem>

#include "cli/arguments/exit_status.hpp"
#include "cli/arguments/version.hpp"
#include "cli/commands/commands.hpp"
#include "cli/console/interrupt.hpp"
#include "emitter/model/languages.hpp"
#include "latex/engine/doctor.hpp"
#include "latex/engine/patterns.hpp"
#include "latex/engine/toolchain.hpp"
#include "latex/system/install_hint.hpp"

namespace listok::cli {
namespace {

// "ru, en, uk": what a bank can be written in here, without a package more.
std::string languages_here(const std::stop_token& stop) {
  const auto installed = latex::installed_patterns(std::filesystem::temp_directory_path(), stop);
  if (!installed) return "not known";
  std::string codes;
  for (const std::string& code : emitter::supported_languages()) {
    const emitter::Language& language = emitter::language_of(code);
    const bool is_here =
        language.patterns.empty() || installed->contains(std::string(language.patterns));
    if (is_here && language.script != emitter::Script::greek) {
      codes += (codes.empty() ? "" : ", ") + code;
    }
  }
  return codes;
}

int look_at_machine(const CommandLine& line, Console& console) {
  const Interrupt interrupt;
  const auto findings = latex::examine(interrupt.token());
  if (interrupt.token().stop_requested()) return interrupted;
  bool all_found = true;
  const bool debian = latex::package_manager() == latex::PackageManager::apt;
  const char* whose = debian ? "package" : "Debian's package";
  console.say(fmt::format("listok {}", version));
  for (const latex::Finding& finding : findings) {
    console.say(
        fmt::format("  {:18} {:8} {}", finding.name, finding.found ? "found" : "MISSING",
                    finding.found || finding.package.empty()
                        ? finding.detail
                        : fmt::format("{} ({} {})", finding.detail, whose, finding.package)));
    console.json(fmt::format(R"({{"name":"{}","found":{}}})", finding.name, finding.found));
    if (finding.found) continue;
    all_found = false;
  }
  if (all_found) {
    // Not a need: of other languages a build names the package.
    console.say(
        fmt::format("  {:18} {:8} {}", "languages", "found", languages_here(interrupt.token())));
  }
  if (line.verbose) {
    console.say("engines are started with");
    for (const auto& [name, value] : latex::engine_environment()) {
      console.say(fmt::format("  {}={}", name, value));
    }
  }
  if (all_found) {
    console.say("This machine can make sheets.");
    return all_made;
  }
  emitter::Diagnostic diagnostic;
  diagnostic.code = "machine";
  diagnostic.message = "this machine cannot make sheets yet";
  diagnostic.hint = latex::install_all_hint();
  console.diagnostic(diagnostic);
  return machine_error;
}

}  // namespace

Command doctor_command() {
  return {
      .name = "doctor",
      .summary = "tell what the machine has and lacks for making PDFs",
      .usage = {"[OPTIONS]"},
      .about =
          R"(Looks for the programs, packages and faces that sheets need, sets a sheet on trial, and prints the
command that mends what is missing. Exit status 3 when something is.)",
      .examples = {"listok doctor"},
      .options = {{"verbose", "show the environment of engines"}},
      .run = look_at_machine};
}

}  // namespace listok::cli
