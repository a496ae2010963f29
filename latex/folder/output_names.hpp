// The names that listok gives to what it makes in its output folder. What a record or a folder
// there says of other names is not believed: a stranger may have written it.
// In: a name. Out: whether it is one of ours. Errors: none.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// Where things lie in an output folder. Which names a picture may not have there is known to
// emitter/check/picture_names.cpp, too.
namespace layout {

inline constexpr auto bilingual = "bilingual";    // the folder of sheets in the first two languages
inline constexpr auto book = "book.pdf";          // beside the PDFs of its sheets
inline constexpr auto sheet_list = "listok.lst";  // in the folder of a language, as are these:
inline constexpr auto local_style = "listok-local.sty";  // written by a person
inline constexpr auto bank_style = "listok-bank.sty";    // what listok.yaml says of all sheets

inline constexpr auto state = ".listok";  // all that listok remembers, records and locks too:
inline constexpr auto bank_mark = ".listok/bank";
inline constexpr auto bases = ".listok/base";
inline constexpr auto offers = ".listok/offered";
inline constexpr auto snapshots = ".listok/snapshots";
inline constexpr auto logs = ".listok/logs";
inline constexpr auto archives = ".listok/archives";

}  // namespace layout

// The folders of sheets in two languages that a bank may have: "bilingual" for the first two,
// "bilingual-ru-de" for any others. The two are in the order of the bank.
struct BilingualFolder {
  std::string name, one, two;
};
std::vector<BilingualFolder> bilingual_folders(const std::vector<std::string>& languages);

// Of a folder of sheets: "ru", "bilingual", "bilingual-ru-de".
bool is_sheet_folder(std::string_view name);

// "ru/01-mqa.tex"
bool is_source_name(const std::filesystem::path& name);

// "ru/01-mqa.synctex.gz" of "ru/01-mqa.pdf": where editors and viewers look for it.
std::filesystem::path synctex_name(std::filesystem::path pdf);

// "ru/01-mqa.pdf", "ru/candidate/01-mqa.pdf", "ru/book.pdf", "ru/candidate/book.pdf"
bool is_pdf_name(const std::filesystem::path& name);

}  // namespace listok::latex
