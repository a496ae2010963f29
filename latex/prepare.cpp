#include <fmt/format.h>

#include <algorithm>

#include "emitter/emit.hpp"
#include "emitter/parallel.hpp"
#include "latex/files.hpp"
#include "latex/hash.hpp"
#include "latex/packages.hpp"
#include "latex/sheet.hpp"
#include "latex/sources.hpp"
#include "latex/status.hpp"
#include "latex/toolchain.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Both languages of an item on one page: an edition that a bank need not declare.
const emitter::Edition bilingual{"bilingual", {}, emitter::Space::blank};

// The editions that show one language; null is the full sheet.
std::vector<const emitter::Edition*> chosen_editions(const emitter::Bank& bank,
                                                     const BuildOptions& options) {
  if (options.editions.empty()) return {nullptr};
  std::vector<const emitter::Edition*> editions;
  for (const emitter::Edition& edition : bank.editions) {
    if (emitter::is_wanted(edition.name, options.editions)) editions.push_back(&edition);
  }
  return editions;
}

std::vector<const emitter::Item*> chosen_items(const emitter::Bank& bank,
                                               const BuildOptions& options) {
  std::vector<const emitter::Item*> items = emitter::chosen_items(bank, options.choice);
  if (!options.shard) return items;
  std::vector<const emitter::Item*> ours;
  for (const emitter::Item* item : items) {
    const auto index = static_cast<std::size_t>(item - bank.items.data());
    if (options.shard->has(index)) ours.push_back(item);
  }
  return ours;
}

// Names the sheets of a folder in their order, one a line: what \listokinputall reads.
void write_list(const emitter::Bank& bank, const fs::path& folder) {
  std::string list;
  for (const emitter::Item& item : bank.items) {
    if (fs::exists(folder / (item.id + ".tex"))) list += item.id + '\n';
  }
  write_if_changed(folder / "listok.lst", list);
}

// Copies the images of an item beside its .tex; returns a hash of them all.
Hash copy_images(const emitter::Bank& bank, const emitter::Emitted& emitted,
                 const fs::path& folder) {
  Hasher hasher("images");
  for (const emitter::ImageFile& image : emitted.images) {
    const std::string bytes = read_file(bank.folder / image.from).value_or("");
    hasher.add(image.to).add(bytes);
    write_if_changed(folder / image.to, bytes);
  }
  return hasher.hash();
}

Metadata metadata_of(const emitter::Bank& bank, const emitter::Item& item,
                     const emitter::Translation& translation) {
  Metadata metadata;
  metadata.title = emitter::plain_text(translation.title, *translation.source);
  metadata.author = bank.author;
  metadata.language = translation.language;
  metadata.label = std::to_string(item.number);
  for (const std::string& tag : translation.tags) {
    metadata.keywords += (metadata.keywords.empty() ? "" : ", ") + tag;
  }
  return metadata;
}

Hash hash_of_metadata(const Metadata& metadata) {
  return Hasher("metadata")
      .add(metadata.title)
      .add(metadata.author)
      .add(metadata.keywords)
      .add(metadata.language)
      .add(metadata.label)
      .hash();
}

// What one .tex is made of.
struct Emission {
  const emitter::Item* item;
  const emitter::Translation* translation;  // of the sheet's metadata
};

class Preparation {
 public:
  Preparation(emitter::Bank& bank, const BuildOptions& options, const Observer& observer)
      : bank_(bank),
        options_(options),
        observer_(observer),
        items_(chosen_items(bank, options)),
        editions_(chosen_editions(bank, options)),
        class_hash_(hash_of_class()) {}

  Prepared run();

