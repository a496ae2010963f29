#include "latex/engine/engine_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "latex/engine/faces.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/system/cache.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/process.hpp"
#include "latex/system/programs.hpp"
#include "latex/system/stamp_lines.hpp"
#include "latex/system/user_folders.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

using Paths = std::vector<fs::path>;

// Of every program: devices, the index of libraries, locales, the zone of the clock, what the
// allocator wants to know of large pages, and the sizes of paper, without which libpaper 2 knows
// none.
constexpr const char* of_every_program[] = {
    "/dev/null",      "/dev/urandom",    "/etc/ld.so.cache",
    "/etc/localtime", "/usr/lib/locale", "/sys/kernel/mm/transparent_hugepage",
    "/etc/paperspecs"};

// What others may put there, or the user has for himself.
constexpr const char* private_folders[] = {
    "/boot",         "/dev",     "/etc",      "/home",      "/media",  "/mnt", "/opt",
    "/proc",         "/root",    "/run",      "/srv",       "/sys",    "/tmp", "/usr/local/etc",
    "/var/lib/dpkg", "/var/log", "/var/mail", "/var/spool", "/var/tmp"};

template <typename Function>
void for_each_part(std::string_view text, char separator, Function function) {
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    function(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool covers(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

void append(Paths& paths, const Paths& more) {
  paths.insert(paths.end(), more.begin(), more.end());
}

class Inquiry {
 public:
  Inquiry(const Toolchain& toolchain, const fs::path& inside, const std::stop_token& stop)
      : toolchain_(toolchain), folder_(inside), stop_(stop) {}

  EngineFiles ask();
  // A line for each file that the answers depend on.
  std::string inputs() const;

 private:
  std::optional<std::string> answer_of(const fs::path& program, std::vector<std::string> arguments,
                                       bool traced);
  void ask_kpathsea();
  void ask_fontconfig();
  void ask_loader(const fs::path& program);
  void read(const Paths& paths);

  const Toolchain& toolchain_;
  const ScratchFolder folder_;
  const std::stop_token& stop_;
  EngineFiles files_;
  Paths inputs_;
};

// What it prints; nothing when it fails.
std::optional<std::string> Inquiry::answer_of(const fs::path& program,
                                              std::vector<std::string> arguments, bool traced) {
  Command command{program,
                  std::move(arguments),
                  folder_.path(),
                  engine_environment(),
                  folder_.path() / "answer",
                  Limits{}};
  if (traced) command.environment["LD_TRACE_LOADED_OBJECTS"] = "1";
  if (!run(command, stop_).success()) return std::nullopt;
  return latex::read_file(command.output);
}

void Inquiry::read(const Paths& paths) {
  for (const fs::path& path : paths) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) {
      inputs_.push_back(path);  // it is not there, and may come
      continue;
    }
    Paths& list = covers_private(real) ? files_.refused : files_.rights.readable;
    if (std::find(list.begin(), list.end(), real) == list.end()) list.push_back(real);
  }
}

void Inquiry::ask_kpathsea() {
  const fs::path configurations = "/texmf.cnf";  // stands between the two halves of the answer
  // Of the same TeX Live.
  fs::path kpsewhich = fs::canonical(toolchain_.xelatex).parent_path() / "kpsewhich";
  if (!fs::exists(kpsewhich)) kpsewhich = find_program("kpsewhich").value_or("");
  const std::string wanted =
      "$TEXMF:$TEXMFDBS:$OSFONTDIR:" + configurations.string() + ":$TEXMFCNF";
  const auto answer =
      answer_of(kpsewhich, {"-progname=xelatex", "-expand-braces=" + wanted}, false);
  Paths folders = folders_of_path(answer.value_or("").substr(0, answer.value_or("").find('\n')));
  const auto middle = std::find(folders.begin(), folders.end(), configurations);
  if (middle == folders.end()) {
    if (stop_.stop_requested()) return;
    throw Trouble("`kpsewhich` of TeX Live does not tell where its files are", install_all_hint());
  }
  // Where texmf.cnf may lie is often where programs lie, and what is above.
  for (auto folder = middle + 1; folder != folders.end(); ++folder) *folder /= "texmf.cnf";
  inputs_.insert(inputs_.end(), middle + 1, folders.end());
  folders.erase(middle);
  read(folders);
}

void Inquiry::ask_fontconfig() {
  const FontFolders fonts = font_folders();
  append(inputs_, fonts.configuration);
  // Where the user's own may come.
  for (const fs::path& folder : {configuration_folder() / "fontconfig", home_folder()}) {
    if (!folder.is_absolute()) continue;
    append(inputs_, {folder / "fonts.conf", folder / "conf.d", folder / ".fonts.conf"});
  }
  for (const Paths* paths : {&fonts.configuration, &fonts.faces, &fonts.caches}) read(*paths);
}

void Inquiry::ask_loader(const fs::path& program) {
  const FileRights found = libraries_in(answer_of(program, {"--version"}, true).value_or(""));
  Paths& executable = files_.rights.executable;
  executable.push_back(fs::canonical(program));
  append(executable, found.executable);
  std::sort(executable.begin(), executable.end());
  executable.erase(std::unique(executable.begin(), executable.end()), executable.end());
  read(found.readable);
}

EngineFiles Inquiry::ask() {
  read({std::begin(of_every_program), std::end(of_every_program)});
  inputs_ = {"/etc/ld.so.cache"};
  ask_loader(toolchain_.xelatex);
  ask_loader(toolchain_.xdvipdfmx);
  ask_kpathsea();
  ask_fontconfig();
  return files_;
}

std::string Inquiry::inputs() const {
  std::string lines;
  for (const fs::path& file : inputs_) lines += stamp_line(file);
  return lines;
}

constexpr std::string_view executed = "executed ";
constexpr std::string_view readable = "read ";
constexpr std::string_view refused = "refused ";

// Remembered: a line that names the question, the inputs, a blank line, the answers.
std::string question_of(const Toolchain& toolchain) {
  Hasher hasher("engine files 2");
  hasher.add(toolchain.identity);
  for (const auto& [name, value] : engine_environment()) hasher.add(name).add(value);
  hasher.add(home_folder().string()).add(configuration_folder().string());
  return hex(hasher.hash()) + "\n";
}

std::string text_of(const EngineFiles& files) {
  std::string text;
  const auto add = [&](std::string_view kind, const Paths& paths) {
    for (const fs::path& path : paths) text += fmt::format("{}{}\n", kind, path.string());
  };
  add(executed, files.rights.executable);
  add(readable, files.rights.readable);
  add(refused, files.refused);
  return text;
}

std::optional<EngineFiles> remembered(const fs::path& file, const std::string& question) {
  const std::string text = read_file(file).value_or("");
  const auto answers = text.find("\n\n");
  if (!text.starts_with(question) || answers == std::string::npos) return std::nullopt;
  const auto inputs = std::string_view(text).substr(question.size(), answers + 1 - question.size());
  if (!are_as_they_were(inputs)) return std::nullopt;
  EngineFiles files;
  for_each_part(std::string_view(text).substr(answers + 2), '\n', [&](std::string_view line) {
    const auto take = [&](std::string_view kind, Paths& paths) {
      if (line.starts_with(kind)) paths.emplace_back(line.substr(kind.size()));
    };
    take(executed, files.rights.executable);
    take(readable, files.rights.readable);
    take(refused, files.refused);
  });
  return files;
}

}  // namespace

