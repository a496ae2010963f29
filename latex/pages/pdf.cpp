#include "latex/pages/pdf.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "latex/pages/pdf_actions.hpp"
#include "latex/system/files.hpp"
#include "pictures/qpdf.hpp"

namespace listok::latex {
namespace {

using Object = QPDFObjectHandle;

Object unicode(const std::string& text) { return Object::newUnicodeString(text); }

void set_metadata(QPDF& pdf, const Metadata& metadata, const std::string& producer,
                  const std::string& date) {
  Object info = Object::newDictionary();
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) info.replaceKey(key, unicode(value));
  };
  set("/Title", metadata.title);
  set("/Author", metadata.author);
  set("/Keywords", metadata.keywords);
  set("/Creator", "listok");
  set("/Producer", producer);
  if (!date.empty()) info.replaceKey("/CreationDate", Object::newString(date));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

  Object root = pdf.getRoot();
  root.replaceKey("/Lang", unicode(metadata.language));
  root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
}

void set_labels(QPDF& pdf, const std::vector<std::string>& labels) {
  std::vector<Object> numbers;
  for (std::size_t page = 0; page < labels.size(); ++page) {
    numbers.push_back(Object::newInteger(static_cast<long long>(page)));
    numbers.push_back(Object::newDictionary({{"/P", unicode(labels[page])}}));
  }
  Object tree = Object::newDictionary({{"/Nums", Object::newArray(numbers)}});
  pdf.getRoot().replaceKey("/PageLabels", tree);
}

Object show_page(Object page) {
  return Object::newArray(std::vector<Object>{page, Object::newName("/Fit")});
}

// A flat list of bookmarks, one a titled page.
void set_bookmarks(QPDF& pdf, const std::vector<BookPage>& pages,
                   const std::vector<Object>& objects) {
  std::vector<Object> marks;
  Object outline =
      pdf.makeIndirectObject(Object::newDictionary({{"/Type", Object::newName("/Outlines")}}));
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (pages[page].title.empty()) continue;
    Object mark =
        pdf.makeIndirectObject(Object::newDictionary({{"/Title", unicode(pages[page].title)},
                                                      {"/Parent", outline},
                                                      {"/Dest", show_page(objects[page])}}));
    if (!marks.empty()) {
      mark.replaceKey("/Prev", marks.back());
      marks.back().replaceKey("/Next", mark);
    }
    marks.push_back(mark);
  }
  if (marks.empty()) return;
  outline.replaceKey("/First", marks.front());
  outline.replaceKey("/Last", marks.back());
  outline.replaceKey("/Count", Object::newInteger(static_cast<long long>(marks.size())));
  pdf.getRoot().replaceKey("/Outlines", outline);
  pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

// A name tree of one leaf; its names have to be in order.
void set_destinations(QPDF& pdf, const std::vector<BookPage>& pages,
                      const std::vector<Object>& objects) {
  std::map<std::string, Object> sorted;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (!pages[page].destination.empty())
      sorted.emplace(pages[page].destination, show_page(objects[page]));
  }
  std::vector<Object> names;
  for (const auto& [name, destination] : sorted) {
    names.push_back(Object::newString(name));
    names.push_back(destination);
  }
  Object tree = Object::newDictionary({{"/Names", Object::newArray(names)}});
  pdf.getRoot().replaceKey("/Names",
                           Object::newDictionary({{"/Dests", pdf.makeIndirectObject(tree)}}));
}

std::string write(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The descriptor of a simple or a composite font.
Object descriptor_of(Object font) {
  Object descendants = font.getKey("/DescendantFonts");
  if (descendants.isArray() && descendants.getArrayNItems() > 0) {
    font = descendants.getArrayItem(0);
  }
  return font.getKey("/FontDescriptor");
}

bool is_embedded(Object font) {
  if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return true;
  Object descriptor = descriptor_of(font);
  return descriptor.isDictionary() &&
         (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
          descriptor.hasKey("/FontFile3"));
}

std::optional<std::string> fault_of(QPDFPageObjectHelper page) {
  if (!page.getAttribute("/MediaBox", false).isRectangle()) return "its page has no size";
  Object fonts = page.getAttribute("/Resources", false).getKey("/Font");
  if (!fonts.isDictionary()) return std::nullopt;
  for (auto [name, font] : fonts.getDictAsMap()) {
    if (!is_embedded(font)) {
      return fmt::format("its font {} is not embedded", font.getKey("/BaseFont").unparse());
    }
  }
  return std::nullopt;
}

std::optional<std::string> fault_of(QPDF& pdf, std::size_t pages) {
  const auto all = QPDFPageDocumentHelper(pdf).getAllPages();
  if (all.size() != pages) return fmt::format("it has {} pages instead of {}", all.size(), pages);
  for (const QPDFPageObjectHelper& page : all) {
    if (auto fault = fault_of(page)) return fault;
  }
  return std::nullopt;
}

std::string cut_pages_of(const std::vector<QPDFPageObjectHelper>& pages, const Cut& cut,
                         const std::string& producer, const std::string& date) {
  QPDF sheet;
  sheet.emptyPDF();
  QPDFPageDocumentHelper document(sheet);
  std::vector<std::string> labels;
  for (const QPDFPageObjectHelper& page : pages) {
    document.addPage(page, false);
    labels.push_back(page_label(cut.metadata.label, labels.size()));
  }
  set_metadata(sheet, cut.metadata, producer, date);
  if (!cut.metadata.label.empty()) set_labels(sheet, labels);
  const std::string bytes = write(sheet);
  if (auto fault = pdf_fault(bytes, cut.pages)) return *fault;
  write_scratch_file(cut.file, bytes);
  return {};
}

Object blank_page(QPDF& pdf, Object box) {
  return pdf.makeIndirectObject(
      Object::newDictionary({{"/Type", Object::newName("/Page")},
                             {"/MediaBox", Object::parse(box.unparseResolved())},
                             {"/Resources", Object::newDictionary()}}));
}

std::string producer_of(QPDF& pdf) {
  Object producer = pdf.getTrailer().getKey("/Info").getKey("/Producer");
  return producer.isString() ? producer.getUTF8Value() : "";
}

}  // namespace

