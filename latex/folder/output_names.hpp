// The names that listok gives to what it makes in its output folder. What a record or a folder
// there says of other names is not believed: a stranger may have written it.
// In: a name. Out: whether it is one of ours. Errors: none.
#pragma once

#include <filesystem>
#include <string_view>

namespace listok::latex {

// Of a folder of sheets: "ru", "bilingual".
bool is_sheet_folder(std::string_view name);

// "ru/01-mqa.tex"
bool is_source_name(const std::filesystem::path& name);

// "ru/01-mqa.pdf", "ru/candidate/01-mqa.pdf", "ru/book.pdf"
bool is_pdf_name(const std::filesystem::path& name);

}  // namespace listok::latex
