// Cuts the PDFs of sheets out of the PDF of a batch, binds books, and checks PDFs. (Library:
// libqpdf.)
// In: PDFs, page numbers from 0, metadata in UTF-8. Out: PDFs as files or bytes.
// Errors: a fault in words for a PDF that is not sound; Trouble when a file cannot be written.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// What the PDF says about itself; all UTF-8, empty means absent.
struct Metadata {
  std::string title;
  std::string author;
  std::string keywords;  // separated by ", "
  std::string language;  // BCP 47: "ru"
  std::string label;     // of the first page, as viewers show it: "3"

  bool operator==(const Metadata&) const = default;
};

struct Cut {
  std::size_t page = 0;  // the first, of the batch's PDF, from 0
  Metadata metadata;
  std::filesystem::path file;  // to be written
  std::size_t pages = 1;       // how many, one behind the other
};

struct CutResult {
  std::string fault;              // why the file is not there, when it is not
  std::set<std::string> removed;  // what acted by itself (pdf_actions.hpp): "/JavaScript"
};

// Cuts `cuts` out of `pdf`, which must have `pages` pages, into scratch files: whole PDFs, proven
// readable and with every font in them. The bytes depend only on the pages and the metadata; `date` ("D:20260101000000Z", may be empty) becomes the creation date. What acts by
// itself stays behind. A PDF that cannot be read is a fault of every cut, never an exception, and
// so is one that acts as a whole, since nobody knows for which of several pages; a file that cannot
// be written is Trouble.
std::vector<CutResult> cut_pages(const std::filesystem::path& pdf, std::size_t pages,
                                 const std::vector<Cut>& cuts, const std::string& date);

// A page of a book: page `page` (from 0) of PDF `part`.
struct BookPage {
  std::size_t part = 0;
  std::size_t page = 0;
  std::string title = {};        // of its bookmark; empty: none
  std::string label = {};        // as viewers show it: "ii", "3"
  std::string destination = {};  // the name that links in the book go to; empty: none
  bool blank = false;            // of no part: as large as the page before it
};

struct Bound {
  std::string bytes;  // a whole PDF
  std::string fault;  // why there is none, when there is none
};

// As viewers show page `page`, from 0, of a sheet whose first is `first`: "3", "3-2".
std::string page_label(const std::string& first, std::size_t page);

// Binds pages of `parts`, each a whole PDF, into one PDF with bookmarks, page labels and named
// destinations. What acts by itself stays behind. A part that cannot be read is the fault.
Bound bind_book(const std::vector<std::filesystem::path>& parts, const std::vector<BookPage>& pages,
                const Metadata& metadata, const std::string& date);

// Why `bytes` are not a sound PDF of so many pages with all of its fonts embedded; nothing if they
// are.
std::optional<std::string> pdf_fault(std::string_view bytes, std::size_t pages = 1);

}  // namespace listok::latex
