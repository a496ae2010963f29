#include "latex/record/record_json.hpp"

#include <cmath>
#include <functional>

#include "latex/folder/output_names.hpp"
#include "latex/record/json.hpp"
#include "latex/record/ordered_text.hpp"

namespace listok::latex {
namespace {

constexpr int record_version = 4;  // change it with the meaning of anything in the record

// The library does not read back the very double that it wrote.
std::int64_t thousandths(double value) { return std::llround(value * 1000); }
double from_thousandths(const json::value& value) {
  return static_cast<double>(value.to_number<std::int64_t>()) / 1000;
}

json::array stamp_array(const Stamp& stamp) {
  return {stamp.bytes, stamp.modified, stamp.changed, stamp.inode};
}

Stamp read_stamp(const json::array& array) {
  return {array.at(0).to_number<std::uintmax_t>(), array.at(1).to_number<std::int64_t>(),
          array.at(2).to_number<std::int64_t>(), array.at(3).to_number<std::uint64_t>()};
}

json::array message_array(const TexMessage& message) {
  return {static_cast<int>(message.kind),
          message.sheet,
          message.in_sheet,
          message.line,
          message.text,
          message.context,
          thousandths(message.excess),
          message.file,
          message.source_line,
          message.runaway,
          message.row,
          message.cell,
          thousandths(message.room)};
}

TexMessage read_message(const json::array& parts) {
  const auto text = [&](std::size_t part) { return std::string(parts.at(part).as_string()); };
  return {static_cast<TexMessage::Kind>(parts.at(0).to_number<int>()),
          parts.at(1).to_number<unsigned>(),
          parts.at(2).as_bool(),
          parts.at(3).to_number<std::size_t>(),
          text(4),
          text(5),
          from_thousandths(parts.at(6)),
          text(7),
          text(8),
          text(9),
          parts.at(10).to_number<unsigned>(),
          parts.at(11).to_number<unsigned>(),
          from_thousandths(parts.at(12))};
}

json::array messages_array(const std::vector<TexMessage>& messages) {
  json::array array;
  for (const TexMessage& message : messages) array.push_back(message_array(message));
  return array;
}

std::vector<TexMessage> read_messages(const json::value& array) {
  std::vector<TexMessage> messages;
  for (const auto& value : array.as_array()) messages.push_back(read_message(value.as_array()));
  return messages;
}

json::object ingredients_object(const Dependencies& dependencies) {
  json::object object;
  for (std::size_t number = 0; number < dependency_names.size(); ++number) {
    const Hash& hash = dependencies[static_cast<Dependency>(number)];
    if (!hash.none()) object[dependency_names[number]] = hex(hash);
  }
  return object;
}

Dependencies read_ingredients(const json::object& object) {
  Dependencies dependencies;
  for (std::size_t number = 0; number < dependency_names.size(); ++number) {
    const json::value* found = object.if_contains(dependency_names[number]);
    if (found == nullptr) continue;
    dependencies[static_cast<Dependency>(number)] = hash_from(found->as_string()).value_or(Hash{});
  }
  return dependencies;
}

json::object record_object(const Record& record) {
  json::object object{{"dependencies", ingredients_object(record.dependencies)},
                      {"content", hex(record.content)},
                      {"stamp", stamp_array(record.stamp)},
                      {"size", thousandths(record.size)},
                      {"natural", thousandths(record.natural)},
                      {"fill", thousandths(record.fill)},
                      {"pages", record.pages},
                      {"seconds", thousandths(record.seconds)},
                      {"warnings", strings(record.warnings)},
                      {"messages", messages_array(record.messages)},
                      {"removed", strings(record.removed)},
                      {"fonts", strings(record.fonts)},
                      {"inputs", strings(record.inputs)}};
  if (!record.synctex.none()) object["synctex"] = hex(record.synctex);
  return object;
}

Record read_record(const json::object& object) {
  Record record;
  record.dependencies = read_ingredients(object.at("dependencies").as_object());
  record.content = hash_from(object.at("content").as_string()).value_or(Hash{});
  if (const json::value* synctex = object.if_contains("synctex")) {
    record.synctex = hash_from(synctex->as_string()).value_or(Hash{});
  }
  record.stamp = read_stamp(object.at("stamp").as_array());
  record.size = from_thousandths(object.at("size"));
  record.natural = from_thousandths(object.at("natural"));
  record.fill = from_thousandths(object.at("fill"));
  record.pages = object.at("pages").to_number<std::size_t>();
  record.seconds = from_thousandths(object.at("seconds"));
  record.warnings = read_strings(object.at("warnings"));
  record.messages = read_messages(object.at("messages"));
  record.removed = read_strings(object.at("removed"));
  record.fonts = read_strings(object.at("fonts"));
  record.inputs = read_strings(object.at("inputs"));
  return record;
}

json::array failure_array(const Failure& failure) {
  const SheetMarks& marks = failure.marks;
  return {ingredients_object(failure.dependencies),
          strings(failure.fonts),
          messages_array(failure.messages),
          thousandths(marks.size),
          marks.over,
          marks.group,
          marks.pages,
          marks.made};
}

Failure read_failure(const json::array& parts) {
  Failure failure{read_ingredients(parts.at(0).as_object()),
                  read_strings(parts.at(1)),
                  read_messages(parts.at(2)),
                  {},
                  {}};
  failure.marks.size = from_thousandths(parts.at(3));
  failure.marks.over = parts.at(4).to_number<unsigned>();
  failure.marks.group = parts.at(5).to_number<int>();
  failure.marks.pages = parts.at(6).to_number<std::size_t>();
  failure.marks.made = parts.at(7).to_number<std::size_t>();
  return failure;
}

// Calls `read` with the name and what is known of it for each line that is whole and of this
// version.
void for_lines(std::string_view lines,
               const std::function<void(std::string, const json::value&)>& read) {
  for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
    try {
      const json::value value = json::parse({lines.data(), end});
      const json::array& line = value.as_array();
      const std::string pdf(line.at(1).as_string());
      if (line.at(0).to_number<int>() == record_version && is_pdf_name(pdf)) {
        read(pdf, line.at(2));
      }
    } catch (const std::exception&) {  // a line that was cut off: its sheet is made again
    }
    lines.remove_prefix(end + 1);
  }
}

}  // namespace

std::string record_line(const std::string& pdf, const Record& record) {
  return json::serialize(json::array{record_version, pdf, record_object(record)}) + "\n";
}

std::string record_lines(const Records& records) {
  std::vector<const Records::value_type*> all;
  for (const auto& one : records) all.push_back(&one);
  return text_in_order(all.size(), [&](std::size_t number) {
    return record_line(all[number]->first, all[number]->second);
  });
}

void read_record_lines(std::string_view lines, Records& records) {
  for_lines(lines, [&](std::string pdf, const json::value& known) {
    records[std::move(pdf)] = read_record(known.as_object());
  });
}

std::string failure_lines(const Failures& failures) {
  std::string lines;
  for (const auto& [pdf, failure] : failures) {
    lines += json::serialize(json::array{record_version, pdf, failure_array(failure)}) + "\n";
  }
  return lines;
}

Failures read_failure_lines(std::string_view lines) {
  Failures failures;
  for_lines(lines, [&](std::string pdf, const json::value& known) {
    failures[std::move(pdf)] = read_failure(known.as_array());
  });
  return failures;
}

}  // namespace listok::latex
