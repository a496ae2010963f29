#include "latex/engine/typeset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>

#include "latex/engine/batch_source.hpp"
#include "latex/engine/cut_sheets.hpp"
#include "latex/engine/format.hpp"
#include "latex/engine/out_of_memory.hpp"
#include "latex/engine/recorded_inputs.hpp"
#include "latex/engine/sandbox.hpp"
#include "latex/log/file_places.hpp"
#include "latex/log/missing_face.hpp"
#include "latex/pages/xdv.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr int most_runs = 3;  // of an engine that asks to be run again

constexpr std::size_t log_tail = 20'000;  // bytes of a failed run's log that are kept

std::string new_nonce() {
  std::random_device device;
  return fmt::format("{:08x}{:08x}", device(), device());
}

// A sheet takes milliseconds and its page some kilobytes: what goes on for long is an endless loop.
Limits limits_for(std::size_t sheets, double startup_timeout) {
  Limits limits;
  limits.wall_seconds = startup_timeout + 0.2 * static_cast<double>(sheets);
  limits.cpu_seconds = limits.wall_seconds / 4;  // a loop is busy, however busy the machine
  limits.file_bytes = (std::size_t{32} << 20) + (std::size_t{1} << 20) * sheets;
  return limits;
}

// The engine writes no pictures: its log and its pages are small, and what a loop writes is read.
Limits engine_limits(std::size_t sheets, double startup_timeout) {
  Limits limits = limits_for(sheets, startup_timeout);
  limits.file_bytes = (std::size_t{16} << 20) + (std::size_t{128} << 10) * sheets;
  return limits;
}

// The run works in the folder of the .tex files, so that all names in them mean what they mean to
// plain xelatex, and writes into its own, where it also looks first: nothing that lies next to the
// sheets can stand in for a file of the run. The sheets get names of ours: a job name is never the
// author's text.
void lay_out(const Batch& batch, const fs::path& folder) {
  std::size_t number = 0;
  for (const BatchSheet& sheet : batch.sheets) {
    write_scratch_file(folder / fmt::format("{}.tex", ++number), *sheet.tex);
  }
  write_scratch_file(folder / "batch.aux", "");  // which LaTeX looks for
}

// From the folder of the .tex files to that of the run: no name of the user's is in it.
fs::path way_to(const fs::path& folder, const fs::path& beside) {
  return fs::canonical(folder).lexically_relative(fs::canonical(beside));
}

// A log that names the files of the run as if they lay where it works.
std::string with_plain_names(std::string_view log, const fs::path& way) {
  const std::string before = way.string() + "/";
  std::string plain;
  for (auto at = log.find(before); at != std::string_view::npos; at = log.find(before)) {
    plain.append(log.substr(0, at)).append("./");
    log.remove_prefix(at + before.size());
  }
  return plain.append(log);
}

// The last of what is in a file that somebody else is writing.
std::string end_of(const fs::path& file, std::size_t bytes) {
  std::ifstream from(file, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::streamoff>(from.tellg());
  if (size <= 0) return {};
  const std::streamoff begin =
      std::max<std::streamoff>(0, size - static_cast<std::streamoff>(bytes));
  std::string text(static_cast<std::size_t>(size - begin), '\0');
  from.seekg(begin);
  from.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, from.gcount())));
  return text;
}

// One run of the engine over a batch that was laid out.
class Run {
 public:
  Run(const Toolchain& toolchain, const Batch& batch, const fs::path& folder, std::stop_token stop,
      const std::function<void(std::size_t)>& progress)
      : toolchain_(toolchain),
        batch_(batch),
        folder_(folder),
        way_(way_to(folder, batch.beside)),
        engine_limits_(engine_limits(batch.sheets.size(), toolchain.startup_timeout)),
        driver_limits_(limits_for(batch.sheets.size(), toolchain.startup_timeout)),
        stop_(std::move(stop)),
        progress_(progress) {}

  // With the class from `format`, when there is one.
  ProcessResult engine(const std::optional<fs::path>& format);
  ProcessResult driver();

  // The sheet at which the last engine was when it died, from 1; 0: it was at none.
  unsigned last() const { return last_; }
  const std::string& log_text() const { return log_text_; }
  const EngineLog& log() const { return log_; }
  std::string describe_engine(const ProcessResult& ended) const {
    return describe(ended, engine_limits_);
  }
  const fs::path& driver_program() const { return toolchain_.xdvipdfmx; }
  std::string describe_driver(const ProcessResult& ended) const {
    return describe(ended, driver_limits_);
  }

 private:
  Command command(const fs::path& program, std::vector<std::string> arguments,
                  std::vector<fs::path> readable, const Limits& limits) const;
  void tell_progress(const std::string& nonce) const;

