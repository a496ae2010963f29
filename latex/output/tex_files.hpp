// The .tex files of the output folder: made by listok, changed by people, whose changes are kept.
// In: what listok would write, and what is on the disk. Out: what is compiled; what is to be
// written.
// Errors: diagnostics for conflicts and merges; Trouble when a file cannot be read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/folder/pending_writes.hpp"

namespace listok::latex {

// What a .tex file is decided by.
struct Texts {
  std::optional<std::string> disk;  // what the file holds now
  std::string generated;            // what we would write
  std::optional<std::string> base;  // what we wrote last time; nothing: the record is lost
  bool offered = false;             // a conflict has left something to be cleared away
};

enum class Decision {
  write,     // no change of a person's would be lost: write `generated`
  keep,      // it is as it should be, or a person's, and `generated` says nothing new
  merge,     // a person changed it, `generated` is new, and both go together: write the merge
  conflict,  // … and they do not go together
  unknown,   // it differs, and the record that would tell who changed it is lost
};

// The texts as if listok had always written sheets as it does now: see earlier_sheets.hpp. A sheet
// without a base is a person's, as it is.
Texts as_of_today(Texts texts);

// Whether both sides have changed, so that `decide` asks what a merge of them gives.
bool both_changed(const Texts& texts);

// `merged` is what merging gives; nothing when both changed the same place, or no merge could be
// made. It counts only when both_changed.
Decision decide(const Texts& texts, const std::optional<std::string>& merged);

struct Source {
  std::string text;      // what is on disk now: the thing to be compiled
  bool tweaked = false;  // it is a person's: lines are not those of our line map
  emitter::Diagnostics diagnostics;
};

// The texts of `file` in the output folder ("ru/01-mqa.tex"), of which `generated` is what we would
// write. Writes nothing.
Texts read_texts(const Folder& output, const std::filesystem::path& file, std::string generated);

// Brings the file, whose texts were just read, up to date and says what is compiled. A merge is
// reported by a note. A conflict, and a file that nothing is known of, is left alone, with
// `generated` next to it as `<file>.new`, and is an error; with `force` it is kept as `<file>.orig`
// and replaced. Bases are kept in output/.listok. What is new is left to `writes`, which the caller
// flushes.
Source update_source(const Folder& output, const std::filesystem::path& file, const Texts& texts,
                     bool force, PendingWrites& writes);

// A thing that is no file at the name of one: the fault of a sheet, where it is a sheet's.
emitter::Diagnostic in_the_way(const Obstacle& obstacle);

// Of a file that `writes` kept because a person saved it before it was replaced; `file` as the user
// names it.
emitter::Diagnostic saved_meanwhile(const std::filesystem::path& file);

// The .tex files that listok has written and keeps a base of, in order.
std::vector<std::filesystem::path> based_sheets(const Folder& output);
// What it wrote last time.
std::optional<std::string> read_base(const Folder& output, const std::filesystem::path& file);
// Forgets that it ever wrote `file`.
void forget_source(const Folder& output, const std::filesystem::path& file);

// Puts `bytes`, which `file` holds, beside it as `<file>.orig`, or under the next such name that is
// free; returns that name.
std::filesystem::path keep_copy(const Folder& folder, const std::filesystem::path& file,
                                std::string_view bytes);

// As update_source, for a file that is only ours: the class, a package of the bank. One that a
// person changed is kept as `<file>.orig`, with a warning.
emitter::Diagnostics update_own_file(const Folder& output, const std::filesystem::path& file,
                                     std::string_view text, PendingWrites& writes);

}  // namespace listok::latex
