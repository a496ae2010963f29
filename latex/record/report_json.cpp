#include "latex/record/report_json.hpp"

#include <fmt/format.h>

#include "latex/record/json.hpp"
#include "latex/record/ordered_text.hpp"

namespace listok::latex {
namespace {

// The library writes 10.25 as 1.025E1, which is hard to read.
std::string record_fields(const Record& record) {
  return fmt::format(R"(,"size":{:.4g},"pages":{},"fill":{:.3f},"seconds":{:.3f},"warnings":{})",
                     record.size, record.pages, record.fill, record.seconds,
                     json::serialize(strings(record.warnings)));
}

}  // namespace

std::string report_json(const std::vector<ReportLine>& lines) {
  if (lines.empty()) return "[]\n";
  const std::string objects = text_in_order(lines.size(), [&](std::size_t number) {
    const ReportLine& line = lines[number];
    json::object object{{"id", line.id}, {"language", line.language}};
    if (!line.edition.empty()) object["edition"] = line.edition;
    object["pdf"] = line.pdf;
    object["state"] = line.state;
    std::string fields = json::serialize(object);
    if (line.record != nullptr) fields.insert(fields.size() - 1, record_fields(*line.record));
    return (number == 0 ? "\n  " : ",\n  ") + fields;
  });
  return "[" + objects + "\n]\n";
}

}  // namespace listok::latex
