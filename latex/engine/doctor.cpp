#include "latex/engine/doctor.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "latex/class/class_files.hpp"
#include "latex/engine/format.hpp"
#include "latex/engine/sandbox.hpp"
#include "latex/engine/typeset.hpp"
#include "latex/log/tex_errors.hpp"
#include "latex/system/files.hpp"
#include "latex/system/programs.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

struct Need {
  const char* name;
  const char* package;
};

constexpr std::array programs{Need{"xelatex", "texlive-xetex"},
                              Need{"xdvipdfmx", "texlive-binaries"}};
constexpr std::array packages{
    Need{"fontspec.sty", "texlive-latex-recommended"},
    Need{"polyglossia.sty", "texlive-latex-extra"}, Need{"amsmath.sty", "texlive-latex-base"},
    Need{"graphicx.sty", "texlive-latex-base"}, Need{"loadhyph-ru.tex", "texlive-lang-cyrillic"}};
constexpr std::array faces{
    Need{"PT Serif", "fonts-paratype"},      Need{"PT Sans", "fonts-paratype"},
    Need{"PT Mono", "fonts-paratype"},       Need{"Latin Modern Math", "fonts-lmodern"},
    Need{"STIXGeneral", "fonts-stix"},       Need{"DejaVu Serif", "fonts-dejavu-core"},
    Need{"DejaVu Sans", "fonts-dejavu-core"}};
// For pictures, loaded when one of their kind comes (pictures/).
constexpr std::array libraries{Need{"librsvg-2.so.2", "librsvg2-2"},
                               Need{"libwebpdemux.so.2", "libwebpdemux2"},
                               Need{"libgif.so.7", "libgif7"}};

constexpr std::string_view trial_sheet = R"(\documentclass[russian]{listok}
\begin{document}
\begin{sheet}[id=trial, number=1]{Trial}
  \begin{sheetsection}[key=question]{Question}
    Text, \code{code}, \sym{→} and $\alpha \le \beta$.
  \end{sheetsection}
\end{sheet}
\end{document}
)";

class Examination {
 public:
  explicit Examination(std::stop_token stop)
      : stop_(std::move(stop)), folder_(fs::temp_directory_path()) {}

  std::vector<Finding> run();

 private:
  std::string output_of(const char* program, std::vector<std::string> arguments) const;
  void look_for_programs();
  void look_for_packages();
  void look_for_faces();
  void look_for_libraries();
  void look_for_formats();
  void look_at_sandbox();
  void set_trial_sheet();

  std::stop_token stop_;
  ScratchFolder folder_;
  std::vector<Finding> findings_;
};

// All that `program` prints; empty when it is missing or fails.
std::string Examination::output_of(const char* program, std::vector<std::string> arguments) const {
  const auto found = find_program(program);
  if (!found) return {};
  const fs::path output = folder_.path() / "output";
  const ProcessResult result = latex::run(
      {*found, std::move(arguments), folder_.path(), engine_environment(), output, Limits{}},
      stop_);
  return result.success() ? read_file(output).value_or("") : "";
}

void Examination::look_for_programs() {
  for (const Need& need : programs) {
    const auto found = find_program(need.name);
    std::string version = output_of(need.name, {"--version"});
    version.erase(std::min(version.find('\n'), version.size()));
    findings_.push_back({need.name, found.has_value(), version, need.package});
  }
}

void Examination::look_for_packages() {
  for (const Need& need : packages) {
    const bool found = !output_of("kpsewhich", {need.name}).empty();
    findings_.push_back({need.name, found, "", need.package});
  }
}

void Examination::look_for_faces() {
  if (!find_program("fc-list")) return;  // the trial sheet shows it
  const std::string list = "\n" + output_of("fc-list", {":", "family"});
  for (const Need& need : faces) {
    const std::string family = std::string("\n") + need.name;
    const bool found = list.find(family + "\n") != std::string::npos ||
                       list.find(family + ",") != std::string::npos;
    findings_.push_back({need.name, found, "", need.package});
  }
}

void Examination::look_for_libraries() {
  for (const Need& need : libraries) {
    const bool found = ::dlopen(need.name, RTLD_LAZY | RTLD_LOCAL) != nullptr;
    findings_.push_back({need.name, found, "", need.package});
  }
}

// The cache is reported, but it is never missing: nothing needs it.
void Examination::look_for_formats() {
  const FormatCache cache = format_cache();
  findings_.push_back({"formats", true,
                       cache.folder.empty()
                           ? "no cache folder: neither HOME nor XDG_CACHE_HOME is set"
                           : fmt::format("{} of {} MB in {}", cache.formats, cache.bytes >> 20U,
                                         cache.folder.string()),
                       ""});
}

// Sheets are made without it too.
void Examination::look_at_sandbox() {
  findings_.push_back({"sandbox", true, describe(sandbox_strength()), ""});
}

void Examination::set_trial_sheet() {
  const fs::path beside = folder_.path() / "trial";
  fs::create_directory(beside);
  for (const ClassFile& file : class_files()) write_scratch_file(beside / file.name, file.text);
  Batch batch;
  batch.beside = beside;
  batch.sheets = {{std::make_shared<const std::string>(trial_sheet), {}}};
  Toolchain toolchain = find_toolchain();
  furnish_sandbox(toolchain, folder_.path(), stop_);
  const ScratchFolder run(folder_.path());
  const BatchResult result = typeset(toolchain, batch, run.path(), stop_);
  const SheetResult& sheet = result.sheets.front();
  const bool proven = sheet.state == SheetResult::State::proven;
  std::string detail = fmt::format("{:.1f} s", result.seconds);
  if (!proven) detail = result.fault;
  if (!sheet.messages.empty()) detail = sheet.messages.front().text;
  if (!result.messages.empty()) detail = result.messages.front().text;
  findings_.push_back({"a sheet on trial", proven, detail, missing_package(detail)});
}

std::vector<Finding> Examination::run() {
  look_for_programs();
  const bool can_run = std::all_of(findings_.begin(), findings_.end(),
                                   [](const Finding& finding) { return finding.found; });
  look_for_faces();
  look_for_libraries();
  if (can_run) {
    look_for_packages();
    look_for_formats();
    look_at_sandbox();
    set_trial_sheet();
  }
  return std::move(findings_);
}

}  // namespace

std::vector<Finding> examine(std::stop_token stop) { return Examination(std::move(stop)).run(); }

}  // namespace listok::latex
