#include "latex/typeset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "latex/batch.hpp"
#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t log_tail = 20'000;  // bytes of a failed run's log that are kept

std::string new_nonce() {
  std::random_device device;
  return fmt::format("{:08x}{:08x}", device(), device());
}

Limits limits_for(std::size_t sheets) {
  Limits limits;
  limits.wall_seconds = 60 + 0.2 * static_cast<double>(sheets);
  limits.cpu_seconds = limits.wall_seconds;
  return limits;
}

// What lies beside a .tex is there for it in the scratch folder too, under the same name. The
// sheets themselves get names of ours: a job name is never the author's text.
void lay_out(const Batch& batch, const std::string& nonce, const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(batch.beside, error)) {
    const fs::path name = entry.path().filename();
    const std::string extension = name.extension().string();
    if (extension == ".tex" || extension == ".new" || name.string().starts_with('.')) continue;
    if (name == "batch.xdv" || name == "batch.log" || name == "batch.aux") continue;
    fs::create_symlink(fs::absolute(entry.path()), folder / name, error);
  }
  std::size_t number = 0;
  for (const BatchSheet& sheet : batch.sheets) {
    write_scratch_file(folder / fmt::format("{}.tex", ++number), sheet.tex);
  }
  write_scratch_file(folder / "batch.tex",
                     batch_source({preamble_of(batch.sheets.front().tex), batch.class_options,
                                   batch.largest, nonce, batch.sheets.size()}));
}

// The cage of both programs: they read the system and what lies beside the sheets, and write the
// scratch folder alone.
Command caged(const Toolchain& toolchain, const fs::path& program,
              std::vector<std::string> arguments, const fs::path& folder, const Batch& batch,
              const Limits& limits) {
  Command command{program,
                  std::move(arguments),
                  folder,
                  engine_environment(),
                  folder / "program.out",
                  limits,
                  engine_files(toolchain),
                  {folder, "/dev/null"}};
  command.readable.push_back(fs::absolute(batch.beside));
  command.environment["TMPDIR"] = folder.string();
  return command;
}

Command engine_command(const Toolchain& toolchain, const fs::path& folder, const Batch& batch,
                       const Limits& limits) {
  return caged(toolchain, toolchain.xelatex,
               {"-no-pdf", "-no-shell-escape", "-interaction=nonstopmode", "-file-line-error",
                "-jobname=batch", "batch.tex"},
               folder, batch, limits);
}

Command driver_command(const Toolchain& toolchain, const fs::path& folder, const Batch& batch,
                       const Limits& limits) {
  Command command = caged(toolchain, toolchain.xdvipdfmx, {"-q", "-o", "batch.pdf", "batch.xdv"},
                          folder, batch, limits);
  // Names of subset fonts: the same each time.
  command.environment.try_emplace("SOURCE_DATE_EPOCH", "0");
  return command;
}

void distribute(const EngineLog& log, BatchResult& result) {
  for (std::size_t index = 0; index < result.sheets.size(); ++index) {
    const auto found = log.sheets.find(static_cast<unsigned>(index + 1));
    if (found != log.sheets.end()) result.sheets[index].marks = found->second;
  }
  for (const TexMessage& message : log.messages) {
    const bool known = message.sheet >= 1 && message.sheet <= result.sheets.size();
    if (known) {
      result.sheets[message.sheet - 1].messages.push_back(message);
    } else if (message.kind == TexMessage::Kind::error) {
      result.messages.push_back(message);
    }
  }
}

bool has_error(const std::vector<TexMessage>& messages) {
  return std::any_of(messages.begin(), messages.end(), [](const TexMessage& message) {
    return message.kind == TexMessage::Kind::error || leaves_paper(message);
  });
}

void cut(const fs::path& pdf, std::size_t pages, const Batch& batch, BatchResult& result) {
  std::vector<Cut> cuts;
  std::vector<SheetResult*> owners;
  for (std::size_t index = 0; index < batch.sheets.size(); ++index) {
    SheetResult& sheet = result.sheets[index];
    if (!sheet.marks.whole() || sheet.state == SheetResult::State::faulty) continue;
    cuts.push_back({sheet.marks.page, batch.sheets[index].metadata});
    owners.push_back(&sheet);
  }
  const auto pieces = cut_pages(pdf, pages, cuts, source_date());
  for (std::size_t index = 0; index < pieces.size(); ++index) {
    if (!pieces[index].fault.empty()) {
      result.fault = pieces[index].fault;
      continue;
    }
    owners[index]->state = SheetResult::State::proven;
    owners[index]->pdf = pieces[index].bytes;
  }
}

std::string tail(std::string text) {
  return text.size() <= log_tail ? text : text.substr(text.size() - log_tail);
}

}  // namespace

BatchResult typeset(const Toolchain& toolchain, const Batch& batch, const fs::path& scratch,
                    std::stop_token stop) {
  const ScratchFolder folder(scratch);
  const std::string nonce = new_nonce();
  const Limits limits = limits_for(batch.sheets.size());
  BatchResult result;
  result.sheets.resize(batch.sheets.size());
  lay_out(batch, nonce, folder.path());

  const Death engine = run(engine_command(toolchain, folder.path(), batch, limits), stop);
  result.seconds = engine.seconds;
  const std::string log_text = read_file(folder.path() / "batch.log").value_or("");
  const EngineLog log = read_log(log_text, nonce);
  distribute(log, result);
  for (SheetResult& sheet : result.sheets) {
    // An error between sound marks is the sheet's own; without them it may be a neighbour's. An
    // error of the preamble is everybody's.
    const bool own = has_error(sheet.messages) && sheet.marks.whole();
    if (own || !result.messages.empty()) sheet.state = SheetResult::State::faulty;
  }
  if (!log.complete || engine.cause != Death::Cause::exited) {
    result.fault = fmt::format("xelatex {}", describe(engine, limits));
  }
  if (log.complete && log.pages > 0) {
    const Death driver = run(driver_command(toolchain, folder.path(), batch, limits), stop);
    result.seconds += driver.seconds;
    if (driver.success() && batch.whole) {
      result.whole = read_file(folder.path() / "batch.pdf").value_or("");
    } else if (driver.success()) {
      cut(folder.path() / "batch.pdf", log.pages, batch, result);
    } else {
      result.fault = fmt::format("xdvipdfmx {}", describe(driver, limits));
    }
  }
  const bool all_proven = std::all_of(
      result.sheets.begin(), result.sheets.end(),
      [](const SheetResult& sheet) { return sheet.state == SheetResult::State::proven; });
  if (!all_proven && !batch.whole) result.log = tail(log_text);
  return result;
}

}  // namespace listok::latex
