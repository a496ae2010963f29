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

bool is_odd(std::size_t number) { return number % 2 == 1; }

// A .tex of the book, and where it ended up.
struct Document {
  std::shared_ptr<const std::string> tex;
  std::size_t first_page = 1;  // its number; those before the sheets have numbers of their own
  std::size_t pages = 0;       // how many it must have; 0: as many as it takes
  // Once it is set:
  std::size_t part = 0;
  std::size_t page = 0;
};

class Binding {
 public:
  Binding(const Toolchain& toolchain, const BookSource& source,
          const std::filesystem::path& scratch, std::stop_token stop);

  Book run();

 private:
  std::string set_part(const std::vector<Document*>& documents);
  std::vector<BookPage> pages() const;
  void add_front(std::vector<BookPage>& pages) const;

  const Toolchain& toolchain_;
  const BookSource& source_;
  const std::filesystem::path& scratch_;
  std::stop_token stop_;
  Document cover_;  // without text where there is none
  Document contents_;
  std::vector<Document> sheets_;
  std::vector<std::unique_ptr<ScratchFolder>> folders_;
  std::vector<std::filesystem::path> parts_;
  std::set<std::string> fonts_;
  std::set<std::string> inputs_;
};

Binding::Binding(const Toolchain& toolchain, const BookSource& source,
                 const std::filesystem::path& scratch, std::stop_token stop)
    : toolchain_(toolchain), source_(source), scratch_(scratch), stop_(std::move(stop)) {
  cover_.tex = source.cover;
  cover_.pages = 1;
  contents_.tex = source.contents;
  if (cover_.tex != nullptr) contents_.first_page = source.two_sided ? 3 : 2;
  const std::vector<std::size_t> numbers = first_pages(source.sheets, source.two_sided);
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    const BookSheet& sheet = source.sheets[index];
    sheets_.push_back({sheet.tex, numbers[index], sheet.pages});
  }
}

// Sets documents of one preamble in one run; returns the fault, empty when there is none.
std::string Binding::set_part(const std::vector<Document*>& documents) {
  Batch batch;
  batch.whole = true;
  batch.max_size = source_.max_size;
  batch.by_hand = source_.by_hand;
  batch.beside = source_.beside;
  batch.class_options = source_.class_options;
  if (source_.two_sided)
    batch.class_options += batch.class_options.empty() ? "twoside" : ",twoside";
  for (const Document* document : documents) {
    batch.sheets.push_back({document->tex, {}});
    batch.first_pages.push_back(document->first_page);
  }
  folders_.push_back(std::make_unique<ScratchFolder>(scratch_));
  const BatchResult result = typeset(toolchain_, batch, folders_.back()->path(), stop_);
  if (!result.fault.empty()) return result.fault;
  if (!result.messages.empty()) return result.messages.front().text;
  for (std::size_t index = 0; index < documents.size(); ++index) {
    Document& document = *documents[index];
    const SheetMarks& marks = result.sheets[index].marks;
    const bool any = document.pages == 0;
    const bool set =
        any ? marks.ended && marks.pages > 0 : marks.whole() && marks.pages == document.pages;
    if (!set) return "a page is missing";
    document.part = parts_.size();
    document.page = marks.page;
    document.pages = marks.pages;
  }
  parts_.push_back(result.whole);
  fonts_.insert(result.fonts.begin(), result.fonts.end());
  inputs_.insert(result.inputs.begin(), result.inputs.end());
  return {};
}

// What stands before the sheets, up to the page before the first.
void Binding::add_front(std::vector<BookPage>& pages) const {
  const auto add = [&](BookPage page) {
    page.label = roman(pages.size() + 1);
    pages.push_back(std::move(page));
  };
  const BookPage blank{.blank = true};
  if (cover_.tex != nullptr) {
    add({cover_.part, cover_.page, source_.metadata.title, "", ""});
    if (source_.two_sided) add(blank);
  }
  for (std::size_t page = 0; page < contents_.pages; ++page) {
    add({contents_.part, contents_.page + page, page == 0 ? source_.heading_of_contents : "", "",
         ""});
  }
  if (source_.two_sided && is_odd(pages.size() + 1) != is_odd(sheets_.front().first_page)) {
    add(blank);
  }
}

std::vector<BookPage> Binding::pages() const {
  std::vector<BookPage> pages;
  add_front(pages);
  std::size_t next = sheets_.front().first_page;
  for (std::size_t index = 0; index < sheets_.size(); ++index) {
    const Document& set = sheets_[index];
    if (next < set.first_page) pages.push_back({.blank = true});
    next = set.first_page + set.pages;
    const BookSheet& sheet = source_.sheets[index];
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
  std::map<std::string, std::vector<Document*>> groups;
  const auto add = [&](Document& document) {
    if (document.tex != nullptr) groups[preamble_of(*document.tex)].push_back(&document);
  };
  add(cover_);
  add(contents_);
  for (Document& sheet : sheets_) add(sheet);
  for (const auto& [preamble, documents] : groups) {
    if (std::string fault = set_part(documents); !fault.empty()) return {{{}, fault}, {}, {}};
  }
  return {bind_book(parts_, pages(), source_.metadata, source_date()),
          {fonts_.begin(), fonts_.end()},
          {inputs_.begin(), inputs_.end()}};
}

}  // namespace

std::vector<std::size_t> first_pages(const std::vector<BookSheet>& sheets, bool two_sided) {
  std::vector<std::size_t> numbers;
  std::size_t next = 1;
  for (const BookSheet& sheet : sheets) {
    if (two_sided && sheet.pages == 2 && is_odd(next)) ++next;
    numbers.push_back(next);
    next += sheet.pages;
  }
  return numbers;
}

Book make_book(const Toolchain& toolchain, const BookSource& source,
               const std::filesystem::path& scratch, std::stop_token stop) {
  return Binding(toolchain, source, scratch, std::move(stop)).run();
}

}  // namespace listok::latex
