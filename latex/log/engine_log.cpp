#include "latex/log/engine_log.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <type_traits>

namespace listok::latex {
namespace {

bool consume(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

template <typename Number>
std::optional<Number> consume_number(std::string_view& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  // from_chars knows "inf" and "nan"; TeX does not.
  if constexpr (std::is_floating_point_v<Number>) {
    if (!std::isfinite(value)) return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// The number after `name` in "…:name=12:…".
template <typename Number>
Number field(std::string_view text, std::string_view name, Number otherwise = {}) {
  const auto at = text.find(std::string(":") + std::string(name) + "=");
  if (at == std::string_view::npos) return otherwise;
  text.remove_prefix(at + name.size() + 2);
  return consume_number<Number>(text).value_or(otherwise);
}

// "./12.tex" -> 12
std::optional<unsigned> sheet_of_file(std::string_view file) {
  consume(file, "./");
  const auto sheet = consume_number<unsigned>(file);
  return file == ".tex" ? sheet : std::nullopt;
}

// Where an error is: file, line and what is said of it.
struct Place {
  std::string_view file;
  std::size_t line = 0;
  std::string_view text;
};

// "./our macros.inc:12: Undefined control sequence." A file may have any name, and what is said of
// it may name another: the first number between two colons is that of the line.
std::optional<Place> place_of(std::string_view line) {
  constexpr std::size_t longest_path = 4096;
  for (auto colon = line.find(':'); colon != std::string_view::npos && colon <= longest_path;
       colon = line.find(':', colon + 1)) {
    std::string_view after = line.substr(colon + 1);
    const auto number = consume_number<std::size_t>(after);
    if (colon > 0 && number && consume(after, ": "))
      return Place{line.substr(0, colon), *number, after};
  }
  return std::nullopt;
}

// The engine names each file as it found it, from here or from the root on.
bool is_path(std::string_view file) {
  return file.starts_with("./") || file.starts_with("../") || file.starts_with('/');
}

class Reader {
 public:
  Reader(std::string_view log, std::string_view nonce)
      : rest_(log), mark_("listok:" + std::string(nonce) + ":") {}

  EngineLog read();

 private:
  bool next_line(std::string_view& line);
  std::string_view line_ahead() const { return rest_.substr(0, rest_.find('\n')); }
  void read_mark(std::string_view mark);
  void read_cell(std::string_view fields);
  bool read_runaway(std::string_view line);
  bool read_error(std::string_view line);
  bool read_box(std::string_view line);
  std::string read_context(std::size_t line);
  bool is_end_of_last(const TexMessage& message);
  void add_error(TexMessage message);
  void add(TexMessage message);
  void tell_left_out();

  std::string_view rest_;
  std::string mark_;
  unsigned current_ = 0;
  std::string runaway_;                       // what the next error is about
  std::map<unsigned, std::size_t> left_out_;  // of a sheet, in the reading of it that is going on
  EngineLog log_;
};

bool Reader::next_line(std::string_view& line) {
  if (rest_.empty()) return false;
  line = line_ahead();
  rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
  return true;
}

void Reader::read_mark(std::string_view mark) {
  if (mark == "done") {
    log_.complete = true;
    current_ = 0;
    return;
  }
  const std::string_view fields = mark;
  if (consume(mark, "try:")) {  // what stuck out at a size that was given up is of no concern
    left_out_.erase(current_);
    std::erase_if(log_.messages, [this](const TexMessage& message) {
      return message.sheet == current_ && message.kind == TexMessage::Kind::overfull;
    });
    return;
  }
  if (mark.starts_with("cell:")) {
    read_cell(mark);
    return;
  }
  const bool begin = consume(mark, "begin:");
  const bool sheet_mark = !begin && consume(mark, "sheet:");
  const bool end = !begin && !sheet_mark && consume(mark, "end:");
  const auto number = consume_number<unsigned>(mark);
  if (!number) return;
  SheetMarks& sheet = log_.sheets[*number];
  if (begin) {
    sheet = {.begun = true};
    sheet.page = field<std::size_t>(fields, "pages");
    current_ = *number;
  } else if (sheet_mark) {
    sheet.set = true;
    sheet.size = field<double>(fields, "size");
    sheet.fill = field<double>(fields, "fill");
    sheet.over = field<unsigned>(fields, "over");
    sheet.made = field<std::size_t>(fields, "pages", 1);
  } else if (end) {
    sheet.ended = true;
    sheet.group = field<int>(fields, "group", 1);
    log_.pages = std::max(log_.pages, field<std::size_t>(fields, "pages"));
    sheet.pages = log_.pages - std::min(sheet.page, log_.pages);
  }
}

// "cell:3:line=12:row=2:cell=1:room=9.5pt:excess=20.1pt"
void Reader::read_cell(std::string_view fields) {
  TexMessage message{TexMessage::Kind::overfull, current_, current_ != 0, 0, "Wide cell", {}};
  message.line = field<std::size_t>(fields, "line");
  message.row = field<unsigned>(fields, "row");
  message.cell = field<unsigned>(fields, "cell");
  message.room = field<double>(fields, "room");
  message.excess = field<double>(fields, "excess");
  if (message.cell > 0) add(std::move(message));
}

// What TeX shows of line `line` up to the error: the text after "l.12 ".
std::string Reader::read_context(std::size_t line) {
  const std::string prefix = "l." + std::to_string(line) + " ";
  std::string_view ahead = rest_;
  for (int lines = 0; lines < 40 && !ahead.empty(); ++lines) {
    const auto end = ahead.find('\n');
    std::string_view candidate = ahead.substr(0, end);
    if (consume(candidate, prefix)) return std::string(candidate);
    if (candidate.starts_with(mark_) || end == std::string_view::npos) break;
    ahead.remove_prefix(end + 1);
  }
  return {};
}

// "Runaway argument?" and, on the next line, its beginning. Nothing is consumed: of an empty
// argument the next line is the error.
bool Reader::read_runaway(std::string_view line) {
  if (!line.starts_with("Runaway ") || !line.ends_with("?")) return false;
  runaway_ = line_ahead();
  return true;
}

// TeX gives up after an error whose place it did not say: this is the place.
bool Reader::is_end_of_last(const TexMessage& message) {
  if (!message.text.starts_with("Emergency stop") || log_.messages.empty()) return false;
  TexMessage& last = log_.messages.back();
  const bool lost = last.kind == TexMessage::Kind::error && last.line == 0;
  if (!lost || last.sheet != message.sheet) return false;
  last.in_sheet = message.in_sheet;
  last.line = message.line;
  last.file = message.file;
  return true;
}

void Reader::add_error(TexMessage message) {
  if (is_end_of_last(message)) return;
  constexpr std::string_view after_line = "all text was ignored after line ";
  const std::string_view text = message.text;
  const auto at = message.in_sheet ? std::string_view::npos : text.find(after_line);
  if (at != std::string_view::npos) {
    std::string_view rest = text.substr(at + after_line.size());
    message.in_sheet = current_ != 0;
    message.line = consume_number<std::size_t>(rest).value_or(0);
    message.file.clear();
  }
  if (!message.in_sheet) message.runaway = runaway_;
  runaway_.clear();
  add(std::move(message));
}

// "./3.tex:12: Undefined control sequence." and, without a line, "! Emergency stop."
bool Reader::read_error(std::string_view line) {
  TexMessage message;
  message.sheet = current_;
  if (consume(line, "! ")) {
    if (line.starts_with("==>")) return true;  // says again that an error was fatal
    message.text = line;
    add_error(std::move(message));
    return true;
  }
  const auto place = place_of(line);
  if (!place) return false;
  message.line = place->line;
  message.text = place->text;
  message.context = read_context(place->line);
  if (!is_path(place->file) && message.context.empty()) return false;
  if (const auto sheet = sheet_of_file(place->file)) {
    message.in_sheet = current_ != 0 && *sheet == current_;
  } else {
    message.file = place->file;
  }
  add_error(std::move(message));
  return true;
}

// "Overfull \hbox (12.3pt too wide) in paragraph at lines 12--14"
bool Reader::read_box(std::string_view line) {
  const bool horizontal = consume(line, "Overfull \\hbox (");
  if (!horizontal) return false;
  const auto excess = consume_number<double>(line);
  if (!excess) return false;
  TexMessage message{TexMessage::Kind::overfull, current_, false, 0, "Overfull box", {}, *excess};
  const auto at = line.find(" line");
  if (at != std::string_view::npos) {
    line.remove_prefix(at + 5);
    consume(line, "s");
    consume(line, " ");
    if (const auto number = consume_number<std::size_t>(line)) {
      message.line = *number;
      message.in_sheet = current_ != 0;
    }
  }
  add(std::move(message));
  return true;
}

// Nobody reads more than `most` messages of a kind about one sheet.
void Reader::add(TexMessage message) {
  constexpr std::size_t most = 20;
  std::size_t alike = 0;
  for (auto one = log_.messages.rbegin(); one != log_.messages.rend(); ++one) {
    if (one->sheet != message.sheet) break;
    if (*one == message) return;
    if (one->kind == message.kind) ++alike;
  }
  if (alike < most) {
    log_.messages.push_back(std::move(message));
  } else {
    ++left_out_[message.sheet];
  }
}

void Reader::tell_left_out() {
  for (const auto& [sheet, count] : left_out_) {
    TexMessage more;
    more.kind = TexMessage::Kind::more;
    more.sheet = sheet;
    more.line = count;
    log_.messages.push_back(std::move(more));
  }
}

EngineLog Reader::read() {
  std::string_view line;
  while (next_line(line)) {
    if (consume(line, mark_)) {
      read_mark(line);
    } else if (!read_box(line) && !read_runaway(line)) {
      read_error(line);
    }
  }
  tell_left_out();
  return std::move(log_);
}

}  // namespace

unsigned last_sheet(std::string_view terminal, std::string_view nonce) {
  const std::string mark = "listok:" + std::string(nonce) + ":at:";
  const auto at = terminal.rfind(mark);
  if (at == std::string_view::npos) return 0;
  terminal.remove_prefix(at + mark.size());
  return consume_number<unsigned>(terminal).value_or(0);
}

EngineLog read_log(std::string_view log, std::string_view nonce) {
  return Reader(log, nonce).read();
}

}  // namespace listok::latex
