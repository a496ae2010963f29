// Keeps what became of every sheet: reports it to the observer, writes it into the output folder,
// and remembers it for the next run. A journal is written along with the PDFs, and replaced by the
// record at the end.
//
// A shard keeps a record and a journal of its own; the next build of the whole bank adds them to
// the common ones.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "latex/build/diagnose.hpp"
#include "latex/build/sheet.hpp"
#include "latex/engine/scheduler.hpp"
#include "latex/record/build_log_file.hpp"
#include "latex/record/report_json.hpp"
#include "latex/record/staleness.hpp"
#include "latex/system/file_hashes.hpp"

namespace listok::latex {

class BuildLog {
 public:
  // `sheets` outlive the build_log, as do those that are `unmade` already. Reads the record of the
  // last run. `begun`: when this one was.
  BuildLog(const BuildOptions& options, std::int64_t begun, const Observer& observer,
           const std::vector<Sheet>& sheets, const std::vector<Sheet>& unmade);

  const Record* known(const std::filesystem::path& pdf) const;
  const Records& records() const { return records_; }

  // Which PDF stands there; what is as it was made is then known by its new stamp.
  OnDisk look_at(const std::filesystem::path& pdf);
  // `own` and what was read by the run that `record` is of, as that is now: fonts, and files next
  // to sheets in `folder` when TeX of a person is in it.
  Dependencies complete(Dependencies own, const std::vector<std::string>& fonts,
                        const std::vector<std::string>& inputs, const std::filesystem::path& folder,
                        bool by_hand);

  // Reports again what was reported when sheets that are up to date were made, but not for those
  // that are `unchanged`.
  void recall();
  // True when the sheet failed the last time, of the same dependencies: it would again. Reports
  // why.
  bool fails_again(std::size_t sheet);

  // `all` more sheets are going to be made.
  void expect(std::size_t all);
  // Puts proven PDFs in place, and says of the others why there is none. From any thread.
  void take(const std::vector<Outcome>& outcomes);
  // A sheet that cannot be made, for a reason that is known without an engine.
  void give_up(std::size_t sheet, const emitter::Diagnostic& why);
  // `set` sheets more are ready to be taken. From any thread.
  void foresee(std::size_t set);
  // A sheet that is not made, which has been reported elsewhere.
  void leave_out(std::size_t sheet);
  // As `take`, a PDF that is no sheet: a book.
  void put(const std::filesystem::path& pdf, const std::string& bytes, Record record);
  // Forgets a PDF of an item that is gone.
  void forget(const std::string& pdf);
  // Writes the record, which ends the journal, and the report; those of shards are then in these.
  void save() const;

  bool failed(std::size_t sheet) const { return states_[sheet] == State::failed; }
  std::size_t made() const { return made_; }
  std::size_t failures() const { return failed_ + failed_again_; }
  std::size_t expected() const { return expected_; }
  std::size_t up_to_date() const;
  // False when a sheet failed in a way that may be another the next time.
  bool lasting() const { return lasting_; }

 private:
  enum class State { up_to_date, made, failed };
  struct Contents {  // of what was put in place
    Hash pdf, synctex;
  };

  std::vector<ReportLine> report() const;  // every sheet, in the order of the bank
  void tell_progress();
  void accept(const Sheet& sheet, const Outcome& outcome, const Contents& contents);
  void refuse(const Sheet& sheet, const Outcome& outcome);
  void keep(const Sheet& sheet, Failure failure);
  void tell(const Diagnosis& diagnosis);
  void tell_warnings(const Sheet& sheet, Record& record);
  std::vector<std::string> inputs_of(const Sheet& sheet, std::vector<std::string> read) const;
  Record record_of(const Sheet& sheet, const Outcome& outcome, const Contents& contents);

  const BuildOptions& options_;
  const Observer& observer_;
  const std::vector<Sheet>& sheets_;
  const std::vector<Sheet>& unmade_;
  std::vector<State> states_;
  FileHashes files_;
  std::map<std::filesystem::path, Hash> searches_;  // by folder
  BuildLogFile store_;
  Records records_;
  Failures failures_;
  std::set<std::filesystem::path> pictures_;  // of all sheets, as they lie in the output folder
  emitter::Diagnostics told_;  // of no one sheet: an error in a preamble is that of many
  std::mutex mutex_;           // held while an outcome is written down and reported to the observer
  std::size_t made_ = 0;
  std::size_t failed_ = 0;
  std::size_t failed_again_ = 0;
  std::size_t expected_ = 0;
  std::size_t foreseen_ = 0;
  std::size_t shown_ = 0;  // as done: what was set in vain does not count backwards
  bool lasting_ = true;
};

// The file of the output folder in which `save` says what became of each sheet.
std::string report_name(const BuildOptions& options);

}  // namespace listok::latex