 private:
  void prepare_language(const std::string& language);
  void prepare_bilingual();
  bool with_bilingual() const {
    return !options_.editions.empty() && emitter::is_wanted(bilingual.name, options_.editions);
  }
  void emit_all(const std::vector<Emission>& emissions, const fs::path& folder,
                const std::vector<const emitter::Edition*>& editions);
  void tell_left_over();
  void add(const emitter::Item& item, const emitter::Translation& translation,
           emitter::Emitted emitted, const fs::path& folder,
           const std::vector<const emitter::Edition*>& editions);
  void forget_sections(const Emission& emission);
  bool report(const emitter::Diagnostics& diagnostics);

  emitter::Bank& bank_;
  const BuildOptions& options_;
  const Observer& observer_;
  std::vector<const emitter::Item*> items_;
  std::vector<const emitter::Edition*> editions_;
  Hash class_hash_;
  Writes writes_;
  std::vector<fs::path> folders_;  // that sheets are in
  emitter::Diagnostics reported_;
  Prepared prepared_;
};

// Tells each diagnostic once; true when there is an error among them.
bool Preparation::report(const emitter::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) {
    if (std::find(reported_.begin(), reported_.end(), diagnostic) != reported_.end()) continue;
    observer_.diagnostic(diagnostic);
    reported_.push_back(diagnostic);
  }
  return emitter::has_errors(diagnostics);
}

void Preparation::add(const emitter::Item& item, const emitter::Translation& translation,
                      emitter::Emitted emitted, const fs::path& folder,
                      const std::vector<const emitter::Edition*>& editions) {
  if (report(emitted.diagnostics)) {
    prepared_.failed += editions.size();
    return;
  }
  const fs::path file = folder / (item.id + ".tex");
  Source source =
      update_source(options_.output, file, std::move(emitted.tex), options_.force, writes_);
  ++prepared_.written;
  const Hash images = copy_images(bank_, emitted, options_.output / folder);
  if (report(source.diagnostics)) ++prepared_.failed;
  std::vector<fs::path> pictures;
  for (const emitter::ImageFile& image : emitted.images) pictures.emplace_back(image.from);
  const auto text = std::make_shared<const SheetText>(
      SheetText{file, std::move(source.text), source.tweaked, std::move(emitted.line_map),
                std::move(pictures), std::move(emitted.file_map)});
  for (const emitter::Edition* edition : editions) {
    Sheet sheet{&item, &translation, edition, text, {}, metadata_of(bank_, item, translation), {}};
    const bool below = edition != nullptr && edition != &bilingual;
    if (edition == &bilingual) {
      const emitter::Translation& second = item.translations[1];
      sheet.metadata.title += " — " + emitter::plain_text(second.title, *second.source);
    }
    sheet.pdf = folder / (below ? edition->name : "") / (item.id + ".pdf");
    sheet.ingredients = {{Ingredient::tex, hash_of(text->text)},
                         {Ingredient::image, images},
                         {Ingredient::local_style, hash_of_local_style(options_.output / folder)},
                         {Ingredient::class_files, class_hash_},
                         {Ingredient::edition, hash_of(class_options(edition))},
                         {Ingredient::metadata, hash_of_metadata(sheet.metadata)},
                         {Ingredient::date, hash_of(source_date())}};
    if (bank_.preamble) {
      sheet.preamble = &*bank_.preamble;
      sheet.ingredients[Ingredient::preamble] = hash_of(bank_.preamble->text);
    }
    prepared_.sheets.push_back(std::move(sheet));
  }
}

void Preparation::forget_sections(const Emission& emission) {
  emitter::Item& item = bank_.items[static_cast<std::size_t>(emission.item - bank_.items.data())];
  for (emitter::Translation& translation : item.translations) {
    const bool done = &translation == emission.translation || with_bilingual();
    if (done) std::vector<emitter::Section>().swap(translation.sections);
  }
}