bool covers_private(const fs::path& path) {
  for (const fs::path& folder : {home_folder(), user_cache_folder(), configuration_folder()}) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(folder, error);
    if (!folder.empty() && !error && covers(path, real)) return true;
  }
  return std::any_of(std::begin(private_folders), std::end(private_folders),
                     [&](const char* folder) { return covers(path, folder); });
}

std::vector<fs::path> folders_of_path(std::string_view path) {
  Paths folders;
  for_each_part(path, ':', [&](std::string_view part) {
    if (part.starts_with("!!")) part.remove_prefix(2);
    while (part.size() > 1 && part.ends_with('/')) part.remove_suffix(1);
    if (part.starts_with('/')) folders.emplace_back(part);
  });
  return folders;
}

FileRights libraries_in(std::string_view traced) {
  FileRights found;
  for_each_part(traced, '\n', [&](std::string_view line) {
    const auto end = line.find(" (0x");
    const auto begin = line.find('/');
    if (end == std::string_view::npos || begin >= end) return;
    const bool named = line.substr(0, begin).find("=>") != std::string_view::npos;
    (named ? found.readable : found.executable).emplace_back(line.substr(begin, end - begin));
  });
  return found;
}

EngineFiles engine_files(const Toolchain& toolchain, const fs::path& inside,
                         const std::stop_token& stop) {
  const fs::path file = cache_folder("engine-files");
  const std::string question = question_of(toolchain);
  try {
    if (auto files = remembered(file, question)) return *files;
  } catch (const Trouble&) {  // of a cache: it is done without
  }
  Inquiry inquiry(toolchain, inside, stop);
  EngineFiles files = inquiry.ask();
  try {
    if (!file.empty() && !stop.stop_requested()) {
      write_file(file, question + inquiry.inputs() + "\n" + text_of(files));
    }
  } catch (const Trouble&) {}
  return files;
}

}  // namespace listok::latex
