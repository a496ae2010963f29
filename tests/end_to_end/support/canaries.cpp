#include "tests/end_to_end/support/canaries.hpp"

#include <zlib.h>

#include "latex/folder/output_folder.hpp"
#include "tests/emitter/pictures.hpp"

namespace listok::tests {
namespace {

const std::string canary = "CANARY";
const std::string face = "DejaVuSansMono-Bold";  // that no sheet uses otherwise

std::string sound_chunk(const std::string& type, const std::string& content) {
  const std::string whole = type + content;
  const auto sum =
      crc32(0, reinterpret_cast<const Bytef*>(whole.data()), static_cast<uInt>(whole.size()));
  return emitter::big_endian(static_cast<std::uint32_t>(content.size()), 4) + whole +
         emitter::big_endian(static_cast<std::uint32_t>(sum), 4);
}

// One black point.
std::string picture() {
  const std::string row("\0\0\0\0", 4);  // no filter; red, green, blue
  std::string packed(64, '\0');
  uLongf size = packed.size();
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(row.data()), row.size());
  packed.resize(size);
  const std::string head = emitter::big_endian(1, 4) + emitter::big_endian(1, 4);
  return "\x89PNG\r\n\x1A\n" + sound_chunk("IHDR", head + std::string("\x08\x02\0\0\0", 5)) +
         sound_chunk("IDAT", packed) + sound_chunk("IEND", "");
}

std::string drawing() {
  const std::string content = "% " + canary + "\n0 0 9 9 re f\n";
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 20 20] /Resources << >> /Contents 4 0 R >>",
      fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content)};
  std::string pdf = "%PDF-1.5\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t number = 1; number <= objects.size(); ++number) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", number, objects[number - 1]);
  }
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, pdf.size());
}

}  // namespace

Canaries::Canaries() {
  fs::create_directory(home);
  environment["HOME"] = home.string();
  for (const char* name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME"}) environment.erase(name);
  environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
}

void Canaries::plant(const fs::path& folder) {
  latex::write_file(folder / "canary.txt", canary + "\n");
  latex::write_file(folder / "canary.inc", canary + "\n");
  latex::write_file(folder / "canary.png", picture());
  latex::write_file(folder / "canary.pdf", drawing());
  const fs::path font = "/usr/share/fonts/truetype/dejavu/" + face + ".ttf";
  latex::write_file(folder / "canary.ttf", latex::read_file(font).value());
}

std::vector<std::string> Canaries::ways_to_read(const std::string& folder) {
  const std::string at = folder.empty() ? "" : folder + "/";
  return {
      "\\input{" + at + "canary.inc}",
      "\\newread\\canaryfile \\openin\\canaryfile=" + at +
          "canary.txt \\read\\canaryfile to\\x \\x",
      "\\special{pdf:fstream @x (" + at + "canary.txt)}\\special{pdf:put @thispage <</X @x>>}",
      "\\XeTeXpicfile \"" + at + "canary.png\" \\relax",
      "\\XeTeXpdffile \"" + at + "canary.pdf\" \\relax",
      "\\special{pdf:image width 9pt height 9pt (" + at + "canary.png)}",
      "\\special{pdf:image width 9pt height 9pt (" + at + "canary.pdf)}",
      "{\\font\\x=\"[" + at + "canary.ttf]\" \\x a}",
  };
}

bool Canaries::has_canary(const std::string& pdf) const {
  if (contains(tool("pdftotext", {pdf, "-"}).output, canary)) return true;
  if (contains(tool("pdffonts", {pdf}).output, face)) return true;
  const std::string inside = tool("qpdf", {"--qdf", "--object-streams=disable", pdf, "-"}).output;
  return contains(inside, canary) || contains(inside, "/Subtype /Image");
}

void Canaries::write_bank(const std::string& name, const std::vector<std::string>& words) const {
  write(name + "/listok.yaml", "title: T\nlanguages: [en]\nsections: {question: {en: Question}}\n");
  for (std::size_t number = 1; number <= words.size(); ++number) {
    write(fmt::format("{}/en/{}.md", name, id_of(number)),
          fmt::format("# Item {}\n\n## Question\n\n{}\n", number, words[number - 1]));
  }
}

std::string id_of(std::size_t number) { return fmt::format("{:02}-x", number); }

}  // namespace listok::tests
