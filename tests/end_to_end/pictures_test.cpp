// Pictures of strangers: each is refused at its place in the Markdown, or set so that readers of
// PDFs have nothing to say.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <cstdlib>

#include "emitter/base/parallel.hpp"
#include "latex/system/programs.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"
#include "tests/pictures/samples.hpp"

using namespace listok::tests;
namespace emitter = listok::emitter;

namespace {

struct PictureBank : Program {
  PictureBank() {
    environment["XDG_CACHE_HOME"] = path / "cache";
    write("bank/listok.yaml", "title:\n  en: Pictures\nlanguages: [en]\n");
  }
  void add(const std::string& id, const std::string& file, const std::string& bytes) const {
    write("bank/en/" + file, bytes);
    write("bank/en/" + id + ".md", fmt::format("# Picture\n\n## Question\n\n![]({})\n", file));
  }
  Ran build() const { return listok({"build", "bank", "--verbose", "--color", "never"}); }
  // How many dark pixels the page of a sheet has at 40 dpi.
  long darkness(const std::string& id) const;
  // What a reader says of a sheet; empty when it is content.
  std::string complaints(const std::string& id) const;
};

long PictureBank::darkness(const std::string& id) const {
  const Ran drawn =
      tool("pdftoppm", {"-r", "40", "-gray", "-singlefile", "out/en/" + id + ".pdf", "page-" + id});
  BOOST_TEST(drawn.status == 0, drawn.output);
  const std::string page = read("page-" + id + ".pgm");
  return std::count_if(page.begin(), page.end(),
                       [](char one) { return static_cast<unsigned char>(one) < 200; });
}

// A program of its own for each thread: they share the file that takes the output.
std::string PictureBank::complaints(const std::string& id) const {
  const fs::path pdf = path / "out/en" / (id + ".pdf");
  const Program apart;
  std::string said = apart.tool("pdftoppm", {"-r", "40", pdf.string(), "poppler"}).output;
  const Ran checked = apart.tool("qpdf", {"--check", pdf.string()});
  if (checked.status != 0) said += checked.output;
  Ran drawn = apart.tool("mutool", {"draw", "-q", "-r", "40", "-o", "page.png", pdf.string()});
  const std::string of_the_build = "warning: ICC support is not available\n";  // Debian's has none
  if (drawn.output.starts_with(of_the_build)) drawn.output.erase(0, of_the_build.size());
  said += drawn.output;
  return said;
}

std::size_t wanted_pictures() {
  const char* given = std::getenv("LISTOK_PICTURES");
  return given == nullptr ? 150 : std::stoul(given);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pictures, PictureBank)

BOOST_AUTO_TEST_CASE(every_kind_of_picture_is_shown_and_no_reader_complains, needs_readers()) {
  write("bank/en/none.md", "# Picture\n\n## Question\n\nNo picture\n");
  for (const auto& [name, bytes] : samples()) {
    std::string id = name;
    std::erase(id, '.');
    add(id, name, bytes);
  }
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  const long without = darkness("none");
  for (const std::string& file : files("bank/en", ".md")) {
    const std::string id = fs::path(file).stem().string();
    BOOST_TEST(complaints(id) == "");
    if (id != "none") BOOST_TEST(darkness(id) > without + 40, id);
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_picture_is_refused_at_its_place_and_the_rest_is_made) {
  std::string torn = sample_png({});
  torn[torn.size() - 30] = static_cast<char>(torn[torn.size() - 30] ^ 1);
  add("torn", "torn.png", torn);
  add("whole", "whole.png", sample_png({}));
  for (const char* command : {"check", "emit", "build", "build"}) {
    const Ran ran = listok({command, "bank", "--color", "never"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(
        contains(ran.output, "bank/en/torn.md:5:5: error: the image `en/torn.png` is damaged: "),
        ran.output);
    BOOST_TEST(contains(ran.output, "![](torn.png)\n"), ran.output);
    BOOST_TEST(contains(ran.output, "hint: copy it from where it came from"), ran.output);
    BOOST_TEST(count(ran.output, "error:") == 1U, ran.output);
  }
  BOOST_TEST(fs::exists(path / "out/en/whole.pdf"));
  BOOST_TEST(!fs::exists(path / "out/en/torn.pdf"));
}

BOOST_AUTO_TEST_CASE(a_picture_is_looked_into_once) {
  add("one", "one.png", sample_png({.depth = 16, .colour = 6}));
  BOOST_TEST(build().status == 0);
  const std::string known = read("cache/listok/pictures/known");
  const std::string made = files("cache/listok/pictures", "").front();
  BOOST_TEST(contains(known, " made\n"));
  const fs::path copy = "out/en/en/one.png";
  const std::string set = read(copy);
  BOOST_TEST((set == read("cache/listok/pictures/" + made)));
  write("cache/listok/pictures/known", known.substr(0, known.find('\n') + 1) + made +
                                           " fault\timage-damaged\tis remembered\tforget it\n");
  const Ran built = listok({"build", "bank", "--force", "--color", "never"});
  BOOST_TEST(contains(built.output, "is remembered"), built.output);
  fs::remove_all(path / "cache/listok/pictures");
  BOOST_TEST(listok({"build", "bank", "--force"}).status == 0);
  BOOST_TEST((read(copy) == set));
}

BOOST_AUTO_TEST_CASE(an_encrypted_pdf_is_refused_with_the_command_that_opens_it) {
  write("plain.pdf", sample_pdf(true));
  for (const std::string password : {"", "secret"}) {
    const std::string name = password.empty() ? "open.pdf" : "closed.pdf";
    fs::create_directories(path / "bank/en");
    const Ran locked =
        tool("qpdf", {"--encrypt", password, "owner", "256", "--", "plain.pdf", name});
    BOOST_TEST(locked.status == 0, locked.output);
    add(name.substr(0, name.find('.')), name, read(name));
  }
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(count(built.output, "is encrypted [image-encrypted]") == 2U, built.output);
  BOOST_TEST(count(built.output, "hint: run: qpdf --decrypt in.pdf out.pdf") == 2U, built.output);
}

BOOST_AUTO_TEST_CASE(an_upright_photo_is_as_large_as_the_class_takes_it_for) {
  add("turned", "turned.jpg", sample_jpeg({.orientation = 6, .width = 300, .height = 100}));
  BOOST_TEST(build().status == 0);
  const Ran listed = tool("pdfimages", {"-list", "out/en/turned.pdf"});
  BOOST_TEST(contains(listed.output, " 100   300 "), listed.output);
}

// In scripts/damaged_pictures.sh of a thousand.
BOOST_AUTO_TEST_CASE(each_damaged_picture_is_refused_or_no_reader_complains, needs_readers()) {
  std::mt19937 random(7);
  std::vector<std::string> ids;
  const std::vector<Sample> sound = samples();
  for (std::size_t number = 0; number < wanted_pictures(); ++number) {
    const auto& [name, bytes] = sound[number % sound.size()];
    ids.push_back(fmt::format("{:05}-{}", number, name.substr(0, name.find('.'))));
    add(ids.back(), fmt::format("{:05}-{}", number, name),
        damaged(bytes, number / sound.size(), random));
  }
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(!contains(built.output, "signal"), built.output);
  BOOST_TEST(!contains(built.output, "[tex-"), built.output);
  std::vector<std::string> said(ids.size());
  std::atomic<std::size_t> made = 0;
  emitter::in_parallel(ids.size(), [&](std::size_t number) {
    const std::string& id = ids[number];
    if (fs::exists(path / "out/en" / (id + ".pdf"))) {
      ++made;
      said[number] = complaints(id);
    } else if (!contains(built.output, "bank/en/" + id + ".md:5:5: error: ")) {
      said[number] = "was lost without a word";
    }
  });
  BOOST_TEST_MESSAGE(ids.size() - made << " refused, " << made << " made");
  BOOST_TEST((made > 0 && made < ids.size()), "one half of the test had nothing to look at");
  for (std::size_t number = 0; number < ids.size(); ++number) {
    BOOST_TEST(said[number] == "", ids[number] << ": " << said[number]);
  }
}

BOOST_AUTO_TEST_SUITE_END()