  const Toolchain& toolchain_;
  const Batch& batch_;
  const fs::path& folder_;
  const fs::path way_;
  const Limits engine_limits_;
  const Limits driver_limits_;
  const std::stop_token stop_;
  const std::function<void(std::size_t)>& progress_;
  std::string log_text_;
  EngineLog log_;
  unsigned last_ = 0;
};

Command Run::command(const fs::path& program, std::vector<std::string> arguments,
                     std::vector<fs::path> readable, const Limits& limits) const {
  readable.push_back(fs::canonical(batch_.beside));
  Command command = sandboxed(toolchain_, program, std::move(arguments), folder_, readable, limits);
  command.folder = readable.back();
  return command;
}

// The engine names each sheet as it begins it.
void Run::tell_progress(const std::string& nonce) const {
  constexpr std::size_t enough = 4096;  // bytes: a mark has some 30
  const unsigned sheet = last_sheet(end_of(folder_ / "program.out", enough), nonce);
  if (sheet >= 1 && sheet <= batch_.sheets.size()) progress_(sheet - 1);
}

ProcessResult Run::engine(const std::optional<fs::path>& format) {
  const std::string nonce = new_nonce();
  const std::string preamble = format ? "" : preamble_of(*batch_.sheets.front().tex);
  write_scratch_file(folder_ / "batch.tex",
                     batch_source({preamble, batch_.class_options, batch_.max_size, nonce,
                                   batch_.sheets.size(), batch_.by_hand, batch_.first_pages}));
  std::vector<std::string> arguments{
      "-no-pdf",          "-no-shell-escape", "-interaction=nonstopmode",
      "-file-line-error", "-jobname=batch",   "-output-directory=" + way_.string()};
  if (batch_.by_hand) arguments.emplace_back("-recorder");
  if (wants_lines(batch_)) arguments.emplace_back("-synctex=1");
  std::vector<fs::path> may_read;
  if (format) {
    std::error_code error;
    fs::create_symlink(*format, folder_ / "batch.fmt", error);
    arguments.emplace_back("-fmt=" + (way_ / "batch.fmt").string());
    // Or the file of the recorder has the path of the format in its name, and no place.
    arguments.emplace_back("-progname=xelatex");
    may_read.push_back(*format);
  }
  arguments.emplace_back("batch.tex");
  Command engine =
      command(toolchain_.xelatex, std::move(arguments), std::move(may_read), engine_limits_);
  engine.watch = [&] { tell_progress(nonce); };
  ProcessResult ended = run(engine, stop_);
  log_text_ = with_plain_names(read_file(folder_ / "batch.log").value_or(""), way_);
  log_ = read_log(log_text_, nonce);
  find_places(log_, batch_.beside);
  last_ = 0;
  if (!log_.complete) {
    const std::string said = read_file(folder_ / "program.out").value_or("");
    const std::size_t enough =
        log_.sheets.empty() ? ~std::size_t{0} : engine_limits_.memory_bytes;  // to begin with
    require_memory(ended, said, enough, "xelatex was setting sheets");
    last_ = last_sheet(said, nonce);
  }
  return ended;
}

ProcessResult Run::driver() {
  Command driver =
      command(toolchain_.xdvipdfmx,
              {"-q", "-o", (way_ / "batch.pdf").string(), (way_ / "batch.xdv").string()}, {},
              driver_limits_);
  // Names of subset fonts: the same each time.
  driver.environment.try_emplace("SOURCE_DATE_EPOCH", "0");
  driver.watch = [this] { progress_(batch_.sheets.size()); };
  ProcessResult ended = run(driver, stop_);
  if (!ended.success()) {
    require_memory(ended, read_file(folder_ / "program.out").value_or(""),
                   driver_limits_.memory_bytes, "xdvipdfmx was making a PDF");
  }
  return ended;
}

// An engine that does not start is the fault of no sheet.
void require_start(const ProcessResult& ended, const fs::path& program) {
  if (ended.cause != ProcessResult::Cause::not_started) return;
  throw Trouble(
      fmt::format("`{}` cannot be started: {}", program.string(), std::strerror(ended.code)),
      "`listok doctor` tells what is missing");
}

// Packages of a person's may learn in one run where a thing is, and put another there in the next.
bool wants_another_run(const std::string& log) {
  return log.find("Rerun to get cross-references right") != log.npos;
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
    } else if (message.kind != TexMessage::Kind::overfull) {
      result.messages.push_back(message);
    }
  }
}

bool has_error(const std::vector<TexMessage>& messages) {
  return std::any_of(messages.begin(), messages.end(), [](const TexMessage& message) {
    return message.kind == TexMessage::Kind::error || loses_text(message);
  });
}

