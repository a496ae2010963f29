#include "tests/end_to_end/support/markdown_sheets.hpp"

#include "emitter/bank/item.hpp"
#include "emitter/base/diagnostic_list.hpp"
#include "emitter/markdown/markdown.hpp"
#include "latex/class/class_files.hpp"
#include "latex/engine/sandbox.hpp"
#include "latex/folder/output_folder.hpp"
#include "tests/end_to_end/support/program.hpp"

namespace listok::tests {

using namespace listok::emitter;

namespace {

void append(Diagnostics& all, Diagnostics more) { all.insert(all.end(), more.begin(), more.end()); }

std::string tool_on(const std::string& tool, std::vector<std::string> arguments,
                    const std::string& pdf) {
  const Program program;
  program.write("sheet.pdf", pdf);
  arguments.emplace_back("sheet.pdf");
  if (tool == "pdftotext") arguments.emplace_back("-");
  return program.tool(tool, std::move(arguments)).output;
}

}  // namespace

MarkdownSheet sheet_of(std::string markdown, const std::string& language, double size) {
  Bank bank;
  bank.page.size = size;
  bank.page.min_size = size;
  Translation translation;
  translation.language = language;
  translation.path = language + "/01-x.md";
  translation.source = std::make_shared<Source>(translation.path, std::move(markdown));
  MarkdownSheet sheet;
  Document document = read_markdown(*translation.source);
  append(sheet.diagnostics, std::move(document.diagnostics));
  DiagnosticList findings(*translation.source);
  read_item(bank, std::move(document.blocks), translation, findings);
  append(sheet.diagnostics, findings.take());
  Emitted emitted = emit(bank, Item{.id = "01-x", .number = 1, .translations = {}}, translation);
  append(sheet.diagnostics, std::move(emitted.diagnostics));
  sheet.tex = std::move(emitted.tex);
  sheet.metadata.title = plain_text(translation.title, *translation.source);
  sheet.metadata.language = language;
  return sheet;
}

SetSheets set(const std::vector<MarkdownSheet>& sheets) {
  const Scratch scratch;
  static latex::Toolchain toolchain = latex::find_toolchain();
  latex::furnish_sandbox(toolchain, scratch.path, {});
  for (const auto& file : latex::class_files()) {
    latex::write_file(scratch.path / "class" / file.name, file.text);
  }
  latex::Batch batch;
  batch.beside = scratch.path / "class";
  for (const MarkdownSheet& sheet : sheets) {
    batch.sheets.push_back({std::make_shared<const std::string>(sheet.tex), sheet.metadata});
  }
  const latex::ScratchFolder run(scratch.path);
  SetSheets made{latex::typeset(toolchain, batch, run.path(), {}), {}};
  for (const latex::SheetResult& sheet : made.sheets) {
    made.pdfs.push_back(sheet.pdf.empty() ? "" : latex::read_file(sheet.pdf).value());
  }
  return made;
}

std::string text_of(const std::string& pdf, std::vector<std::string> options) {
  return tool_on("pdftotext", std::move(options), pdf);
}

std::string info_of(const std::string& pdf) { return tool_on("pdfinfo", {}, pdf); }

}  // namespace listok::tests
