#include "emitter/base/diagnostic_list.hpp"

#include <fmt/format.h>

#include <utility>

namespace listok::emitter {

DiagnosticList::DiagnosticList(const Source& source, std::size_t limit)
    : source_(source), limit_(limit) {}

bool DiagnosticList::keeps(std::size_t& count, Span span) {
  if (count++ < limit_) return true;
  if (left_out_++ == 0) first_left_out_ = span;
  return false;
}

void DiagnosticList::record(Severity severity, Span span, std::string code, std::string message,
                            std::string hint) {
  if (!keeps(severity == Severity::error ? errors_ : warnings_, span)) return;
  kept_.push_back(
      source_.diagnostic(severity, span, std::move(code), std::move(message), std::move(hint)));
}

void DiagnosticList::error(Span span, std::string code, std::string message, std::string hint) {
  record(Severity::error, span, std::move(code), std::move(message), std::move(hint));
}

void DiagnosticList::warning(Span span, std::string code, std::string message, std::string hint) {
  record(Severity::warning, span, std::move(code), std::move(message), std::move(hint));
}

Diagnostics DiagnosticList::take() const {
  Diagnostics all = kept_;
  if (left_out_ > 0) {
    all.push_back(source_.diagnostic(
        Severity::note, first_left_out_, "more",
        fmt::format("{} more like {} from here on", left_out_, left_out_ == 1 ? "this" : "these")));
  }
  return all;
}

}  // namespace listok::emitter