// What the pages show, each sheet's against what it should. Returns why they cannot be read, or
// nothing.
std::string prove(const std::string& xdv, const Batch& batch, BatchResult& result) {
  const auto pages = prove_pages(xdv);
  if (!pages) return "xelatex did not finish its pages";
  for (std::size_t index = 0; index < result.sheets.size(); ++index) {
    SheetResult& sheet = result.sheets[index];
    const SheetMarks& marks = sheet.marks;
    if (!marks.whole() || marks.page + marks.pages > pages->size()) continue;
    sheet.shown = {};
    for (std::size_t page = 0; page < marks.pages; ++page)
      sheet.shown += (*pages)[marks.page + page];
    const std::size_t letters = batch.sheets[index].letters;
    sheet.lacking = letters - std::min(letters, sheet.shown.letters);
    const bool lost = sheet.shown.off_paper > 0 || sheet.lacking > 0;
    if (lost) sheet.state = SheetResult::State::faulty;
  }
  if (!batch.whole) return {};
  const auto off = [](const PageProof& page) { return page.off_paper > 0; };
  return std::ranges::any_of(*pages, off) ? "a line of it runs off the paper" : "";
}

// The pages that the engine set, proven, into PDFs.
void print_pages(Run& run, const Batch& batch, const fs::path& folder, BatchResult& result) {
  const std::string xdv = read_file(folder / "batch.xdv").value_or("");
  result.fonts = font_files(xdv);
  if (batch.by_hand) result.inputs = inputs_of_run(folder, batch.beside, xdv);
  const std::string unproven = prove(xdv, batch, result);
  if (!unproven.empty()) {
    result.fault = unproven;
    return;
  }
  const ProcessResult driver = run.driver();
  require_start(driver, run.driver_program());
  result.seconds += driver.seconds;
  if (!driver.success()) {
    require_space(folder);
    result.fault = fmt::format("xdvipdfmx {}", run.describe_driver(driver));
  } else if (batch.whole) {
    result.whole = folder / "batch.pdf";
  } else {
    cut_sheets(batch, folder, run.log().pages, result);
  }
}

std::string tail(std::string text) {
  return text.size() <= log_tail ? text : text.substr(text.size() - log_tail);
}

}  // namespace

BatchResult typeset(const Toolchain& toolchain, const Batch& batch, const fs::path& folder,
                    std::stop_token stop, const std::function<void(std::size_t)>& progress) {
  BatchResult result;
  result.sheets.resize(batch.sheets.size());
  lay_out(batch, folder);
  const FormatSource wanted{batch.class_options, preamble_of(*batch.sheets.front().tex)};
  auto format =
      is_bare(wanted.preamble) ? find_format(toolchain, wanted, folder, stop) : std::nullopt;

  Run run(toolchain, batch, folder, stop, progress);
  ProcessResult engine = run.engine(format);
  const bool silent = run.last() == 0 && run.log().sheets.empty() && run.log().messages.empty();
  if (format && silent && !stop.stop_requested()) {
    discard_format(*format);  // no sheet was begun: it may be broken
    format.reset();
    engine = run.engine(format);
  }
  require_start(engine, toolchain.xelatex);
  result.seconds = engine.seconds;
  for (int runs = 1; batch.by_hand && runs < most_runs && engine.success() &&
                     !stop.stop_requested() && wants_another_run(run.log_text());
       ++runs) {
    engine = run.engine(format);
    result.seconds += engine.seconds;
  }
  const EngineLog& log = run.log();
  result.begun = !log.sheets.empty() || run.last() > 0;
  distribute(log, result);
  if (run.last() > 0 && run.last() <= result.sheets.size()) result.culprit = run.last() - 1;
  for (SheetResult& sheet : result.sheets) {
    // An error between sound marks is the sheet's own; without them it may be a neighbour's. An
    // error of the preamble is everybody's.
    const bool own = has_error(sheet.messages) && sheet.marks.whole();
    if (own || !result.messages.empty()) sheet.state = SheetResult::State::faulty;
  }
  const bool before =
      std::any_of(result.messages.begin(), result.messages.end(),
                  [](const TexMessage& message) { return !missing_face(message.text).empty(); });
  drop_what_follows(result.messages, before);
  for (SheetResult& sheet : result.sheets) drop_what_follows(sheet.messages, before);
  if (!log.complete) require_space(folder);
  if (!log.complete || engine.cause != ProcessResult::Cause::exited) {
    result.fault = fmt::format("xelatex {}", run.describe_engine(engine));
  }
  if (log.complete && log.pages > 0) print_pages(run, batch, folder, result);
  const bool all_proven = std::all_of(
      result.sheets.begin(), result.sheets.end(),
      [](const SheetResult& sheet) { return sheet.state == SheetResult::State::proven; });
  if (!all_proven && !batch.whole) result.log = tail(run.log_text());
  return result;
}

}  // namespace listok::latex
