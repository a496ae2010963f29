#include "latex/build/locate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "emitter/text/text.hpp"
#include "latex/log/tex_errors.hpp"

namespace listok::latex {
namespace {

using emitter::Diagnostic;

// The character TeX misses: "There is no X (U+…) in font …".
std::string_view missing_character(std::string_view text) {
  constexpr std::string_view before = "There is no ";
  const auto at = text.find(before);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + before.size());
  return text.substr(0, text.find(' '));
}

std::string nth_line(std::string_view text, std::size_t number) {
  while (number > 1 && !text.empty()) {
    const auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    --number;
  }
  return std::string(text.substr(0, text.find('\n')));
}

void set_place(Diagnostic& diagnostic, const Sheet& sheet, std::size_t tex_line) {
  if (sheet.source->tweaked) {
    diagnostic.line = tex_line;
    diagnostic.source_line = nth_line(sheet.source->text, tex_line);
  } else if (tex_line >= 1 && tex_line <= sheet.source->line_map.size()) {
    const auto& files = sheet.source->file_map;
    const bool second = !files.empty() && files[tex_line - 1] == 1;
    const emitter::Source& markdown = *(second ? sheet.second : sheet.translation)->source;
    diagnostic.file = markdown.name();
    diagnostic.line = sheet.source->line_map[tex_line - 1];
    diagnostic.source_line = std::string(markdown.line(diagnostic.line));
  }
}

// The line of the only place where `tex` has `words`, with no letter after them; 0 where it has
// none or many.
std::size_t line_of_only(std::string_view tex, std::string_view words) {
  std::size_t found = std::string_view::npos;
  for (auto at = tex.find(words); at != std::string_view::npos; at = tex.find(words, at + 1)) {
    const auto end = at + words.size();
    if (end < tex.size() && std::isalpha(static_cast<unsigned char>(tex[end])) != 0) continue;
    if (found != std::string_view::npos) return 0;
    found = at;
  }
  if (found == std::string_view::npos) return 0;
  return 1 + static_cast<std::size_t>(std::ranges::count(tex.substr(0, found), '\n'));
}

// The line on which begins what has no end; 0 when it is not known. TeX shows what it has read, a
// space for the end of a line, and names the command whose argument that is.
std::size_t line_of_runaway(std::string_view tex, const TexMessage& message) {
  std::string_view begun = message.runaway;
  if (begun.empty()) return 0;
  const auto end_of_name = message.text.find_last_not_of(" .") + 1;  // "use of \textbf ."
  std::string command = last_word(message.text.substr(0, end_of_name));
  const std::size_t line_of_command = line_of_only(tex, command);
  if (line_of_command != 0) return line_of_command;
  if (tex.find(command) == std::string_view::npos) command.clear();  // one inside of another
  for (auto end = begun.size(); end != 0 && end != std::string_view::npos;
       end = begun.rfind(' ', end - 1)) {
    const std::size_t line = line_of_only(tex, command + std::string(begun.substr(0, end)));
    if (line != 0) return line;
  }
  return 0;
}

// The line of the file that TeX was reading, where that is another than the sheet: the bank's
// preamble, macros next to the sheets, a package.
void set_place_in_file(Diagnostic& diagnostic, const Sheet& sheet, const TexMessage& message,
                       const std::filesystem::path& output) {
  if (!is_in_other_file(message)) return;
  const std::filesystem::path file = message.file;
  diagnostic.line = message.line;
  diagnostic.source_line = message.source_line;
  const bool of_bank =
      sheet.preamble != nullptr && file.filename() == sheet.preamble->package + ".sty";
  if (of_bank) {
    diagnostic.file = sheet.preamble->name;
    diagnostic.source_line = nth_line(sheet.preamble->text, message.line);
    return;
  }
  if (message.sheet != 0) diagnostic.message += fmt::format(", read by `{}`", diagnostic.file);
  const std::filesystem::path beside = output / sheet.source->file.parent_path();
  diagnostic.file = (file.is_absolute() ? file : (beside / file).lexically_normal()).string();
}

// Points at `word` in the line, where the line has it.
void set_column(Diagnostic& diagnostic, std::string_view word) {
  const auto at = word.empty() ? std::string::npos : diagnostic.source_line.find(word);
  if (at == std::string::npos) return;
  diagnostic.column = emitter::length(std::string_view(diagnostic.source_line).substr(0, at)) + 1;
  diagnostic.length = emitter::length(word);
}

}  // namespace

Diagnostic of_whole(const Sheet& sheet, std::string code, std::string message, std::string hint,
                    const std::filesystem::path& output) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.file = sheet.source->tweaked ? (output / sheet.source->file).string()
                                          : sheet.translation->source->name();
  return diagnostic;
}

Diagnostic locate(const Sheet& sheet, const TexMessage& message,
                  const std::filesystem::path& output) {
  PlainWords words = in_plain_words(message);
  Diagnostic diagnostic = of_whole(sheet, words.code, words.message, words.hint, output);
  if (message.kind == TexMessage::Kind::overfull && !loses_text(message)) {
    diagnostic.severity = emitter::Severity::warning;
  }
  if (message.kind == TexMessage::Kind::more) {
    diagnostic.severity = emitter::Severity::note;
    return diagnostic;
  }
  const std::size_t line =
      message.in_sheet ? message.line : line_of_runaway(sheet.source->text, message);
  if (line != 0) {
    set_place(diagnostic, sheet, line);
  } else {
    set_place_in_file(diagnostic, sheet, message, output);
  }
  if (words.code == "missing-glyph") set_column(diagnostic, missing_character(message.text));
  if (words.code == "tex-undefined") set_column(diagnostic, last_word(message.context));
  return diagnostic;
}

}  // namespace listok::latex
