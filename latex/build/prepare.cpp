#include <algorithm>
#include <map>
#include <set>

#include "emitter/base/parallel.hpp"
#include "emitter/check/check.hpp"
#include "emitter/model/running.hpp"
#include "emitter/tex/bank_style.hpp"
#include "emitter/tex/emit.hpp"
#include "latex/build/page_faults.hpp"
#include "latex/build/sheet.hpp"
#include "latex/engine/toolchain.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/edited_sheets.hpp"
#include "latex/output/line_match.hpp"
#include "latex/output/support_files.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/pictures/pictures.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Both languages of an item on one page: an edition that a bank need not declare.
const emitter::Edition bilingual{layout::bilingual, {}, emitter::Space::blank};

using Editions = std::vector<const emitter::Edition*>;  // null is the full sheet

// The editions that show one language.
Editions chosen_editions(const emitter::Bank& bank, const BuildOptions& options) {
  if (options.editions.empty()) return {nullptr};
  Editions editions;
  for (const emitter::Edition& edition : bank.editions) {
    if (emitter::is_wanted(edition.name, options.editions)) editions.push_back(&edition);
  }
  return editions;
}

// What one .tex is made of.
struct Emission {
  const emitter::Item* item;
  const emitter::Translation* translation;       // of the sheet's metadata
  const emitter::Translation* second = nullptr;  // of a bilingual sheet
};

// What it was made to, and what is there already.
struct Fresh {
  emitter::Emitted emitted;
  Texts texts;
  std::vector<Sheet> sheets;  // but for their source
};

class Preparation {
 public:
  Preparation(emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
              const Unchanged& unchanged, std::stop_token stop)
      : bank_(bank),
        options_(options),
        observer_(observer),
        unchanged_(unchanged),
        stop_(std::move(stop)),
        items_(chosen_items(bank, options)),
        editions_(chosen_editions(bank, options)),
        class_hash_(hash_of_class()),
        writes_(options.output) {}

  Prepared run();

 private:
  void look_at_pictures();
  void prepare_language(const std::string& language);
  void prepare_bilingual();
  bool with_bilingual() const {
    return !options_.editions.empty() && emitter::is_wanted(bilingual.name, options_.editions);
  }
  void emit_all(const std::vector<Emission>& emissions, const fs::path& folder,
                const Editions& editions);
  void tell_left_over();
  std::vector<Sheet> sheets_of(const Emission& emission, const fs::path& folder,
                               const Editions& editions) const;
  void describe(Sheet& sheet, const Dependencies& of_all) const;
  void put_packages(const fs::path& folder);
  void add(const fs::path& file, Fresh fresh);
  void add_whole(const fs::path& file, Fresh& fresh);
  void add_unchanged(const fs::path& file, std::vector<Sheet> sheets);
  void leave_out(const std::vector<Sheet>& sheets);
  void refuse(const std::vector<Sheet>& sheets);
  void tell_the_rest(const emitter::Item& item, const emitter::Translation* translation);
  void forget_sections(const Emission& emission);
  bool report(const emitter::Diagnostics& diagnostics);

