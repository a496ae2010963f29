#include "latex/pdf.hpp"

#include <fmt/format.h>

#include <memory>

#define POINTERHOLDER_TRANSITION 4  // of libqpdf: standard smart pointers only
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

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
  if (metadata.label.empty()) return;
  Object label = Object::newDictionary({{"/P", unicode(metadata.label)}});
  const std::vector<Object> numbers{Object::newInteger(0), label};
  root.replaceKey("/PageLabels", Object::newDictionary({{"/Nums", Object::newArray(numbers)}}));
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

std::optional<std::string> fault_of(QPDF& pdf) {
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  if (pages.size() != 1) return fmt::format("it has {} pages instead of one", pages.size());
  QPDFPageObjectHelper page = pages.front();
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

CutResult cut_page(QPDFPageObjectHelper page, const Cut& cut, const std::string& producer,
                   const std::string& date) {
  QPDF sheet;
  sheet.emptyPDF();
  QPDFPageDocumentHelper(sheet).addPage(page, false);
  set_metadata(sheet, cut.metadata, producer, date);
  CutResult result{write(sheet), {}};
  if (auto fault = pdf_fault(result.bytes)) return {{}, *fault};
  return result;
}

std::string producer_of(QPDF& pdf) {
  Object producer = pdf.getTrailer().getKey("/Info").getKey("/Producer");
  return producer.isString() ? producer.getUTF8Value() : "";
}

}  // namespace

std::vector<CutResult> cut_pages(const std::filesystem::path& file, std::size_t pages,
                                 const std::vector<Cut>& cuts, const std::string& date) {
  std::vector<CutResult> results;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    QPDFPageDocumentHelper document(pdf);
    document.pushInheritedAttributesToPage();
    const auto all = document.getAllPages();
    if (all.size() != pages) {
      return std::vector<CutResult>(
          cuts.size(),
          {{}, fmt::format("the PDF of the batch has {} pages, the log {}", all.size(), pages)});
    }
    const std::string producer = producer_of(pdf);
    for (const Cut& cut : cuts) {
      results.push_back(cut_page(all.at(cut.page), cut, producer, date));
    }
  } catch (const std::exception& broken) {  // QPDFExc among them
    results.resize(cuts.size(), {{}, fmt::format("the PDF cannot be read: {}", broken.what())});
  }
  return results;
}

std::optional<std::string> pdf_fault(std::string_view bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("sheet", bytes.data(), bytes.size());
    if (pdf.anyWarnings()) return "it is damaged";
    return fault_of(pdf);
  } catch (const std::exception& broken) {
    return fmt::format("it cannot be read: {}", broken.what());
  }
}

}  // namespace listok::latex
