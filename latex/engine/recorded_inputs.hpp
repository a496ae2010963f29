// Lists the files that TeX of a person has read; only a run can tell which these are.
// In: the scratch folder of a run, the folder of the sheets. Out: names of files, sorted; or a
// hash.
// Errors: Trouble when the recorder's file or a folder of the output cannot be read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "latex/folder/output_folder.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

// The files that a run has read, sorted: by the recorder of the engine, and those that its pages in
// `xdv` name. What lies `beside` the sheets is named as there, all else is absolute. Files of the
// run itself, in the folder `scratch`, are left out.
std::vector<std::string> inputs_of_run(const std::filesystem::path& scratch,
                                       const std::filesystem::path& beside, std::string_view xdv);

// Whether every run writes a file of that name anew beside the sheets: the class, what the bank says.
bool is_written_anew(const std::filesystem::path& name);

// Whether listok puts files of that name beside the sheets, or never shows one to an engine: no TeX of
// a person is looked for in them.
bool is_of_listok(const std::filesystem::path& name);

// The paths of `inputs`, for sheets in `folder`.
std::vector<std::string> paths_of(const std::vector<std::string>& inputs,
                                  const std::filesystem::path& folder);

// Stands for where TeX of a person looks: the names of what lies in `folder` of the output, for a
// file that comes there is found before all others, and the search paths. Not of what listok puts
// there.
Hash hash_of_search(const Folder& output, const std::filesystem::path& folder);

}  // namespace listok::latex
