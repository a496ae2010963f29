#include "latex/output/tex_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/folder/output_names.hpp"
#include "latex/output/earlier_code.hpp"
#include "latex/output/earlier_sheets.hpp"
#include "latex/system/git.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path file, std::string_view suffix) {
  file += suffix;
  return file;
}

const fs::path bases = layout::bases;
const fs::path offers = layout::offers;

// A .tex and what belongs to it, in the output folder.
struct Places {
  explicit Places(const fs::path& file)
      : target(file),
        beside(with_suffix(file, ".new")),
        base(bases / file),
        offered(offers / file) {}

  fs::path target;
  fs::path beside;   // what we set next to it in a conflict
  fs::path base;     // what we wrote last time
  fs::path offered;  // what `beside` held when we wrote it
};

void offer(const Folder& output, const Places& places, std::string_view generated) {
  const auto before = output.read(places.beside);
  if (before && before != generated && before != output.read(places.offered)) {
    keep_copy(output, places.beside, *before);  // somebody works in it
  }
  if (before != generated && !output.replace(places.beside, generated, before)) {
    return offer(output, places, generated);  // and has just saved it
  }
  output.write_if_changed(places.offered, generated);
}

void withdraw_offer(const Folder& output, const Places& places) {
  const auto offered = output.read(places.offered);
  if (!offered) return;
  output.remove(places.offered);
  output.remove(places.beside, *offered);
}

emitter::Diagnostic about(const fs::path& file, emitter::Severity severity, std::string code) {
  emitter::Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = std::move(code);
  diagnostic.file = file.string();
  return diagnostic;
}

emitter::Diagnostic conflict(const fs::path& file, Decision decision) {
  auto diagnostic = about(file, emitter::Severity::error, "tex-conflict");
  const std::string name = file.filename().string();
  if (decision == Decision::unknown) {
    diagnostic.message =
        "this file is not what listok would write, and there is no record of who changed it";
    diagnostic.hint = fmt::format(
        "it is untouched; when it is yours, carry over what is new in `{0}.new` and delete that "
        "one, else run `mv {0}.new {0}`",
        name);
    return diagnostic;
  }
  diagnostic.message = fmt::format("edited by hand, and its Markdown has changed {}",
                                   has_git() ? "in the same place" : "as well");
  diagnostic.hint = fmt::format(
      "your file is untouched; carry over what is new in `{0}.new` and delete that one, or run "
      "with `--force` (yours is then kept as `{0}.orig`){1}",
      name, has_git() ? "" : "; with git installed, changes in different places are merged");
  return diagnostic;
}

emitter::Diagnostic kept_warning(const fs::path& file) {
  auto warning = about(file, emitter::Severity::warning, "tex-kept");
  warning.message =
      "an earlier listok wrote this file, and there is no record of what was changed by hand: it "
      "stays as it is";
  warning.hint =
      "delete it to have it written anew; or take `bank=` and `footer=` out of it, to be shown "
      "what "
      "is new";
  return warning;
}

emitter::Diagnostic merged_note(const fs::path& file) {
  auto note = about(file, emitter::Severity::note, "tex-merged");
  note.message = "what is new in its Markdown was merged into your version";
  return note;
}

}  // namespace

fs::path keep_copy(const Folder& folder, const fs::path& file, std::string_view bytes) {
  fs::path copy = with_suffix(file, ".orig");
  for (int number = 2; !folder.replace(copy, bytes, std::nullopt); ++number) {
    copy = with_suffix(file, fmt::format(".orig{}", number));
  }
  return copy;
}

Texts as_of_today(Texts texts) {
  if (!texts.disk || !texts.base || texts.disk == texts.base) return texts;
  if (const auto dropped = dropped_options(*texts.base); !dropped.empty()) {
    texts.disk = without_options(*texts.disk, dropped, texts.generated);
    texts.base = without_options(*texts.base, dropped, texts.generated);
  }
  if (auto base = with_code_as_written(*texts.base); base != texts.base) {
    texts.disk = with_code_as_written(*texts.disk);
    texts.base = std::move(base);
  }
  return texts;
}

bool both_changed(const Texts& texts) {
  return texts.disk && texts.base && texts.disk != texts.generated &&
         texts.base != texts.generated && texts.disk != texts.base;
}

Decision decide(const Texts& texts, const std::optional<std::string>& merged) {
  if (!texts.disk) return Decision::write;
  if (texts.disk == texts.generated || texts.base == texts.generated) return Decision::keep;
  if (!texts.base) { return is_earlier_sheet(*texts.disk) ? Decision::keep : Decision::unknown; }
  if (texts.disk == texts.base) return Decision::write;
  if (!merged) return Decision::conflict;
  if (merged == texts.generated) return Decision::write;
  return merged == texts.disk ? Decision::keep : Decision::merge;
}

