#include "pictures/pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "pictures/pdf_resources.hpp"
#include "pictures/qpdf.hpp"

namespace listok::pictures {
namespace {

Fault damaged(const std::string& what) {
  return {"image-damaged", "is damaged: " + what,
          "save it again; `qpdf in.pdf out.pdf` mends what can be mended"};
}

Fault encrypted() {
  return {"image-encrypted", "is encrypted", "run: qpdf --decrypt in.pdf out.pdf"};
}

// What libqpdf had to mend on its way, if anything.
std::optional<Fault> mended(QPDF& pdf) {
  const auto warnings = pdf.getWarnings();
  if (warnings.empty()) return std::nullopt;
  return damaged(fmt::format("libqpdf says \"{}\"", warnings.front().getMessageDetail()));
}

// Acrobat's own limit is 14,400 points; TeX's lengths end a little later.
bool has_sane_size(QPDFPageObjectHelper page) {
  constexpr double least = 1, most = 14'400;  // points
  QPDFObjectHandle box = page.getAttribute("/CropBox", false);
  if (!box.isRectangle()) box = page.getAttribute("/MediaBox", false);
  if (!box.isRectangle()) return false;
  const auto sides = box.getArrayAsRectangle();
  const auto sane = [](double side) { return std::abs(side) >= least && std::abs(side) <= most; };
  return sane(sides.urx - sides.llx) && sane(sides.ury - sides.lly);
}

// The streams that hold other objects, and the places of objects.
bool is_kept_well(QPDF& pdf, std::uint64_t most_bytes) {
  const auto objects = pdf.getAllObjects();
  return std::all_of(objects.begin(), objects.end(), [&](QPDFObjectHandle object) {
    const bool holds_others = object.isStreamOfType("/ObjStm") || object.isStreamOfType("/XRef");
    return !holds_others || is_packed_well(object, most_bytes);
  });
}

// What a page shows, and nothing that it does.
std::string written_anew(QPDFPageObjectHelper page) {
  const std::set<std::string> shown{"/Type",     "/MediaBox",  "/CropBox", "/Rotate",
                                    "/UserUnit", "/Resources", "/Group",   "/Contents"};
  QPDFObjectHandle object = page.getObjectHandle();
  for (const std::string& key : object.getKeys()) {
    if (!shown.contains(key) && key != "/Parent") object.removeKey(key);
  }
  QPDF alone;
  alone.emptyPDF();
  QPDFPageDocumentHelper(alone).addPage(page, true);
  QPDFWriter writer(alone);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::variant<std::string, Fault> look_at(QPDF& pdf, std::uint64_t most_pixels) {
  if (pdf.isEncrypted()) return encrypted();
  QPDFPageDocumentHelper document(pdf);
  document.pushInheritedAttributesToPage();
  const auto pages = document.getAllPages();
  if (pages.empty()) return damaged("it has no page");
  if (!has_sane_size(pages.front())) return damaged("its page has no size that can be printed");
  const std::uint64_t most_bytes = 8 * most_pixels;  // a pixel of four samples of 16 bits
  if (!is_kept_well(pdf, most_bytes)) return damaged("a part of it cannot be unpacked");
  const std::string fault = fault_of_page(pages.front(), most_bytes);
  if (auto found = mended(pdf)) return *std::move(found);
  if (!fault.empty()) return damaged(fault);
  return written_anew(pages.front());
}

}  // namespace

std::variant<std::string, Fault> first_page(std::string_view bytes, std::uint64_t most_pixels) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("picture", bytes.data(), bytes.size());
    return look_at(pdf, most_pixels);
  } catch (const QPDFExc& broken) {
    if (broken.getErrorCode() == qpdf_e_password) return encrypted();
    return damaged(fmt::format("libqpdf says \"{}\"", broken.getMessageDetail()));
  } catch (const std::exception& broken) { return damaged(broken.what()); }
}

}  // namespace listok::pictures
