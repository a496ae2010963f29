#include "latex/log/engine_log.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(engine_log)

BOOST_AUTO_TEST_CASE(the_marks_of_a_good_run) {
  const EngineLog log = read_log(
      "This is XeTeX\n"
      "listok:n0:begin:1:pages=0\n"
      "listok:n0:sheet:1:size=11:fill=0.62:over=0\n"
      "listok:n0:end:1:pages=1:group=0\n"
      "listok:n0:begin:2:pages=1\n"
      "listok:n0:sheet:2:size=8.75:fill=0.99:over=0\n"
      "listok:n0:end:2:pages=2:group=0\n"
      "listok:n0:done\n",
      "n0");
  BOOST_TEST(log.complete);
  BOOST_TEST(log.pages == 2U);
  BOOST_TEST(log.messages.empty());
  BOOST_TEST(log.sheets.at(1).whole());
  BOOST_TEST(log.sheets.at(2).whole());
  BOOST_TEST(log.sheets.at(2).page == 1U);
  BOOST_TEST(log.sheets.at(2).size == 8.75);
  BOOST_TEST(log.sheets.at(2).fill == 0.99);
}

// The class says how many pages it made of a sheet: so many it must have shipped, and no other.
BOOST_AUTO_TEST_CASE(a_sheet_of_two_pages) {
  struct Row {
    const char* said;
    std::size_t shipped;
    bool whole;
  };
  constexpr Row rows[] = {{"", 1, true},          {"", 2, false},         {":pages=1", 1, true},
                          {":pages=1", 2, false}, {":pages=2", 2, true},  {":pages=2", 1, false},
                          {":pages=2", 3, false}, {":pages=3", 3, false}, {":pages=0", 0, false}};
  for (const Row& row : rows) {
    const EngineLog log =
        read_log("listok:n:begin:1:pages=4\nlistok:n:sheet:1:size=11:fill=0.7:over=0" +
                     std::string(row.said) +
                     "\nlistok:n:end:1:pages=" + std::to_string(4 + row.shipped) + ":group=0\n",
                 "n");
    BOOST_TEST(log.sheets.at(1).whole() == row.whole, row.said << ' ' << row.shipped);
    BOOST_TEST(log.sheets.at(1).page == 4U);
  }
}

BOOST_AUTO_TEST_CASE(an_error_before_any_sheet_names_its_file) {
  const EngineLog log = read_log(
      "./local.sty:3: Undefined control sequence.\n"
      "l.3 \\no\n"
      "        \n"
      "listok:n0:begin:1:pages=0\n",
      "n0");
  BOOST_REQUIRE(log.messages.size() == 1U);
  BOOST_TEST(log.messages[0].sheet == 0U);
  BOOST_TEST(!log.messages[0].in_sheet);
  BOOST_TEST(log.messages[0].file == "./local.sty");
  BOOST_TEST(log.messages[0].line == 3U);
}

// TeX reports these errors when it has read the file to its end, or without any place.
BOOST_AUTO_TEST_CASE(an_error_whose_place_is_told_elsewhere) {
  const EngineLog log = read_log(
      "listok:n0:begin:1:pages=0\n"
      "Runaway argument?\n"
      "{open What is it? \\end {sheet} \n"
      "./batch.tex:5: File ended while scanning use of \\textbf .\n"
      "l.5 \\listokrun{1}\n"
      "listok:n0:begin:2:pages=0\n"
      "./batch.tex:6: Incomplete \\iffalse; all text was ignored after line 9.\n"
      "listok:n0:begin:3:pages=0\n"
      "! LaTeX Error: File `missing.tex' not found.\n"
      "./3.tex:7: Emergency stop.\n"
      "<read *> \n"
      "l.7   \\input{missing}\n",
      "n0");
  BOOST_REQUIRE(log.messages.size() == 3U);
  BOOST_TEST((!log.messages[0].in_sheet && log.messages[0].sheet == 1U));
  BOOST_TEST(log.messages[0].runaway == "{open What is it? \\end {sheet} ");
  BOOST_TEST((log.messages[1].in_sheet && log.messages[1].sheet == 2U));
  BOOST_TEST(log.messages[1].line == 9U);
  BOOST_TEST(log.messages[1].runaway == "");
  BOOST_TEST(log.messages[2].text == "LaTeX Error: File `missing.tex' not found.");
  BOOST_TEST((log.messages[2].in_sheet && log.messages[2].sheet == 3U));
  BOOST_TEST(log.messages[2].line == 7U);
}

