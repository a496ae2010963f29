// Makes the PDFs of sheets whose .tex files are in place, and the books of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <set>
#include <string>
#include <vector>

#include "latex/base/options.hpp"
#include "latex/build/batch_plan.hpp"
#include "latex/build/book_source.hpp"
#include "latex/build/build_log.hpp"
#include "latex/build/sheet.hpp"
#include "latex/build/trust.hpp"
#include "latex/engine/scheduler.hpp"
#include "latex/engine/toolchain.hpp"

namespace listok::latex {

class SheetMaker {
 public:
  // `begun`: when the build was, in nanoseconds since the epoch. All but `prepared` outlives the
  // object.
  SheetMaker(const emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
             std::int64_t begun, Prepared prepared, std::stop_token stop)
      : bank_(bank),
        options_(options),
        observer_(observer),
        sheets_(std::move(prepared.sheets)),
        unmade_(std::move(prepared.unmade)),
        refused_(std::move(prepared.refused)),
        stop_(std::move(stop)),
        toolchain_(find_toolchain()),
        trust_(options, observer, sandbox_strength()),
        build_log_(options, begun, observer, sheets_, unmade_) {}

  // Makes what is stale and counts it. `whole`: what the bank lacks is gone from it.
  void run(bool whole, BuildResult& result);

  const std::vector<Sheet>& sheets() const { return sheets_; }
  const std::vector<Sheet>& unmade() const { return unmade_; }
  const std::set<std::string>& refused() const { return refused_; }
  const BuildLog& build_log() const { return build_log_; }
  // False when the next build may come to something else though nothing changes.
  bool lasting() const { return lasting_ && build_log_.lasting(); }
  bool bound() const { return bound_; }  // no book lacks a sheet

 private:
  Numbers plan();
  Numbers trusted(const Numbers& numbers);
  void set(const Numbers& wanted, double max_size);
  std::set<std::string> present_sheets() const;
  void level();
  void bind(const WantedBook& wanted);
  void put_book(const std::filesystem::path& pdf, const std::filesystem::path& beside,
                const BookSource& source, const Dependencies& own);
  void make(bool whole);
  void need_patterns(const Numbers& numbers);
  void furnish();
  void forget_texts();
  bool is_stale(const std::filesystem::path& pdf, const Dependencies& dependencies);
  void explain(const std::filesystem::path& pdf, const std::string& why);

  const emitter::Bank& bank_;
  const BuildOptions& options_;
  const Observer& observer_;
  std::vector<Sheet> sheets_;
  const std::vector<Sheet> unmade_;
  const std::set<std::string> refused_;
  std::stop_token stop_;
  Toolchain toolchain_;
  Trust trust_;
  BuildLog build_log_;
  bool lasting_ = true;
  bool bound_ = true;
};

}  // namespace listok::latex
