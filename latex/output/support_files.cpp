#include "latex/output/support_files.hpp"

#include "emitter/tex/bank_style.hpp"
#include "latex/class/class_files.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

namespace {

std::string bank_style(const emitter::Bank& bank, const std::filesystem::path& folder) {
  std::string language = folder.string();
  for (const BilingualFolder& both : bilingual_folders(bank.languages)) {
    if (both.name == language) language = both.one;
  }
  return emitter::emit_bank_style(bank, language);
}

}  // namespace

void visit_packages(
    const emitter::Bank& bank, const std::filesystem::path& folder,
    const std::function<void(const std::string& name, std::string_view text)>& visit) {
  for (const ClassFile& file : class_files()) visit(std::string(file.name), file.text);
  visit(layout::bank_style, bank_style(bank, folder));
  if (!bank.preamble) return;
  visit(bank.preamble->package + ".sty", bank.preamble->text);
  for (const emitter::PreambleFile& file : bank.preamble->files) visit(file.name, file.bytes);
}

emitter::Diagnostics write_packages(const emitter::Bank& bank, const Folder& output,
                                    const std::filesystem::path& folder, PendingWrites& writes) {
  emitter::Diagnostics diagnostics;
  visit_packages(bank, folder, [&](const std::string& name, std::string_view text) {
    for (auto& one : update_own_file(output, folder / name, text, writes)) {
      diagnostics.push_back(std::move(one));
    }
  });
  return diagnostics;
}

Hash hash_of_class() {
  Hasher hasher("class");
  for (const ClassFile& file : class_files()) hasher.add(file.text);
  return hasher.hash();
}

}  // namespace listok::latex
