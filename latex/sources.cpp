#include "latex/sources.hpp"

#include <fmt/format.h>

#include "latex/files.hpp"
#include "latex/git.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path file, std::string_view suffix) {
  file += suffix;
  return file;
}

// A .tex and what belongs to it.
struct Places {
  Places(const fs::path& output, const fs::path& file)
      : target(output / file),
        beside(with_suffix(target, ".new")),
        base(output / ".listok" / "base" / file),
        offered(output / ".listok" / "offered" / file) {}

  fs::path target;
  fs::path beside;   // what we set beside it in a conflict
  fs::path base;     // what we wrote last time
  fs::path offered;  // what `beside` held when we wrote it
};

// Copies `file` to a name that no other copy has.
fs::path keep_copy(const fs::path& file, std::string_view bytes) {
  fs::path copy = with_suffix(file, ".orig");
  for (int number = 2; fs::exists(copy) && read_file(copy) != bytes; ++number) {
    copy = with_suffix(file, fmt::format(".orig{}", number));
  }
  write_if_changed(copy, bytes);
  return copy;
}

void offer(const Places& places, std::string_view generated) {
  const auto before = read_file(places.beside);
  if (before && before != generated && before != read_file(places.offered)) {
    keep_copy(places.beside, *before);  // somebody works in it
  }
  write_if_changed(places.beside, generated);
  write_if_changed(places.offered, generated);
}

void withdraw_offer(const Places& places) {
  const auto offered = read_file(places.offered);
  if (!offered) return;
  fs::remove(places.offered);
  if (read_file(places.beside) == offered) fs::remove(places.beside);
}

emitter::Diagnostic about(const fs::path& file, emitter::Severity severity, std::string code) {
  emitter::Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = std::move(code);
  diagnostic.file = file.string();
  return diagnostic;
}

emitter::Diagnostic conflict(const fs::path& file, Settlement settlement) {
  auto diagnostic = about(file, emitter::Severity::error, "tex-conflict");
  const std::string name = file.filename().string();
  if (settlement == Settlement::unknown) {
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

emitter::Diagnostic merged_note(const fs::path& file) {
  auto note = about(file, emitter::Severity::note, "tex-merged");
  note.message = "what is new in its Markdown was merged into your version";
  return note;
}

}  // namespace

bool both_changed(const Texts& texts) {
  return texts.disk && texts.base && texts.disk != texts.generated &&
         texts.base != texts.generated && texts.disk != texts.base;
}

Settlement settle(const Texts& texts, const std::optional<std::string>& merged) {
  if (!texts.disk) return Settlement::write;
  if (texts.disk == texts.generated || texts.base == texts.generated) return Settlement::keep;
  if (!texts.base) return Settlement::unknown;
  if (texts.disk == texts.base) return Settlement::write;
  if (!merged) return Settlement::conflict;
  if (merged == texts.generated) return Settlement::write;
  return merged == texts.disk ? Settlement::keep : Settlement::merge;
}

Texts read_texts(const fs::path& output, const fs::path& file, std::string generated) {
  const Places places(output, file);
  Texts texts{read_file(places.target), std::move(generated), read_file(places.base)};
  auto offered = read_file(places.offered);
  texts.offered = offered.has_value();
  // The person has dealt with what was set beside the file and taken it away: the file stands on
  // that now.
  if (offered && !fs::exists(places.beside)) texts.base = std::move(offered);
  return texts;
}

Source update_source(const fs::path& output, const fs::path& file, const Texts& texts, bool force,
                     Writes& writes) {
  if (texts.disk == texts.generated && texts.base == texts.generated && !texts.offered) {
    return {texts.generated, false, {}};
  }
  const Places places(output, file);
  const auto merged = both_changed(texts) ? merge_texts(*texts.base, *texts.disk, texts.generated,
                                                        output / ".listok")
                                          : std::nullopt;
  Source source{texts.generated, false, {}};
  const Settlement settlement = settle(texts, merged);
  switch (settlement) {
    case Settlement::write: writes.add(places.target, texts.generated); break;
    case Settlement::keep:
      source.text = *texts.disk;
      source.tweaked = source.text != texts.generated;
      break;
    case Settlement::merge:
      write_file(places.target, *merged);
      source = {*merged, true, {merged_note(places.target)}};
      break;
    case Settlement::conflict:
    case Settlement::unknown:
      if (force) {
        keep_copy(places.target, *texts.disk);
        write_file(places.target, texts.generated);
        break;
      }
      if (texts.base) write_if_changed(places.base, *texts.base);
      offer(places, texts.generated);
      return {*texts.disk, true, {conflict(places.target, settlement)}};
  }
  // After the target: a base that is newer would make a person's of what we wrote.
  // When something was offered, texts.base may come from there.
  if (texts.offered || texts.base != texts.generated) writes.add(places.base, texts.generated);
  if (texts.offered) {
    writes.flush();
    withdraw_offer(places);
  }
  return source;
}

emitter::Diagnostics update_own_file(const fs::path& output, const fs::path& file,
                                     std::string_view text, Writes& writes) {
  const Places places(output, file);
  const auto disk = read_file(places.target);
  const auto base = read_file(places.base);
  emitter::Diagnostics diagnostics;
  if (disk && disk != text && disk != base) {
    const fs::path copy = keep_copy(places.target, *disk);
    auto warning = about(places.target, emitter::Severity::warning, "file-rewritten");
    warning.message =
        fmt::format("listok writes this file anew; as somebody changed it, it is kept as `{}`",
                    copy.filename().string());
    warning.hint = "put what is yours into the preamble of a sheet, or into that of the bank";
    diagnostics.push_back(std::move(warning));
  }
  if (disk != text) writes.add(places.target, std::string(text));
  if (base != text) writes.add(places.base, std::string(text));
  return diagnostics;
}

}  // namespace listok::latex
