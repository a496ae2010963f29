#include "latex/output/support_files.hpp"

#include "latex/class/class_files.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

emitter::Diagnostics write_packages(const emitter::Bank& bank, const Folder& output,
                                    const std::filesystem::path& folder, PendingWrites& writes) {
  emitter::Diagnostics diagnostics;
  const auto update = [&](const std::string& name, std::string_view text) {
    for (auto& one : update_own_file(output, folder / name, text, writes)) {
      diagnostics.push_back(std::move(one));
    }
  };
  for (const ClassFile& file : class_files()) update(std::string(file.name), file.text);
  if (bank.preamble) update(bank.preamble->package + ".sty", bank.preamble->text);
  return diagnostics;
}

Hash hash_of_class() {
  Hasher hasher("class");
  for (const ClassFile& file : class_files()) hasher.add(file.text);
  return hasher.hash();
}

}  // namespace listok::latex
