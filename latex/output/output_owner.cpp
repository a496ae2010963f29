#include "latex/output/output_owner.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/folder/output_names.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest = 4096;  // bytes of a path

// The way from the output folder to the bank, one line: the two may be moved together, or be
// mounted elsewhere. Nothing for a text that listok has not written.
std::optional<fs::path> noted_bank(const std::string& text) {
  if (text.empty() || text.size() > longest || text.back() != '\n') return std::nullopt;
  const std::string line = text.substr(0, text.size() - 1);
  const auto is_control = [](char letter) { return static_cast<unsigned char>(letter) < 32; };
  if (line.empty() || std::ranges::any_of(line, is_control)) return std::nullopt;
  return line;
}

emitter::Diagnostic refusal(const Folder& output, const fs::path& owner) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "other-bank";
  diagnostic.file = (output / layout::bank_mark).string();
  diagnostic.message = fmt::format("`{}` holds the sheets of another bank, `{}`",
                                   output.path().string(), owner.string());
  diagnostic.hint =
      "choose another folder with `-o`; if that bank has no use for this one any more, "
      "delete the file named here";
  return diagnostic;
}

}  // namespace

bool claim(const Folder& output, const fs::path& bank, const Observer& observer) {
  const fs::path here = fs::canonical(output.make({}));
  const auto noted = noted_bank(output.read(layout::bank_mark).value_or(""));
  std::error_code error;
  if (noted) {
    const fs::path owner = (here / *noted).lexically_normal();
    if (fs::equivalent(owner, bank, error)) return true;
    if (fs::is_regular_file(owner / "listok.yaml", error)) {
      observer.diagnostic(refusal(output, owner));
      return false;
    }
  }
  output.write(layout::bank_mark, fs::canonical(bank).lexically_relative(here).string() + "\n");
  return true;
}

}  // namespace listok::latex
