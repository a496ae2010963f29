#include "latex/pages/synctex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "emitter/text/text.hpp"
#include "pictures/base/deflate.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_unpacked = std::size_t{64} << 20;  // bytes; a usual page has 15,000

// The number that `text` begins with is taken off it.
std::optional<unsigned> take_number(std::string_view& text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool is_one_of(char kind, std::string_view kinds) { return kinds.find(kind) != kinds.npos; }

// "g1,8:3685664,4356554" is glue, of line 8 of file 1, and where it is; "]" and ")" end a box.
struct SyncRecord {
  char kind = 0;
  unsigned tag = 0, line = 0;
  std::string_view place;  // with its colon

  bool begins_box() const { return is_one_of(kind, "[("); }
  bool ends_box() const { return is_one_of(kind, "])"); }
};

std::optional<SyncRecord> record_in(std::string_view line) {
  if (line == "]" || line == ")") return SyncRecord{line[0], 0, 0, {}};
  if (line.empty() || !is_one_of(line[0], "[(hvgk$xr")) return std::nullopt;
  const char kind = line[0];
  line.remove_prefix(1);
  const auto tag = take_number(line);
  if (!tag || !line.starts_with(',')) return std::nullopt;
  line.remove_prefix(1);
  const auto number = take_number(line);
  if (!number) return std::nullopt;
  line.remove_prefix(std::min(line.find(':'), line.size()));  // a column, which no engine knows
  const bool sound = line.find_first_not_of("0123456789-,:=") == line.npos;
  if (line.size() < 2 || !sound) return std::nullopt;
  return SyncRecord{kind, *tag, *number, line};
}

// The records of a page; nothing when it has others.
std::optional<std::vector<SyncRecord>> records_of(std::string_view page) {
  std::vector<SyncRecord> records;
  std::vector<char> open;
  while (!page.empty()) {
    const std::string_view line = emitter::take_line(page);
    if (line.starts_with('!') || line.starts_with("Input:")) continue;
    const auto record = record_in(line);
    if (!record) return std::nullopt;
    if (record->begins_box()) open.push_back(record->kind == '[' ? ']' : ')');
    if (record->ends_box()) {
      if (open.empty() || open.back() != record->kind) return std::nullopt;
      open.pop_back();
    }
    records.push_back(*record);
  }
  return open.empty() && !records.empty() ? std::optional(std::move(records)) : std::nullopt;
}

// Adds records, and the marks that tell how many bytes stand since the mark before.
class Writer {
 public:
  void line(std::string_view line) { text_.append(line).append("\n"); }
  void record(std::string_view record) {
    line(record);
    ++records_;
  }
  void mark() {
    const std::size_t here = text_.size();
    record(fmt::format("!{}", here - last_mark_));
    last_mark_ = here;
  }
  std::string end() && {
    mark();
    line(fmt::format("Postamble:\nCount:{}", records_));
    mark();
    line("Post scriptum:");
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t last_mark_ = 0;
  std::size_t records_ = 0;
};

// Follows the boxes of a page: which lines of Markdown a line of it shows.
class Rows {
 public:
  explicit Rows(const Origin& origin) : origin_(origin) {}

  void begin(const SyncRecord& box) { open_.push_back({box.kind, box.place, {}}); }

  // A row of a page is a horizontal box in a vertical one.
  void point_of(unsigned tex_line) {
    if (tex_line == 0 || tex_line > origin_.lines.size()) return;
    const Origin::Line& from = origin_.lines[tex_line - 1];
    const auto vertical =
        std::find_if(open_.rbegin(), open_.rend(), [](const Box& box) { return box.kind == '['; });
    if (from.line == 0 || vertical == open_.rbegin() || vertical == open_.rend()) return;
    std::vector<Origin::Line>& shown = vertical.base()->shown;
    if (std::ranges::find(shown, from) == shown.end()) shown.push_back(from);
  }

  void end(Writer& writer) {
    const Box box = std::move(open_.back());
    open_.pop_back();
    for (const Origin::Line& from : box.shown) {
      writer.record(fmt::format("[{},{}{}", from.file + 2, from.line, box.place));
      writer.record("]");
    }
  }

 private:
  struct Box {
    char kind;
    std::string_view place;
    std::vector<Origin::Line> shown;
  };
  const Origin& origin_;
  std::vector<Box> open_;
};

}  // namespace

SyncTex::SyncTex(std::string_view packed, const fs::path& folder)
    : folder_(folder), text_(pictures::unpacked_gzip(packed, most_unpacked).value_or("")) {
  std::string_view text = text_;
  unsigned page = 0;
  const char* begin = nullptr;  // of the page, when it is open
  while (!text.empty()) {
    std::string_view line = emitter::take_line(text);
    if (line.starts_with("Input:")) {
      line.remove_prefix(std::string_view("Input:").size());
      const auto tag = take_number(line);
      if (tag && line.starts_with(':')) files_[*tag] = fs::path(line.substr(1)).lexically_normal();
    } else if (line.starts_with("Magnification:") || line.starts_with("Unit:") ||
               line.starts_with("X Offset:") || line.starts_with("Y Offset:")) {
      units_.append(line).append("\n");
    } else if (line.starts_with('{')) {
      line.remove_prefix(1);
      const auto number = take_number(line);
      page = number.value_or(0);
      begin = number ? text.data() : nullptr;
    } else if (line.starts_with('}') && begin != nullptr) {
      pages_[page] = {begin, static_cast<std::size_t>(line.data() - begin)};
      begin = nullptr;
    }
  }
}

// Viewers hand the name of a file to a shell, with the command that opens an editor.
bool SyncTex::hides(const fs::path& file) const {
  constexpr std::string_view of_shells = "\"'`$;&|<>\\!*?{}[]()#~";
  const std::string& name = file.native();
  const bool plain = std::ranges::none_of(name, [&](char letter) {
    return static_cast<unsigned char>(letter) < ' ' || is_one_of(letter, of_shells);
  });
  return file.parent_path() == folder_ || !file.is_absolute() || !plain;
}

std::string SyncTex::of_sheet(const std::string& name, std::size_t first, std::size_t count,
                              const Origin& origin) const {
  std::vector<std::vector<SyncRecord>> pages;
  for (std::size_t page = first + 1; page <= first + count; ++page) {
    const auto found = pages_.find(static_cast<unsigned>(page));
    auto records = found == pages_.end() ? std::nullopt : records_of(found->second);
    if (!records) return {};
    pages.push_back(std::move(*records));
  }
  unsigned last_line = 1;
  std::map<unsigned, unsigned> tags;  // of the run -> 1: the .tex; behind the Markdown: others
  auto next = static_cast<unsigned>(2 + origin.markdown.size());
  std::string others;
  for (const auto& page : pages) {
    for (const SyncRecord& record : page) {
      if (record.ends_box()) continue;
      const auto file = files_.find(record.tag);
      if (file == files_.end()) return {};
      if (file->second == folder_ / name) last_line = std::max(last_line, record.line);
      const auto [tag, added] = tags.try_emplace(record.tag, 1);
      if (!added || hides(file->second)) continue;
      others += fmt::format("Input:{}:{}\n", tag->second = next++, file->second.string());
    }
  }
  Writer writer;
  writer.line("SyncTeX Version:1\nInput:1:" + origin.tex.string());
  for (std::size_t file = 0; file < origin.markdown.size(); ++file)
    writer.line(fmt::format("Input:{}:{}", file + 2, origin.markdown[file].string()));
  writer.line(others + "Output:pdf\n" + units_ + "Content:");
  for (std::size_t page = 0; page < pages.size(); ++page) {
    writer.mark();
    writer.record(fmt::format("{{{}", page + 1));
    Rows rows(origin);
    for (const SyncRecord& record : pages[page]) {
      if (record.ends_box()) {
        writer.record(std::string(1, record.kind));
        rows.end(writer);
        continue;
      }
      const fs::path& file = files_.at(record.tag);
      const bool own = file == folder_ / name;
      const unsigned line = !own && hides(file) ? last_line : record.line;
      writer.record(fmt::format("{}{},{}{}", record.kind, tags.at(record.tag), line, record.place));
      if (record.begins_box()) rows.begin(record);
      if (own && !record.begins_box()) rows.point_of(line);
    }
    writer.mark();
    writer.record(fmt::format("}}{}", page + 1));
  }
  return pictures::packed_gzip(std::move(writer).end());
}

}  // namespace listok::latex