BOOST_AUTO_TEST_CASE(an_argument_without_an_end_hides_no_error) {
  const EngineLog log = read_log(
      "listok:n0:begin:1:pages=0\n"
      "Runaway argument?\n"  // it is empty
      "./1.tex:8: Paragraph ended before \\x was complete.\n"
      "Runaway horse?\n"  // a \typeout
      "./1.tex:9: Undefined control sequence.\n"
      "Runaway argument?\n"
      "listok:n0:end:1:pages=0:group=0\n"
      "./1.tex:3: Incomplete \\iffalse; all text was ignored after line 2.\n",  // of an \input
      "n0");
  BOOST_REQUIRE(log.messages.size() == 3U);
  BOOST_TEST(log.messages[0].line == 8U);
  BOOST_TEST(log.messages[1].line == 9U);
  BOOST_TEST(log.messages[2].line == 3U);
  BOOST_TEST(log.sheets.at(1).ended);
}

BOOST_AUTO_TEST_CASE(a_mark_with_another_nonce_is_text) {
  const EngineLog log = read_log("listok:forged:begin:1:pages=0\nlistok:forged:done\n", "n0");
  BOOST_TEST(log.sheets.empty());
  BOOST_TEST(!log.complete);
}

BOOST_AUTO_TEST_CASE(what_makes_a_sheet_less_than_whole) {
  const char* logs[] = {
      "listok:n:begin:1:pages=0\nlistok:n:end:1:pages=0:group=0\n",  // no page
      "listok:n:begin:1:pages=0\nlistok:n:sheet:1:size=11:fill=1:over=0\n"
      "listok:n:end:1:pages=2:group=0\n",  // two pages
      "listok:n:begin:1:pages=0\nlistok:n:sheet:1:size=11:fill=1:over=0\n"
      "listok:n:end:1:pages=1:group=1\n",                                    // a group left open
      "listok:n:begin:1:pages=0\nlistok:n:sheet:1:size=11:fill=1:over=0\n",  // no end
      "listok:n:sheet:1:size=11:fill=1:over=0\nlistok:n:end:1:pages=1:group=0\n",  // no beginning
      "listok:n:begin:1:pages=0\nlistok:n:sheet:1:size=11\nlistok:n:end:1:pages=1\n",  // cut off
      "listok:n:begin:1:pages=18446744073709551615\nlistok:n:sheet:1:size=11:fill=1:over=0\n"
      "listok:n:end:1:pages=0:group=0\n",  // fewer pages than before
  };
  for (const char* text : logs) BOOST_TEST(!read_log(text, "n").sheets.at(1).whole());
}

BOOST_AUTO_TEST_CASE(an_error_has_its_sheet_line_and_context) {
  const EngineLog log = read_log(
      "listok:n:begin:3:pages=0\n"
      "./3.tex:12: Undefined control sequence.\n"
      "l.12     сложность \\foo\n"
      "                        растёт\n"
      "The control sequence at the end\n"
      "listok:n:end:3:pages=1:group=0\n",
      "n");
  BOOST_REQUIRE(log.messages.size() == 1U);
  const TexMessage& message = log.messages.front();
  BOOST_TEST((message.kind == TexMessage::Kind::error));
  BOOST_TEST(message.sheet == 3U);
  BOOST_TEST(message.in_sheet);
  BOOST_TEST(message.line == 12U);
  BOOST_TEST(message.text == "Undefined control sequence.");
  BOOST_TEST(message.context == "    сложность \\foo");
}

BOOST_AUTO_TEST_CASE(an_error_reported_in_a_neighbours_file_has_no_line_of_its_own) {
  const EngineLog log = read_log("listok:n:begin:3:pages=0\n./4.tex:2: Runaway argument?\n", "n");
  BOOST_TEST(log.messages.at(0).sheet == 3U);
  BOOST_TEST(!log.messages.at(0).in_sheet);
}

BOOST_AUTO_TEST_CASE(an_error_of_the_class_belongs_to_the_sheet_being_read) {
  const EngineLog log =
      read_log("listok:n:begin:3:pages=0\n./listok.cls:77: Class listok Error: too long.\n", "n");
  BOOST_TEST(log.messages.at(0).sheet == 3U);
  BOOST_TEST(!log.messages.at(0).in_sheet);
  BOOST_TEST(log.messages.at(0).text == "Class listok Error: too long.");
}

BOOST_AUTO_TEST_CASE(an_error_before_any_sheet_belongs_to_none) {
  const EngineLog log = read_log(
      "! LaTeX Error: File `fontspec.sty' not found.\n./0.tex:2: Runaway argument?\n", "n");
  BOOST_TEST(log.messages.at(0).sheet == 0U);
  BOOST_TEST(!log.messages.at(1).in_sheet);
  BOOST_TEST(log.messages.at(0).text == "LaTeX Error: File `fontspec.sty' not found.");
}

