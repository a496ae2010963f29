// Reads the engine's log. Pure.
// In: the text of the log, and the nonce of the run. Out: marks of sheets, messages; lengths in pt.
// Errors: none; what is not understood is passed over, and a sheet without its marks is not proven.
//
// Sources: the marks are written by listok.cls (see \listokbatch there); the forms of errors are
// those of -file-line-error, of boxes those of "TeX: The Program", sections 660-666.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// The least margin of any paper, in pt: what sticks out further may be cut off by its edge.
inline constexpr double least_margin = 45;

struct TexMessage {
  // more: how many errors and boxes of the sheet are left out, in `line`.
  enum class Kind { error, overfull, more };
  Kind kind = Kind::error;
  unsigned sheet = 0;            // the sheet that was being read, or had just been; 0 = none yet
  bool in_sheet = false;         // the line is one of the sheet's own file
  std::size_t line = 0;          // of the sheet's file when in_sheet, else of `file`
  std::string text;              // as TeX said it, one line
  std::string context;           // what TeX had read of the line, up to the error; may be empty
  double excess = 0;             // pt, of an overfull box
  std::string file = {};         // of an error outside of sheets: "./local.sty", as TeX names it
  std::string source_line = {};  // that line of the file, where somebody has read it
  // Of an error at the end of a file: what it had read in search of an end, "{open What is".
  std::string runaway = {};
  unsigned row = 0;            // of a cell that sticks out of its column: from 1, which is the head
  unsigned cell = 0;           // 0: it is no cell
  double room = least_margin;  // pt, how far it may stick out before text is lost

  bool operator==(const TexMessage&) const = default;
};

// The sheet at which an engine was that died without its log, from what it said on its terminal:
// 0 when it said nothing.
unsigned last_sheet(std::string_view terminal, std::string_view nonce);

// A line that may leave the paper, a cell that covers the next: text would be lost in print.
inline bool loses_text(const TexMessage& message) {
  return message.kind == TexMessage::Kind::overfull && message.excess > message.room;
}

// A sheet has a page, or two: its front and its back.
inline constexpr std::size_t most_pages = 2;

// What the marks say of one sheet.
struct SheetMarks {
  bool begun = false;
  bool set = false;  // it was shipped
  bool ended = false;
  std::size_t page = 0;   // its first page in the batch, from 0; meaningful when it is whole
  std::size_t pages = 0;  // how many it shipped
  std::size_t made = 1;   // how many the class made of it
  int group = 0;          // groups it left open
  double size = 0;        // pt, the size the fit chose
  double fill = 0;        // natural height over what its pages offer
  unsigned over = 0;      // lines too many at the smallest size

  // The pages that the class made and no other, every group closed. Whether it is free of errors is
  // for the messages to say.
  bool whole() const {
    const bool counted = pages == made && made >= 1 && made <= most_pages;
    return begun && set && ended && counted && group == 0;
  }

  bool operator==(const SheetMarks&) const = default;
};

struct EngineLog {
  std::map<unsigned, SheetMarks> sheets;
  // In order, repetitions (the fit reads a file again) dropped; of a sheet no more than a person
  // reads.
  std::vector<TexMessage> messages;
  std::size_t pages = 0;  // shipped by the run
  bool complete = false;  // the run came to its regular end
};

// `log` is the .log file of a batch that was started with `nonce`, unwrapped (max_print_line).
EngineLog read_log(std::string_view log, std::string_view nonce);

}  // namespace listok::latex
