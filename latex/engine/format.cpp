#include "latex/engine/format.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <vector>

#include "latex/class/class_files.hpp"
#include "latex/engine/sandbox.hpp"
#include "latex/folder/lock.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/system/cache.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/stamp_lines.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_formats = 12;  // 33 MB each; the least recently used go

std::string key_of(const Toolchain& toolchain, const FormatSource& source) {
  Hasher hasher("format 3");
  hasher.add(toolchain.identity).add(source.class_options).add(source.preamble);
  for (const ClassFile& file : class_files()) hasher.add(file.text);
  return hex(hasher.hash());
}

fs::path inputs_of(fs::path format) { return format.replace_extension(".inputs"); }

// True when the format is whole and all that it was made from is as it was. Notes that it is used.
bool is_fresh(const fs::path& format) {
  const auto inputs = read_file(inputs_of(format));
  if (!inputs || inputs->empty() || !are_as_they_were(*inputs)) return false;
  std::error_code ignored;
  fs::last_write_time(inputs_of(format), fs::file_time_type::clock::now(), ignored);
  return true;
}

// The files that the engine's recorder lists as read, but for those of the scratch folder.
std::string inputs_in(const std::string& recorded, const fs::path& format) {
  std::vector<std::string> lines{stamp_line(format)};
  std::string_view rest = recorded;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with("INPUT /")) lines.push_back(stamp_line(std::string(line.substr(6))));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::sort(lines.begin() + 1, lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return fmt::format("{}", fmt::join(lines, ""));
}

void drop_old(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> formats;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".inputs") {
      formats.emplace_back(entry.last_write_time(error), entry.path());
    }
  }
  std::sort(formats.rbegin(), formats.rend());
  for (std::size_t old = most_formats; old < formats.size(); ++old) {
    discard_format(formats[old].second.replace_extension(".fmt"));
  }
}

// The engine packs its formats, and unpacking them takes as long as the rest of its start; but it
// reads plain ones too.
bool unpack(const fs::path& packed, const fs::path& plain) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> from(gzopen(packed.c_str(), "rb"), gzclose);
  std::ofstream to(plain, std::ios::binary);
  std::vector<char> bytes(std::size_t{1} << 18U);
  int got = 0;
  while (from &&
         (got = gzread(from.get(), bytes.data(), static_cast<unsigned>(bytes.size()))) > 0) {
    to.write(bytes.data(), got);
  }
  return from && got == 0 && to.flush();
}

// False when the engine made none.
bool make(const Toolchain& toolchain, const FormatSource& source, const fs::path& format,
          const fs::path& scratch, const std::stop_token& stop) {
  const ScratchFolder folder(scratch);
  for (const ClassFile& file : class_files()) {
    write_scratch_file(folder.path() / file.name, file.text);
  }
  write_scratch_file(folder.path() / "format.tex",
                     fmt::format("\\def\\listokdumps{{}}\n\\PassOptionsToClass{{{}}}{{listok}}\n"
                                 "{}\n\\dump\n",
                                 source.class_options, source.preamble));
  const Limits limits;
  const ProcessResult ended =
      run(sandboxed(toolchain, toolchain.xelatex,
                    {"-ini", "-no-shell-escape", "-interaction=batchmode", "-recorder",
                     "-jobname=format", "&xelatex", "format.tex"},
                    folder.path(), {}, limits),
          stop);
  const auto recorded = read_file(folder.path() / "format.fls");
  const fs::path plain = folder.path() / "plain.fmt";
  if (!ended.success() || !recorded || !unpack(folder.path() / "format.fmt", plain)) {
    return false;
  }
  const Folder cache(format.parent_path());
  const Move move{plain, format.filename()};
  cache.put({&move, 1});
  cache.write(inputs_of(format).filename(), inputs_in(*recorded, format));
  return true;
}

}  // namespace

bool is_bare(const std::string& preamble) {
  const bool one_line = preamble.find('\n') + 1 == preamble.size();
  return one_line && preamble.starts_with("\\documentclass") && preamble.ends_with("]{listok}\n") &&
         preamble.find(']') == preamble.size() - std::string_view("]{listok}\n").size();
}

std::optional<fs::path> find_format(const Toolchain& toolchain, const FormatSource& source,
                                    const fs::path& scratch, std::stop_token stop) {
  const fs::path folder = cache_folder("formats");
  if (folder.empty()) return std::nullopt;
  const fs::path format = folder / (key_of(toolchain, source) + ".fmt");
  try {
    if (is_fresh(format)) return format;
    const FileLock lock(Folder(folder), "lock", stop);
    if (is_fresh(format)) return format;  // another process was quicker
    if (!make(toolchain, source, format, scratch, stop)) return std::nullopt;
    drop_old(folder);
    return format;
  } catch (const Trouble&) {  // of a cache: it is done without
    return std::nullopt;
  }
}

void discard_format(const fs::path& format) {
  std::error_code ignored;
  fs::remove(format, ignored);
  fs::remove(inputs_of(format), ignored);
}

FormatCache format_cache() {
  FormatCache cache{cache_folder("formats"), 0, 0};
  std::error_code error;
  if (cache.folder.empty()) return cache;
  for (const auto& entry : fs::directory_iterator(cache.folder, error)) {
    if (entry.path().extension() != ".fmt") continue;
    ++cache.formats;
    cache.bytes += entry.file_size(error);
  }
  return cache;
}

}  // namespace listok::latex
