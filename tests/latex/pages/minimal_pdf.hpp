// The smallest sound PDF with a number of empty pages, for tests that need no engine.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace listok::tests {

// A PDF of these objects, numbered from 1; the first is its catalog.
inline std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.5\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t number = 1; number <= objects.size(); ++number) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", number, objects[number - 1]);
  }
  const std::size_t at = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, at);
}

inline std::string minimal_pdf(std::size_t pages) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
  std::string kids;
  for (std::size_t page = 0; page < pages; ++page) kids += fmt::format("{} 0 R ", page + 3);
  objects.push_back(fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages));
  for (std::size_t page = 0; page < pages; ++page) {
    objects.push_back(fmt::format(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} 842] /Resources << >> >>", 500 + page));
  }
  return pdf_of(objects);
}

}  // namespace listok::tests
