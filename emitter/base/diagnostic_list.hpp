// Collects the diagnostics of one file, up to a limit: a picture named .md would give thousands.
// In: byte ranges of a Source, codes and messages. Out: diagnostics, and a note with the count of
// those that were left out. Errors: none.
#pragma once

#include <string>

#include "emitter/base/source.hpp"

namespace listok::emitter {

class DiagnosticList {
 public:
  // `source` must outlive the object. `limit` holds for errors and for warnings, each on its own.
  explicit DiagnosticList(const Source& source, std::size_t limit = 50);

  void error(Span span, std::string code, std::string message, std::string hint = {});
  void warning(Span span, std::string code, std::string message, std::string hint = {});

  // What is no error counts as a warning.
  void record(Severity severity, Span span, std::string code, std::string message,
              std::string hint);

  // An error more would only be counted: what it says need not be worked out.
  bool full() const { return errors_ >= limit_; }
  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  // The diagnostics in the order found, the note at the end.
  Diagnostics take() const;

 private:
  const Source& source_;
  std::size_t limit_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  Span first_left_out_;
  std::size_t left_out_ = 0;
  Diagnostics kept_;

  bool keeps(std::size_t& count, Span span);
};

}  // namespace listok::emitter