Texts read_texts(const Folder& output, const fs::path& file, std::string generated) {
  const Places places(file);
  Texts texts{output.read(places.target), std::move(generated), output.read(places.base)};
  auto offered = output.read(places.offered);
  texts.offered = offered.has_value();
  // The person has dealt with what was set next to the file and taken it away: the file stands on
  // that now.
  if (offered && !output.has(places.beside)) texts.base = std::move(offered);
  return texts;
}

Source update_source(const Folder& output, const fs::path& file, const Texts& texts, bool force,
                     PendingWrites& writes) {
  if (texts.disk == texts.generated && texts.base == texts.generated && !texts.offered) {
    return {texts.generated, false, {}};
  }
  const Places places(file);
  const Texts today = as_of_today(texts);
  const auto merged = both_changed(today) ? merge_texts(*today.base, *today.disk, texts.generated,
                                                        output.make(layout::state))
                                          : std::nullopt;
  Source source{texts.generated, false, {}};
  const Decision decision = decide(today, merged);
  const bool refused = decision == Decision::conflict || decision == Decision::unknown;
  if (refused && !force) {
    if (texts.base) output.write_if_changed(places.base, *texts.base);
    offer(output, places, texts.generated);
    return {*texts.disk, true, {conflict(output / places.target, decision)}};
  }
  const bool stays = decision == Decision::keep && today.disk == texts.disk;
  if (decision == Decision::keep) {
    source.text = *today.disk;
    source.tweaked = source.text != texts.generated;
    if (!texts.base && source.tweaked) {
      source.diagnostics.push_back(kept_warning(output / places.target));
    }
  } else if (decision == Decision::merge) {
    source = {*merged, true, {merged_note(output / places.target)}};
  } else if (refused) {
    keep_copy(output, places.target, *texts.disk);
  }
  if (!stays) writes.replace(places.target, source.text, texts.disk);
  // After the target, and never without it: a base that is newer would make a person's of what we
  // wrote. When something was offered, texts.base may come from there.
  const bool unrecorded = stays && !texts.base && texts.disk != texts.generated;
  if (texts.offered || (texts.base != texts.generated && !unrecorded)) {
    if (stays) writes.add(places.base, texts.generated);
    if (!stays) writes.follow(places.base, texts.generated);
  }
  if (texts.offered) {
    writes.flush();
    if (std::ranges::count(writes.kept(), places.target) == 0) withdraw_offer(output, places);
  }
  return source;
}

emitter::Diagnostic in_the_way(const Obstacle& obstacle) {
  auto diagnostic = about(obstacle.at(), emitter::Severity::error, "obstacle");
  diagnostic.message = obstacle.what();
  diagnostic.hint = obstacle.hint();
  return diagnostic;
}

emitter::Diagnostic saved_meanwhile(const fs::path& file) {
  auto diagnostic = about(file, emitter::Severity::error, "tex-saved");
  diagnostic.message = "this file was saved while listok was about to write it, and stays so";
  diagnostic.hint = "run the command again: what is new is merged into it then";
  return diagnostic;
}

std::vector<fs::path> based_sheets(const Folder& output) {
  std::vector<fs::path> sheets;
  for (const Entry& folder : output.list(bases)) {
    if (folder.kind != Entry::Kind::folder || !is_sheet_folder(folder.name)) continue;
    for (const Entry& entry : output.list(bases / folder.name)) {
      fs::path file = fs::path(folder.name) / entry.name;
      if (entry.kind == Entry::Kind::file && is_source_name(file))
        sheets.push_back(std::move(file));
    }
  }
  std::sort(sheets.begin(), sheets.end());
  return sheets;
}

std::optional<std::string> read_base(const Folder& output, const fs::path& file) {
  return output.read(bases / file);
}

void forget_source(const Folder& output, const fs::path& file) {
  output.remove(bases / file);
  output.remove(offers / file);
}

emitter::Diagnostics update_own_file(const Folder& output, const fs::path& file,
                                     std::string_view text, PendingWrites& writes) {
  const Places places(file);
  const auto disk = output.read(places.target);
  const auto base = output.read(places.base);
  emitter::Diagnostics diagnostics;
  if (disk && disk != text && disk != base) {
    const fs::path copy = keep_copy(output, places.target, *disk);
    auto warning = about(output / places.target, emitter::Severity::warning, "file-rewritten");
    warning.message =
        fmt::format("listok writes this file anew; as somebody changed it, it is kept as `{}`",
                    copy.filename().string());
    warning.hint = "put what is yours into the preamble of a sheet, or into that of the bank";
    diagnostics.push_back(std::move(warning));
  }
  if (disk != text) writes.replace(places.target, std::string(text), disk);
  if (base == text) return diagnostics;
  if (disk != text) {
    writes.follow(places.base, std::string(text));
  } else {
    writes.add(places.base, std::string(text));
  }
  return diagnostics;
}

}  // namespace listok::latex