std::vector<CutResult> cut_pages(const std::filesystem::path& file, std::size_t pages,
                                 const std::vector<Cut>& cuts, const std::string& date) {
  std::vector<CutResult> results(cuts.size());
  const auto all_fail = [&](const std::string& fault) {
    for (CutResult& result : results) result.fault = fault;
  };
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    QPDFPageDocumentHelper document(pdf);
    document.pushInheritedAttributesToPage();
    const auto all = document.getAllPages();
    if (all.size() != pages) {
      all_fail(fmt::format("the PDF of the batch has {} pages, the log {}", all.size(), pages));
      return results;
    }
    ActionRemover remover;
    const auto of_all = remover.clean(pdf.getRoot());
    if (!of_all.empty() && cuts.size() > 1) {
      all_fail(fmt::format("the PDF acts by itself: {}", fmt::join(of_all, ", ")));
      return results;
    }
    const std::string producer = producer_of(pdf);
    for (std::size_t number = 0; number < cuts.size(); ++number) {
      std::vector<QPDFPageObjectHelper> own;
      results[number].removed = of_all;
      for (std::size_t page = 0; page < cuts[number].pages; ++page) {
        own.push_back(all.at(cuts[number].page + page));
        results[number].removed.merge(remover.clean(own.back().getObjectHandle()));
      }
      results[number].fault = cut_pages_of(own, cuts[number], producer, date);
    }
  } catch (const Trouble&) {  // of the disk
    throw;
  } catch (const std::exception& broken) {  // QPDFExc among them
    all_fail(fmt::format("the PDF cannot be read: {}", broken.what()));
  }
  return results;
}

Bound bind_book(const std::vector<std::filesystem::path>& parts, const std::vector<BookPage>& pages,
                const Metadata& metadata, const std::string& date) {
  try {
    std::vector<QPDF> sources(parts.size());
    std::vector<std::vector<QPDFPageObjectHelper>> available;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      sources[part].setSuppressWarnings(true);
      sources[part].processFile(parts[part].c_str());
      available.push_back(QPDFPageDocumentHelper(sources[part]).getAllPages());
    }
    QPDF book;
    book.emptyPDF();
    QPDFPageDocumentHelper document(book);
    std::vector<std::string> labels;
    std::vector<ActionRemover> removers(parts.size());
    for (const BookPage& page : pages) {
      labels.push_back(page.label);
      if (page.blank) {
        Object before = document.getAllPages().back().getAttribute("/MediaBox", false);
        document.addPage(blank_page(book, before), false);
        continue;
      }
      QPDFPageObjectHelper taken = available.at(page.part).at(page.page);
      // What this removes was reported when the sheet was made.
      removers.at(page.part).clean(taken.getObjectHandle());
      document.addPage(taken, false);
    }
    std::vector<Object> objects;
    for (QPDFPageObjectHelper& page : document.getAllPages())
      objects.push_back(page.getObjectHandle());
    set_metadata(book, metadata, sources.empty() ? "" : producer_of(sources.front()), date);
    set_labels(book, labels);
    set_bookmarks(book, pages, objects);
    set_destinations(book, pages, objects);
    return {write(book), {}};
  } catch (const std::exception& broken) {
    return {{}, fmt::format("the PDF cannot be read: {}", broken.what())};
  }
}

std::string page_label(const std::string& first, std::size_t page) {
  return page == 0 ? first : fmt::format("{}-{}", first, page + 1);
}

std::optional<std::string> pdf_fault(std::string_view bytes, std::size_t pages) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("sheet", bytes.data(), bytes.size());
    if (pdf.anyWarnings()) return "it is damaged";
    return fault_of(pdf, pages);
  } catch (const std::exception& broken) {
    return fmt::format("it cannot be read: {}", broken.what());
  }
}

}  // namespace listok::latex