void Preparation::emit_all(const std::vector<Emission>& emissions, const fs::path& folder,
                           const std::vector<const emitter::Edition*>& editions) {
  constexpr std::size_t most = 100;  // texts that are held at a time
  const bool both = folder == bilingual.name;
  for (std::size_t begin = 0; begin < emissions.size(); begin += most) {
    std::vector<emitter::Emitted> emitted(std::min(most, emissions.size() - begin));
    emitter::in_parallel(emitted.size(), [&](std::size_t number) {
      const auto& [item, translation] = emissions[begin + number];
      emitted[number] =
          both ? emitter::emit_bilingual(bank_, *item) : emitter::emit(bank_, *item, *translation);
    });
    for (std::size_t number = 0; number < emitted.size(); ++number) {
      const auto& [item, translation] = emissions[begin + number];
      add(*item, *translation, std::move(emitted[number]), folder, editions);
      if (both || !with_bilingual()) forget_sections(emissions[begin + number]);
    }
  }
  folders_.push_back(folder);
}

void Preparation::prepare_language(const std::string& language) {
  report(write_packages(bank_, options_.output, language, writes_));
  std::vector<Emission> emissions;
  for (const emitter::Item* item : items_) {
    const emitter::Translation* translation = item->in(language);
    if (translation == nullptr) continue;
    if (translation->broken) {
      prepared_.failed += editions_.size();
    } else {
      emissions.push_back({item, translation});
    }
  }
  emit_all(emissions, language, editions_);
}

void Preparation::prepare_bilingual() {
  report(write_packages(bank_, options_.output, bilingual.name, writes_));
  std::vector<Emission> emissions;
  for (const emitter::Item* item : items_) {
    const auto& both = item->translations;
    const bool whole = both.size() == 2 && !both[0].broken && !both[1].broken;
    if (whole) {
      emissions.push_back({item, &both[0]});
    } else {
      ++prepared_.failed;  // why has been told of the translation
    }
  }
  emit_all(emissions, bilingual.name, {&bilingual});
}

// An edit outlives its item, but no sheet is made of it.
void Preparation::tell_left_over() {
  for (const EditedSheet& sheet : left_over_sheets(bank_, options_.output)) {
    emitter::Diagnostic diagnostic;
    diagnostic.severity = emitter::Severity::warning;
    diagnostic.code = "tex-left-over";
    diagnostic.file = (options_.output / sheet.file).string();
    diagnostic.message = "edited by hand, but the bank has no such item any more";
    diagnostic.hint =
        "if the item has a new name, carry your changes over; then delete this file or move it";
    report({diagnostic});
  }
}

Prepared Preparation::run() {
  for (const std::string& language : bank_.languages) {
    if (!editions_.empty() && emitter::chosen_language(language, options_.choice)) {
      prepare_language(language);
    }
  }
  if (with_bilingual()) prepare_bilingual();
  writes_.flush();
  for (const fs::path& folder : folders_) write_list(bank_, options_.output / folder);
  tell_left_over();
  return std::move(prepared_);
}

}  // namespace

Hash hash_of_fonts(const std::vector<std::string>& fonts) {
  Hasher hasher("fonts");
  for (const std::string& font : fonts) {
    const Stamp state = stamp(font).value_or(Stamp{});
    hasher.add(fmt::format("{} {} {}", font, state.bytes, state.nanoseconds));
  }
  return hasher.hash();
}

Hash hash_of_local_style(const fs::path& folder) {
  return hash_of(read_file(folder / "listok-local.sty").value_or(""));
}

std::string class_options(const emitter::Edition* edition) {
  if (edition == nullptr) return {};
  std::vector<std::string> options;
  if (!edition->sections.empty()) {
    options.push_back(fmt::format("sections={{{}}}", fmt::join(edition->sections, ",")));
  }
  if (edition->space == emitter::Space::lines) options.emplace_back("space=lines");
  if (edition->space == emitter::Space::grid) options.emplace_back("space=grid");
  return fmt::format("{}", fmt::join(options, ","));
}

Prepared prepare(emitter::Bank& bank, const BuildOptions& options, const Observer& observer) {
  return Preparation(bank, options, observer).run();
}

}  // namespace listok::latex
