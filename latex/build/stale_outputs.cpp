#include "latex/build/stale_outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "latex/folder/output_names.hpp"
#include "latex/output/tex_files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// The files of one item in one language (or of both, on bilingual sheets), relative to the output.
struct Leftover {
  std::vector<fs::path> untouched;
  std::vector<fs::path> changed;

  // By a person, whose PDF cannot be made again: `prepare` warns of it, and nothing is removed.
  bool edited() const {
    return std::ranges::any_of(changed,
                               [](const fs::path& file) { return file.extension() == ".tex"; });
  }
};

class Search {
 public:
  Search(const emitter::Bank& bank, const BuildOptions& options, const Records& records)
      : options_(options), records_(records) {
    const auto folders = bilingual_folders(bank.languages);
    for (const emitter::Item& item : bank.items) {
      for (const auto& translation : item.translations) {
        present_.insert(translation.language + "/" + item.id);
      }
      for (const BilingualFolder& folder : folders) present_.insert(folder.name + "/" + item.id);
    }
  }

  void look_at_sources();
  void look_at_pdfs();

  const std::map<std::string, Leftover>& found() const { return found_; }

 private:
  // `name` is of a folder of the output and an id: "ru/07-old".
  bool is_gone(const std::string& name) const { return !present_.contains(name); }
  bool is_file(const fs::path& name) const;

  const BuildOptions& options_;
  const Records& records_;
  std::set<std::string> present_;
  std::map<std::string, Leftover> found_;  // "ru/07-old"
};

// A link or a folder in the place of a file was not made by listok.
bool Search::is_file(const fs::path& name) const {
  try {
    return options_.output.has(name);
  } catch (const Obstacle&) { return false; }
}

void Search::look_at_sources() {
  for (const fs::path& tex : based_sheets(options_.output)) {
    const std::string name = fs::path(tex).replace_extension().string();
    if (!is_gone(name)) continue;
    Leftover& leftover = found_[name];
    if (!is_file(tex)) continue;
    const auto disk = options_.output.read(tex);
    (disk == read_base(options_.output, tex) ? leftover.untouched : leftover.changed)
        .push_back(tex);
  }
}

void Search::look_at_pdfs() {
  for (const auto& [name, record] : records_) {
    const fs::path pdf = name;
    const std::string item = (*pdf.begin() / pdf.stem()).string();
    if (pdf.stem() == "book" || !is_gone(item)) continue;
    Leftover& leftover = found_[item];
    const fs::path synctex = synctex_name(pdf);
    const bool ours = is_file(synctex) && has_synctex(options_.output, pdf, record);
    if (ours) leftover.untouched.push_back(synctex);
    if (!is_file(pdf)) continue;
    const OnDisk disk = look_at_pdf(options_.output, pdf, &record).what;
    if (disk == OnDisk::as_made) leftover.untouched.push_back(pdf);
    if (disk == OnDisk::another) leftover.changed.push_back(pdf);
  }
}

// A .tex only if it still is what listok wrote.
void remove(const Folder& output, const fs::path& file) {
  if (file.extension() != ".tex") return output.remove(file);
  if (const auto base = read_base(output, file)) output.remove(file, *base);
}

emitter::Diagnostic note(const std::string& name, const Leftover& leftover) {
  const auto names = [](const std::vector<fs::path>& files) {
    std::string text;
    for (const fs::path& file : files) {
      text += fmt::format("{}`{}`", text.empty() ? "" : ", ", file.string());
    }
    return text;
  };
  emitter::Diagnostic diagnostic;
  diagnostic.severity = emitter::Severity::note;
  diagnostic.code = "leftover";
  diagnostic.message = fmt::format("the item of `{}` is gone", name);
  if (!leftover.untouched.empty()) {
    diagnostic.message += fmt::format("; removed {}", names(leftover.untouched));
  }
  if (!leftover.changed.empty()) {
    diagnostic.message += fmt::format("; kept {}", names(leftover.changed));
    diagnostic.hint = "what was kept has been changed by hand; delete it if it is of no use";
  }
  return diagnostic;
}

}  // namespace

std::vector<std::string> clear_leftovers(const emitter::Bank& bank, const BuildOptions& options,
                                         const Records& records, const Observer& observer) {
  Search search(bank, options, records);
  search.look_at_sources();
  search.look_at_pdfs();
  std::vector<std::string> forgotten;
  for (const auto& [name, leftover] : search.found()) {
    if (leftover.edited()) continue;
    for (const fs::path& file : leftover.untouched) remove(options.output, file);
    for (const auto& files : {leftover.untouched, leftover.changed}) {
      for (const fs::path& file : files) forgotten.push_back(file.string());
    }
    forget_source(options.output, name + ".tex");
    if (!leftover.untouched.empty() || !leftover.changed.empty()) {
      observer.diagnostic(note(name, leftover));
    }
  }
  return forgotten;
}

}  // namespace listok::latex
