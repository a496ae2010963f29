#include "latex/build/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "latex/engine/batch_source.hpp"
#include "latex/engine/typeset.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

// 4 -> "iv", as the pages before the first sheet are labelled.
std::string roman(std::size_t number) {
  constexpr std::pair<std::size_t, const char*> steps[] = {{100, "c"}, {90, "xc"}, {50, "l"},
                                                           {40, "xl"}, {10, "x"},  {9, "ix"},
                                                           {5, "v"},   {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, letters] : steps) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

// Where a document of the book ended up: the contents are document 0, the sheets follow.
struct Set {
  std::size_t part = 0;
  std::size_t page = 0;
  std::size_t pages = 0;
};

class Binding {
 public:
  Binding(const Toolchain& toolchain, const BookSource& source,
          const std::filesystem::path& scratch, std::stop_token stop)
      : toolchain_(toolchain), source_(source), scratch_(scratch), stop_(std::move(stop)) {}

  Book run();

 private:
  const std::shared_ptr<const std::string>& tex(std::size_t document) const {
    return document == 0 ? source_.contents : source_.sheets[document - 1].tex;
  }
  std::string set_part(const std::vector<std::size_t>& documents);
  std::vector<BookPage> pages() const;

  const Toolchain& toolchain_;
  const BookSource& source_;
  const std::filesystem::path& scratch_;
  std::stop_token stop_;
  std::vector<std::unique_ptr<ScratchFolder>> folders_;
  std::vector<std::filesystem::path> parts_;
  std::vector<Set> sets_;
  std::set<std::string> fonts_;
  std::set<std::string> inputs_;
};

// Sets documents of one preamble in one run; returns the fault, empty when there is none.
std::string Binding::set_part(const std::vector<std::size_t>& documents) {
  Batch batch;
  batch.whole = true;
  batch.max_size = source_.max_size;
  batch.by_hand = source_.by_hand;
  batch.beside = source_.beside;
  for (const std::size_t document : documents) batch.sheets.push_back({tex(document), {}});
  folders_.push_back(std::make_unique<ScratchFolder>(scratch_));
  const BatchResult result = typeset(toolchain_, batch, folders_.back()->path(), stop_);
  if (!result.fault.empty()) return result.fault;
  if (!result.messages.empty()) return result.messages.front().text;
  for (std::size_t index = 0; index < documents.size(); ++index) {
    const SheetResult& sheet = result.sheets[index];
    const bool contents = documents[index] == 0;
    const bool set = contents ? sheet.marks.ended && sheet.marks.pages > 0 : sheet.marks.whole();
    if (!set) return "a page is missing";
    sets_[documents[index]] = {parts_.size(), sheet.marks.page, sheet.marks.pages};
  }
  parts_.push_back(result.whole);
  fonts_.insert(result.fonts.begin(), result.fonts.end());
  inputs_.insert(result.inputs.begin(), result.inputs.end());
  return {};
}

std::vector<BookPage> Binding::pages() const {
  std::vector<BookPage> pages;
  for (std::size_t page = 0; page < sets_[0].pages; ++page) {
    const std::string title = page == 0 ? source_.metadata.title : "";
    pages.push_back({sets_[0].part, sets_[0].page + page, title, roman(page + 1), ""});
  }
  for (std::size_t index = 0; index < source_.sheets.size(); ++index) {
    const BookSheet& sheet = source_.sheets[index];
    const Set& set = sets_[index + 1];
    const std::string number = std::to_string(sheet.number);
    pages.push_back({set.part, set.page, fmt::format("{}. {}", number, sheet.title), number,
                     fmt::format("listok.{}", number)});
    for (std::size_t page = 1; page < set.pages; ++page) {
      pages.push_back({set.part, set.page + page, "", page_label(number, page), ""});
    }
  }
  return pages;
}

Book Binding::run() {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t document = 0; document <= source_.sheets.size(); ++document) {
    groups[preamble_of(*tex(document))].push_back(document);
  }
  sets_.resize(source_.sheets.size() + 1);
  for (const auto& [preamble, documents] : groups) {
    if (std::string fault = set_part(documents); !fault.empty()) return {{{}, fault}, {}, {}};
  }
  return {bind_book(parts_, pages(), source_.metadata, source_date()),
          {fonts_.begin(), fonts_.end()},
          {inputs_.begin(), inputs_.end()}};
}

}  // namespace

Book make_book(const Toolchain& toolchain, const BookSource& source,
               const std::filesystem::path& scratch, std::stop_token stop) {
  return Binding(toolchain, source, scratch, std::move(stop)).run();
}

}  // namespace listok::latex