BOOST_AUTO_TEST_CASE(what_is_said_at_every_reading_is_reported_once) {
  const EngineLog log = read_log(
      "listok:n:begin:1:pages=0\n"
      "./1.tex:5: Missing character: There is no ☃ in font PT Serif!\n"
      "./1.tex:5: Missing character: There is no ☃ in font PT Serif!\n",
      "n");
  BOOST_TEST(log.messages.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_begins_again_is_whole_when_it_ends_again) {
  const std::string once =
      "listok:n:begin:1:pages=0\nlistok:n:sheet:1:size=11:fill=1:over=0\n"
      "listok:n:end:1:pages=1:group=0\n";
  BOOST_TEST(read_log(once, "n").sheets.at(1).whole());
  BOOST_TEST(!read_log(once + "listok:n:begin:1:pages=1\n", "n").sheets.at(1).whole());
}

BOOST_AUTO_TEST_CASE(twenty_messages_of_a_kind_are_kept_and_the_others_counted) {
  std::string reading;
  for (int i = 0; i < 300; ++i) {
    reading += "Overfull \\hbox (" + std::to_string(i) + "pt too wide) detected at line 20\n";
  }
  for (int i = 0; i < 30; ++i) reading += "./1.tex:" + std::to_string(i + 1) + ": No.\n";
  const std::string text = "listok:n:begin:1:pages=0\n" + reading + "listok:n:try:1:size=10\n" +
                           reading + "listok:n:begin:2:pages=0\n./2.tex:1: No.\n";
  const EngineLog log = read_log(text, "n");
  const auto count = [&](TexMessage::Kind kind, unsigned sheet) {
    return std::ranges::count_if(log.messages, [&](const TexMessage& message) {
      return message.kind == kind && message.sheet == sheet;
    });
  };
  BOOST_TEST(count(TexMessage::Kind::overfull, 1) == 20);
  BOOST_TEST(count(TexMessage::Kind::error, 1) == 20);
  BOOST_TEST(count(TexMessage::Kind::error, 2) == 1);
  BOOST_TEST(count(TexMessage::Kind::more, 2) == 0);
  BOOST_REQUIRE((log.messages.back().kind == TexMessage::Kind::more));
  BOOST_TEST(log.messages.back().sheet == 1U);
  BOOST_TEST(log.messages.back().line == 290U);  // of one reading
}

// The engine names a file as it found it; the first number between two colons is that of the line.
BOOST_AUTO_TEST_CASE(an_error_is_that_of_the_file_it_names_whatever_its_name) {
  struct Row {
    const char* line;
    const char* file;  // none: the line is no error
    std::size_t number;
    const char* text;
  };
  const Row rows[] = {
      {"./macros.inc:2: Undefined control sequence.", "./macros.inc", 2,
       "Undefined control sequence."},
      {"./defs.def:1: x", "./defs.def", 1, "x"},
      {"./a.cfg:1: x", "./a.cfg", 1, "x"},
      {"./a.ldf:1: x", "./a.ldf", 1, "x"},
      {"./a.clo:1: x", "./a.clo", 1, "x"},
      {"./noextension:3: x", "./noextension", 3, "x"},
      {"./our macros.inc:3: x", "./our macros.inc", 3, "x"},
      {"./мои макросы.инк:3: x", "./мои макросы.инк", 3, "x"},
      {"./parts/one.inc:3: x", "./parts/one.inc", 3, "x"},
      {"../one.inc:3: x", "../one.inc", 3, "x"},
      {"/usr/share/texmf/tex/latex/xcolor/xcolor.sty:304: x",
       "/usr/share/texmf/tex/latex/xcolor/xcolor.sty", 304, "x"},
      {"./a:b.inc:3: x", "./a:b.inc", 3, "x"},
      {"./1.tex:7: Package x Error: see a.tex:12: or b.cls:13: c.", nullptr, 7,
       "Package x Error: see a.tex:12: or b.cls:13: c."},
      {"a.tex:12: hello", "", 0, ""},  // a \typeout
      {"see a.tex:12: hello", "", 0, ""},
      {"LaTeX Info: a.sty:12: hello", "", 0, ""},
      {"./1.tex:7 hello", "", 0, ""},
      {"./1.tex: 7: hello", "", 0, ""},
      {":7: hello", "", 0, ""},
  };
  for (const Row& row : rows) {
    const EngineLog log =
        read_log("listok:n:begin:1:pages=0\n" + std::string(row.line) + "\n", "n");
    BOOST_TEST_CONTEXT(row.line) {
      if (row.number == 0) {
        BOOST_TEST(log.messages.empty());
        continue;
      }
      BOOST_REQUIRE(log.messages.size() == 1U);
      const TexMessage& message = log.messages.front();
      BOOST_TEST(message.in_sheet == (row.file == nullptr));
      BOOST_TEST(message.file == (row.file == nullptr ? "" : row.file));
      BOOST_TEST(message.line == row.number);
      BOOST_TEST(message.text == row.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_name_without_its_folder_is_believed_where_tex_shows_the_line) {
  const EngineLog log = read_log("macros.inc:3: Undefined control sequence.\nl.3 \\no\n", "n");
  BOOST_REQUIRE(log.messages.size() == 1U);
  BOOST_TEST(log.messages[0].file == "macros.inc");
}

BOOST_AUTO_TEST_CASE(overfull_boxes) {
  const EngineLog log = read_log(
      "listok:n:begin:1:pages=0\n"
      "Overfull \\hbox (12.34pt too wide) in paragraph at lines 9--11\n"
      "Overfull \\hbox (3.0pt too wide) detected at line 20\n"
      "Underfull \\hbox (badness 10000) in paragraph at lines 9--11\n",
      "n");
  BOOST_REQUIRE(log.messages.size() == 2U);
  BOOST_TEST((log.messages[0].kind == TexMessage::Kind::overfull));
  BOOST_TEST(log.messages[0].line == 9U);
  BOOST_TEST(log.messages[0].excess == 12.34);
  BOOST_TEST(log.messages[1].line == 20U);
}

BOOST_AUTO_TEST_CASE(cells_wider_than_their_columns) {
  const EngineLog log = read_log(
      "listok:n:begin:2:pages=0\n"
      "listok:n:try:2:size=11\n"
      "listok:n:cell:2:line=7:row=1:cell=1:room=9.5pt:excess=20.0pt\n"
      "listok:n:try:2:size=11\n"
      "listok:n:cell:2:line=12:row=3:cell=2:room=9.5pt:excess=4.25pt\n"
      "listok:n:cell:2:line=12\n"
      "listok:m:cell:2:line=12:row=3:cell=2:room=9.5pt:excess=4.25pt\n",
      "n");
  BOOST_REQUIRE(log.messages.size() == 1U);  // of the last reading, with all that there is to it
  const TexMessage& message = log.messages[0];
  BOOST_TEST((message.kind == TexMessage::Kind::overfull));
  BOOST_TEST(message.sheet == 2U);
  BOOST_TEST(message.in_sheet);
  BOOST_TEST(message.line == 12U);
  BOOST_TEST(message.row == 3U);
  BOOST_TEST(message.cell == 2U);
  BOOST_TEST(message.room == 9.5);
  BOOST_TEST(message.excess == 4.25);
}

BOOST_AUTO_TEST_CASE(numbers_that_tex_cannot_have_written_are_none) {
  const EngineLog log = read_log(
      "listok:n:sheet:1:size=nan:fill=inf:over=0\n"
      "Overfull \\hbox (infpt too wide) detected at line 20\n",
      "n");
  BOOST_TEST(log.sheets.at(1).size == 0);
  BOOST_TEST(log.sheets.at(1).fill == 0);
  BOOST_TEST(log.messages.empty());
}

BOOST_AUTO_TEST_CASE(boxes_of_a_size_that_was_given_up_are_forgotten) {
  const EngineLog log = read_log(
      "listok:n:begin:1:pages=0\n"
      "listok:n:try:1:size=11\n"
      "Overfull \\hbox (12.34pt too wide) in paragraph at lines 9--11\n"
      "listok:n:try:1:size=10\n"
      "Overfull \\hbox (2.5pt too wide) in paragraph at lines 9--11\n",
      "n");
  BOOST_REQUIRE(log.messages.size() == 1U);
  BOOST_TEST(log.messages[0].excess == 2.5);
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_broken_is_of_no_sheet) {
  const std::pair<const char*, std::size_t> rows[] = {
      // and how many messages there are in it
      {"", 0},
      {"\n", 0},
      {":", 0},
      {"listok:n:", 0},
      {"listok:n:begin:", 0},
      {"listok:n:end:99999999999999999999", 0},
      {"Overfull \\hbox (", 0},
      {"Overfull \\hbox (1pt too wide) in paragraph at lines", 1},
      {"./1.tex:", 0},
      {"./1.tex:7", 0},
      {"./1.tex:7: ", 1},
      {"! ", 1},
      {"l.", 0},
      {"\xff\xfe\xd0", 0}};
  for (const auto& [text, messages] : rows) {
    const EngineLog log = read_log(text, "n");
    BOOST_TEST(!log.complete, text);
    BOOST_TEST(log.sheets.empty(), text);
    BOOST_TEST(log.messages.size() == messages, text << ": " << log.messages.size());
    for (const TexMessage& message : log.messages) BOOST_TEST(message.sheet == 0U, text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
