#include "latex/sources.hpp"

#include <fmt/format.h>

#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path file, std::string_view suffix) {
  file += suffix;
  return file;
}

emitter::Diagnostic conflict(const fs::path& file) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "tex-conflict";
  diagnostic.message =
      fmt::format("`{}` was edited by hand and its Markdown has changed as well", file.string());
  diagnostic.hint = fmt::format(
      "your file is untouched; carry over what is new in `{0}.new` and delete it, or run with "
      "`--force` (yours is then kept as `{0}.orig`)",
      file.filename().string());
  diagnostic.file = file.string();
  return diagnostic;
}

}  // namespace

Settlement settle(const std::optional<std::string>& disk, std::string_view generated,
                  const std::optional<std::string>& base,
                  const std::optional<std::string>& offered) {
  if (!disk) return Settlement::write;
  if (*disk == generated || base == generated || offered == generated) return Settlement::keep;
  return base && *disk == *base ? Settlement::write : Settlement::conflict;
}

Source update_source(const fs::path& output, const fs::path& file, std::string_view generated,
                     bool force) {
  const fs::path target = output / file;
  const fs::path base = output / ".listok" / "base" / file;
  const fs::path offer = output / ".listok" / "offered" / file;
  const fs::path beside = with_suffix(target, ".new");

  const auto disk = read_file(target);
  const auto offered = fs::exists(beside) ? std::nullopt : read_file(offer);
  Source source{std::string(generated), false, {}};
  switch (settle(disk, generated, read_file(base), offered)) {
    case Settlement::write: write_file(target, generated); break;
    case Settlement::keep:
      source.text = *disk;
      source.tweaked = *disk != generated;
      break;
    case Settlement::conflict:
      if (force) {
        write_file(with_suffix(target, ".orig"), *disk);
        write_file(target, generated);
        break;
      }
      write_if_changed(beside, generated);
      write_if_changed(offer, generated);
      source.text = *disk;
      source.tweaked = true;
      source.diagnostics.push_back(conflict(target));
      return source;
  }
  write_if_changed(base, generated);
  return source;
}

}  // namespace listok::latex
