#include "latex/json.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <algorithm>
#include <cmath>
#include <functional>

#include "emitter/parallel.hpp"
#include "latex/names.hpp"

namespace listok::latex {
namespace {

namespace json = boost::json;

constexpr int record_version = 2;  // change it with the meaning of anything in the record

const char* name_of(emitter::Severity severity) {
  switch (severity) {
    case emitter::Severity::note: return "note";
    case emitter::Severity::warning: return "warning";
    case emitter::Severity::error: break;
  }
  return "error";
}

json::array strings(const std::vector<std::string>& values) {
  json::array array;
  for (const std::string& value : values) array.emplace_back(value);
  return array;
}

std::vector<std::string> read_strings(const json::value& array) {
  std::vector<std::string> values;
  for (const auto& value : array.as_array()) values.emplace_back(value.as_string());
  return values;
}

// The library does not read back the very double that it wrote.
std::int64_t thousandths(double value) { return std::llround(value * 1000); }
double from_thousandths(const json::value& value) {
  return static_cast<double>(value.to_number<std::int64_t>()) / 1000;
}

json::object record_object(const Record& record) {
  json::object ingredients;
  for (std::size_t number = 0; number < ingredient_names.size(); ++number) {
    const Hash& hash = record.ingredients[static_cast<Ingredient>(number)];
    if (!hash.none()) ingredients[ingredient_names[number]] = hex(hash);
  }
  return {{"ingredients", std::move(ingredients)},  {"bytes", record.stamp.bytes},
          {"changed", record.stamp.nanoseconds},    {"size", thousandths(record.size)},
          {"natural", thousandths(record.natural)}, {"fill", thousandths(record.fill)},
          {"seconds", thousandths(record.seconds)}, {"warnings", strings(record.warnings)},
          {"fonts", strings(record.fonts)}};
}

Record read_record(const json::object& object) {
  Record record;
  const json::object& ingredients = object.at("ingredients").as_object();
  for (std::size_t number = 0; number < ingredient_names.size(); ++number) {
    const json::value* found = ingredients.if_contains(ingredient_names[number]);
    if (found == nullptr) continue;
    record.ingredients[static_cast<Ingredient>(number)] =
        hash_from(found->as_string()).value_or(Hash{});
  }
  record.stamp = {object.at("bytes").to_number<std::uintmax_t>(),
                  object.at("changed").to_number<std::int64_t>()};
  record.size = from_thousandths(object.at("size"));
  record.natural = from_thousandths(object.at("natural"));
  record.fill = from_thousandths(object.at("fill"));
  record.seconds = from_thousandths(object.at("seconds"));
  record.warnings = read_strings(object.at("warnings"));
  record.fonts = read_strings(object.at("fonts"));
  return record;
}

// The library writes 10.25 as 1.025E1, which is no pleasure to read.
std::string record_fields(const Record& record) {
  return fmt::format(R"(,"size":{:.4g},"fill":{:.3f},"seconds":{:.3f},"warnings":{})", record.size,
                     record.fill, record.seconds, json::serialize(strings(record.warnings)));
}

// The texts of 0, 1, … one after another; some hundreds at a time are made on all cores.
std::string in_order(std::size_t count, const std::function<std::string(std::size_t)>& text_of) {
  constexpr std::size_t most = 500;
  std::string all;
  for (std::size_t begin = 0; begin < count; begin += most) {
    std::vector<std::string> texts(std::min(most, count - begin));
    emitter::in_parallel(texts.size(),
                         [&](std::size_t number) { texts[number] = text_of(begin + number); });
    for (const std::string& text : texts) all += text;
  }
  return all;
}

}  // namespace

std::string diagnostic_json(const emitter::Diagnostic& diagnostic) {
  json::object object{{"severity", name_of(diagnostic.severity)},
                      {"code", diagnostic.code},
                      {"message", diagnostic.message}};
  if (!diagnostic.hint.empty()) object["hint"] = diagnostic.hint;
  if (!diagnostic.file.empty()) object["file"] = diagnostic.file;
  if (diagnostic.line != 0) object["line"] = diagnostic.line;
  if (diagnostic.column != 0) object["column"] = diagnostic.column;
  if (diagnostic.column != 0) object["length"] = diagnostic.length;
  return json::serialize(object);
}

std::string edited_json(const EditedSheet& sheet, const std::filesystem::path& output,
                        const std::optional<ShortDiff>& changed) {
  json::object object{{"state", name_of(sheet.state)},
                      {"id", sheet.id},
                      {"folder", sheet.folder},
                      {"file", (output / sheet.file).string()}};
  if (changed) {
    object["added"] = changed->added;
    object["removed"] = changed->removed;
  }
  return json::serialize(object);
}

std::string diff_json(const std::filesystem::path& file, const std::string& diff) {
  return json::serialize(json::object{{"file", file.string()}, {"diff", diff}});
}

std::string record_line(const std::string& pdf, const Record& record) {
  return json::serialize(json::array{record_version, pdf, record_object(record)}) + "\n";
}

std::string record_lines(const Records& records) {
  std::vector<const Records::value_type*> all;
  for (const auto& one : records) all.push_back(&one);
  return in_order(all.size(), [&](std::size_t number) {
    return record_line(all[number]->first, all[number]->second);
  });
}

void read_record_lines(std::string_view lines, Records& records) {
  for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
    try {
      const json::value value = json::parse({lines.data(), end});
      const json::array& line = value.as_array();
      const std::string pdf(line.at(1).as_string());
      if (line.at(0).to_number<int>() == record_version && is_pdf_name(pdf)) {
        records[pdf] = read_record(line.at(2).as_object());
      }
    } catch (const std::exception&) {  // a line that was cut off: its sheet is made again
    }
    lines.remove_prefix(end + 1);
  }
}

std::string report_json(const std::vector<ReportLine>& lines) {
  if (lines.empty()) return "[]\n";
  const std::string objects = in_order(lines.size(), [&](std::size_t number) {
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

std::string item_json(const ItemLine& item) {
  json::object titles, files;
  json::array broken;
  for (const ItemLine::File& file : item.files) {
    titles[file.language] = file.title;
    files[file.language] = file.name;
    if (file.broken) broken.emplace_back(file.language);
  }
  json::object object{{"number", item.number}, {"id", item.id}};
  if (!item.difficulty.empty()) object["difficulty"] = item.difficulty;
  object["tags"] = strings(item.tags);
  object["titles"] = std::move(titles);
  object["files"] = std::move(files);
  object["broken"] = std::move(broken);
  return json::serialize(object);
}

}  // namespace listok::latex