  emitter::Bank& bank_;
  const BuildOptions& options_;
  const Observer& observer_;
  const Unchanged& unchanged_;
  const std::stop_token stop_;
  std::vector<const emitter::Item*> items_;
  Editions editions_;
  Hash class_hash_;
  PendingWrites writes_;
  std::vector<fs::path> folders_;  // that sheets are in
  SeenPictures pictures_;
  Hash look_images_;  // of the head and the foot
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

// The sheets of a .tex, by their names.
std::vector<Sheet> Preparation::sheets_of(const Emission& emission, const fs::path& folder,
                                          const Editions& editions) const {
  std::vector<Sheet> sheets;
  for (const emitter::Edition* edition : editions) {
    Sheet& sheet = sheets.emplace_back();
    sheet.item = emission.item;
    sheet.translation = emission.translation;
    sheet.second = emission.second;
    sheet.edition = edition;
    const bool below = edition != nullptr && edition != &bilingual;
    sheet.pdf = folder / (below ? edition->name : "") / (emission.item->id + ".pdf");
    sheet.preamble = bank_.preamble ? &*bank_.preamble : nullptr;
  }
  return sheets;
}

// What is known of a sheet without its .tex.
void Preparation::describe(Sheet& sheet, const Dependencies& of_all) const {
  sheet.metadata = metadata_of(bank_, *sheet.item, *sheet.translation);
  if (sheet.edition == &bilingual) {
    const emitter::Translation& second = *sheet.second;
    sheet.metadata.title += " — " + emitter::plain_text(second.title, *second.source);
  }
  sheet.dependencies = of_all;
  sheet.dependencies[Dependency::edition] = hash_of(class_options(sheet.edition));
  sheet.dependencies[Dependency::metadata] = hash_of(sheet.metadata);
}

void Preparation::add(const fs::path& file, Fresh fresh) {
  if (report(fresh.emitted.diagnostics)) return refuse(fresh.sheets);
  try {
    add_whole(file, fresh);
  } catch (const Obstacle& obstacle) {
    report({in_the_way(obstacle)});
    leave_out(fresh.sheets);
  }
}

void Preparation::add_whole(const fs::path& file, Fresh& fresh) {
  emitter::Emitted& emitted = fresh.emitted;
  Source source = update_source(options_.output, file, fresh.texts, options_.force, writes_);
  const auto images =
      put_images(bank_, emitted.images, pictures_, options_.output, file.parent_path());
  if (!images) {
    report({changed_picture(*fresh.sheets.front().translation->source)});
    refuse(fresh.sheets);
    return;
  }
  if (source.tweaked) {
    const auto matching = matching_lines(fresh.texts.generated, source.text);
    emitted.line_map = carried_over(emitted.line_map, matching);
    emitted.file_map = carried_over(emitted.file_map, matching);
  }
  const std::size_t failed = prepared_.failed;
  if (report(source.diagnostics)) ++prepared_.failed;
  const auto text = std::make_shared<const SheetText>(
      SheetText{file, std::move(source.text), source.tweaked, std::move(emitted.line_map),
                std::move(emitted.images), std::move(emitted.file_map)});
  const Hash tex = hash_of(text->text);
  for (Sheet& sheet : fresh.sheets) {
    sheet.source = text;
    const bool own = sheet.edition != nullptr && sheet.edition->page;
    const emitter::Page& page = own ? *sheet.edition->page : bank_.page;
    if (const auto misfit = certain_misfit(sheet, page, options_.output.path())) {
      report({*misfit});
      refuse({sheet});
      continue;
    }
    sheet.dependencies[Dependency::tex] = tex;
    sheet.dependencies[Dependency::image] = *images;
    sheet.by_hand = sheet.by_hand || source.tweaked;
    prepared_.sheets.push_back(std::move(sheet));
  }
  if (prepared_.failed == failed) ++prepared_.written;
}

// Of these there is no page; why has been reported.
void Preparation::leave_out(const std::vector<Sheet>& sheets) {
  prepared_.failed += sheets.size();
  prepared_.unmade.insert(prepared_.unmade.end(), sheets.begin(), sheets.end());
}

// What emitting shows of an item that has errors already: nobody mends a file in two rounds.
void Preparation::tell_the_rest(const emitter::Item& item,
                                const emitter::Translation* translation) {
  if (translation == nullptr || !translation->broken) return;
  report(emitter::emit(bank_, item, *translation).diagnostics);
}

// Of these there is nothing to be set, not even a .tex.
void Preparation::refuse(const std::vector<Sheet>& sheets) {
  leave_out(sheets);
  for (const Sheet& sheet : sheets) prepared_.refused.insert(sheet.pdf);
}

void Preparation::add_unchanged(const fs::path& file, std::vector<Sheet> sheets) {
  const auto text = std::make_shared<const SheetText>(SheetText{file, {}, false, {}, {}, {}});
  for (Sheet& sheet : sheets) {
    if (unchanged_.refused.contains(sheet.pdf)) {
      refuse({sheet});
      continue;
    }
    sheet.source = text;
    sheet.unchanged = true;
    prepared_.sheets.push_back(std::move(sheet));
  }
}

void Preparation::forget_sections(const Emission& emission) {
  emitter::Item& item = bank_.items[static_cast<std::size_t>(emission.item - bank_.items.data())];
  for (emitter::Translation& translation : item.translations) {
    const bool done = &translation == emission.translation || emission.second != nullptr;
    if (done) std::vector<emitter::Section>().swap(translation.sections);
  }
}

void Preparation::emit_all(const std::vector<Emission>& emissions, const fs::path& folder,
                           const Editions& editions) {
  constexpr std::size_t most = 100;  // texts that are held at a time
  const bool both = editions.front() == &bilingual;
  Dependencies of_all{{Dependency::local_style, hash_of_local_style(options_.output, folder)},
                      {Dependency::class_files, class_hash_},
                      {Dependency::date, hash_of(source_date())}};
  if (bank_.preamble) {
    Hasher hasher("preamble");
    hasher.add(bank_.preamble->text);
    for (const auto& [name, bytes] : bank_.preamble->files) hasher.add(name).add(bytes);
    of_all[Dependency::preamble] = hasher.hash();
  }
  std::map<const emitter::Edition*, Hash> styles;
  for (const emitter::Edition* edition : editions) {
    if (emissions.empty()) break;
    const std::string& language = emissions.front().translation->language;
    styles[edition] = Hasher("look")
                          .add(emitter::bank_style_of(bank_, language, edition))
                          .add(hex(look_images_))
                          .hash();
  }
  const bool by_hand = bank_.preamble || options_.output.has(folder / layout::local_style);
  const auto file_of = [&](const emitter::Item& item) { return folder / (item.id + ".tex"); };
  for (std::size_t begin = 0; begin < emissions.size() && !stop_.stop_requested(); begin += most) {
    std::vector<Fresh> fresh(std::min(most, emissions.size() - begin));
    emitter::in_parallel(fresh.size(), [&](std::size_t number) {
      const auto& [item, translation, second] = emissions[begin + number];
      auto& [emitted, texts, sheets] = fresh[number];
      sheets = sheets_of(emissions[begin + number], folder, editions);
      if (unchanged_.items.contains(item)) return;
      for (Sheet& sheet : sheets) {
        describe(sheet, of_all);
        sheet.dependencies[Dependency::bank_style] = styles.at(sheet.edition);
        sheet.by_hand = by_hand;
      }
      emitted = both ? emitter::emit_bilingual(bank_, *item, *translation, *second)
                     : emitter::emit(bank_, *item, *translation);
      if (!options_.sections.empty()) {  // the bank was checked without their edition
        emitter::nothing_shown(*editions.front(), *translation, emitted.diagnostics);
      }
      try {
        texts = read_texts(options_.output, file_of(*item), std::move(emitted.tex));
      } catch (const Obstacle& obstacle) { emitted.diagnostics.push_back(in_the_way(obstacle)); }
    });
    for (std::size_t number = 0; number < fresh.size(); ++number) {
      const Emission& emission = emissions[begin + number];
      if (unchanged_.items.contains(emission.item)) {
        add_unchanged(file_of(*emission.item), std::move(fresh[number].sheets));
      } else {
        add(file_of(*emission.item), std::move(fresh[number]));
      }
      if (both || !with_bilingual()) forget_sections(emission);
    }
  }
  folders_.push_back(folder);
}

// What all sheets of a folder read.
void Preparation::put_packages(const fs::path& folder) {
  report(write_packages(bank_, options_.output, folder, writes_));
  const auto put =
      put_images(bank_, emitter::images_of_look(bank_), pictures_, options_.output, folder);
  if (put) look_images_ = *put;
  if (!put) report({changed_picture(*bank_.source)});
}

void Preparation::prepare_language(const std::string& language) {
  put_packages(language);
  std::vector<Emission> emissions;
  for (const emitter::Item* item : items_) {
    const emitter::Translation* translation = item->in(language);
    if (translation == nullptr) continue;
    if (translation->broken && !unchanged_.items.contains(item)) {
      tell_the_rest(*item, translation);
      refuse(sheets_of({item, translation}, language, editions_));
    } else {
      emissions.push_back({item, translation});
    }
  }
  emit_all(emissions, language, editions_);
}

void Preparation::prepare_bilingual() {
  const auto pair = emitter::chosen_pair(bank_, options_.selection);
  if (!pair) return;
  const auto folders = bilingual_folders(bank_.languages);
  const std::string folder = std::ranges::find_if(folders, [&](const BilingualFolder& one) {
                               return one.one == pair->one && one.two == pair->two;
                             })->name;
  put_packages(folder);
  std::vector<Emission> emissions;
  for (const emitter::Item* item : items_) {
    const emitter::Translation* one = item->in(pair->one);
    const emitter::Translation* two = item->in(pair->two);
    const bool whole = one != nullptr && two != nullptr && !one->broken && !two->broken;
    const bool known = one != nullptr && two != nullptr && unchanged_.items.contains(item);
    if (whole || known) {
      emissions.push_back({item, one, two});
    } else {
      tell_the_rest(*item, one);
      tell_the_rest(*item, two);
      refuse(sheets_of({item, &item->translations.front()}, folder, {&bilingual}));
    }
  }
  emit_all(emissions, folder, {&bilingual});
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

// No sheet is made of a translation with a picture that cannot be printed. One that is broken already
// tells of its pictures all the same: nobody mends a file in two rounds.
void Preparation::look_at_pictures() {
  std::vector<emitter::Translation*> translations;
  for (const emitter::Item* chosen : items_) {
    if (unchanged_.items.contains(chosen)) continue;
    emitter::Item& item = bank_.items[static_cast<std::size_t>(chosen - bank_.items.data())];
    for (emitter::Translation& translation : item.translations) {
      const bool wanted =
          with_bilingual() || emitter::chosen_language(translation.language, options_.selection);
      if (wanted && !translation.skimmed) translations.push_back(&translation);
    }
  }
  pictures_ = latex::look_at_pictures(bank_, {translations.begin(), translations.end()}, stop_);
  for (emitter::Translation* translation : translations) {
    if (report(picture_faults(*translation, pictures_))) translation->broken = true;
  }
  report(picture_faults(bank_, pictures_));
  emitter::for_each_part(bank_, [&](emitter::RunningPart& part) {
    const auto seen = pictures_.by_file.find(part.image);
    if (seen != pictures_.by_file.end() && seen->second.verdict.fault) part.image.clear();
  });
}

Prepared Preparation::run() {
  look_at_pictures();
  if (stop_.stop_requested()) return std::move(prepared_);
  for (const std::string& language : bank_.languages) {
    if (!editions_.empty() && emitter::chosen_language(language, options_.selection)) {
      prepare_language(language);
    }
  }
  if (with_bilingual()) prepare_bilingual();
  writes_.flush();
  for (const fs::path& file : writes_.kept()) {
    report({saved_meanwhile(options_.output / file)});
    ++prepared_.failed;
  }
  if (stop_.stop_requested()) return std::move(prepared_);
  for (const fs::path& folder : folders_) {
    options_.output.write_if_changed(folder / layout::sheet_list,
                                     sheet_list(bank_, options_.output, folder));
  }
  tell_left_over();
  return std::move(prepared_);
}

}  // namespace

Prepared prepare(emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
                 const Unchanged& unchanged, std::stop_token stop) {
  return Preparation(bank, options, observer, unchanged, std::move(stop)).run();
}

}  // namespace listok::latex
