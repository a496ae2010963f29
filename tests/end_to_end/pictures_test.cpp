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
#include "tests/pictures/web_samples.hpp"

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
  // How many pixels of its page at 72 dpi are of this colour, nearly.
  long pixels_of(const std::string& id, int red, int green, int blue) const;
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

long PictureBank::pixels_of(const std::string& id, int red, int green, int blue) const {
  const Ran drawn = tool("pdftoppm", {"-r", "72", "-aa", "no", "-aaVector", "no", "-singlefile",
                                      "out/en/" + id + ".pdf", "colours-" + id});
  BOOST_TEST(drawn.status == 0, drawn.output);
  const std::string page = read("colours-" + id + ".ppm");
  const auto is_near = [&](std::size_t at, int wanted) {
    return std::abs(static_cast<unsigned char>(page[at]) - wanted) < 8;
  };
  long count = 0;
  const std::size_t head = page.find("255\n") + 4;
  for (std::size_t at = head; at + 2 < page.size(); at += 3) {
    if (is_near(at, red) && is_near(at + 1, green) && is_near(at + 2, blue)) ++count;
  }
  return count;
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

BOOST_AUTO_TEST_CASE(a_damaged_picture_is_told_beside_what_else_is_wrong) {
  std::string torn = sample_png({});
  torn[torn.size() - 30] = static_cast<char>(torn[torn.size() - 30] ^ 1);
  write("bank/en/torn.png", torn);
  write("bank/en/both.md",
        "# Both\n\n## Question\n\n![](torn.png) $\\nothing$ [x](file:y) ![](none.png)\n");
  for (const char* command : {"check", "emit", "build", "build"}) {
    const Ran ran = listok({command, "bank", "--color", "never"});
    BOOST_TEST(ran.status == 1);
    for (const char* code :
         {"[image-damaged]", "[math-command]", "[link-scheme]", "[missing-image]"})
      BOOST_TEST(count(ran.output, code) == 1U, command << ": " << ran.output);
  }
}

BOOST_AUTO_TEST_CASE(pictures_in_cells_and_pictures_that_are_links) {
  write("bank/en/a.png", sample_png({}));
  write("bank/en/mixed.md",
        "# Mixed\n\n## Question\n\n| ![x](a.png \"In a cell\") | [![x](a.png)](https://x.org/cell) "
        "|\n"
        "|---|---|\n| b | ![x](a.png){height=5mm} c |\n\n"
        "[![x](a.png \"Below\")](https://x.org/%D1%8F)\n\n"
        "- **bold ![x](a.png) words**\n- [see ![x](a.png) there](https://x.org/words)\n");
  BOOST_TEST(build().status == 0);
  const std::string words = tool("pdftotext", {"-layout", "out/en/mixed.pdf", "-"}).output;
  for (const char* shown : {"In a cell", "(x.org/cell)", "Below", "(x.org/я)", "(x.org/words)"})
    BOOST_TEST(contains(words, shown), words);
  const std::string links = tool("pdfinfo", {"-url", "out/en/mixed.pdf"}).output;
  for (const char* link : {"https://x.org/cell", "https://x.org/%D1%8F", "https://x.org/words"})
    BOOST_TEST(contains(links, link), links);
  const std::string listed = tool("pdfimages", {"-list", "out/en/mixed.pdf"}).output;
  BOOST_TEST(count(listed, "\n") == 8U, listed);  // a head of two lines
  BOOST_TEST(complaints("mixed") == "");
}

BOOST_AUTO_TEST_CASE(a_picture_is_as_large_as_asked_and_never_past_150_dpi) {
  const std::string photo = sample_jpeg({.width = 300, .height = 100});
  const std::pair<std::string, std::string> sizes[] = {
      {"", " 150   150 "},
      {"{width=1in}", " 300   300 "},
      {"{width=100%}", " 150   150 "},
      {"{height=0.25in}", " 400   400 "},
      {"{height=9cm}", " 150   150 "},
      {"{width=1in height=0.25in}", " 400   400 "},
      {"{width=96}", " 300   300 "},
  };
  write("bank/en/photo.jpg", photo);
  for (std::size_t number = 0; number < std::size(sizes); ++number) {
    write(fmt::format("bank/en/{}.md", number),
          fmt::format("# Size\n\n## Question\n\n![](photo.jpg){}\n", sizes[number].first));
  }
  BOOST_TEST(build().status == 0);
  for (std::size_t number = 0; number < std::size(sizes); ++number) {
    const std::string pdf = fmt::format("out/en/{}.pdf", number);
    const Ran listed = tool("pdfimages", {"-list", pdf});
    BOOST_TEST(contains(listed.output, sizes[number].second), sizes[number].first << "\n"
                                                                                  << listed.output);
  }
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

BOOST_AUTO_TEST_CASE(an_svg_is_set_as_lines_with_its_words_in_its_size) {
  add("drawn", "drawn.svg",
      sample_svg("<circle cx='50' cy='30' r='10' fill='#ff0000'/>"
                 "<text x='5' y='55' font-size='14'>Привет</text>"));
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(!contains(built.output, "warning"), built.output);
  const std::string text = tool("pdftotext", {"out/en/drawn.pdf", "-"}).output;
  BOOST_TEST(contains(text, "Привет"), text);
  BOOST_TEST(count(tool("pdfimages", {"-list", "out/en/drawn.pdf"}).output, "\n") == 2U);  // a head
  const double area = 3.1416 * 10 * 10 * .75 * .75;  // of the circle, in points
  // Pixels that it only touches are red, too: 31 on the average of all places (2/pi of its length, and
  // one), and a few more or less. A circle larger by a twentieth has 20 more.
  const long edge = 40;
  BOOST_TEST(static_cast<double>(pixels_of("drawn", 255, 0, 0)) > area);
  BOOST_TEST(static_cast<double>(pixels_of("drawn", 255, 0, 0) - edge) < area);
  const std::string first = read("out/en/drawn.pdf");
  fs::remove_all(path / "out");
  fs::remove_all(path / "cache/listok/pictures");
  BOOST_TEST(build().status == 0);
  BOOST_TEST((read("out/en/drawn.pdf") == first));
  const Ran again = build();
  BOOST_TEST(again.status == 0);
  BOOST_TEST((read("out/en/drawn.pdf") == first));
  add("drawn", "drawn.svg", sample_svg("<circle cx='50' cy='30' r='10' fill='#0000ff'/>"));
  BOOST_TEST(build().status == 0);
  BOOST_TEST(pixels_of("drawn", 255, 0, 0) == 0);
  BOOST_TEST(pixels_of("drawn", 0, 0, 255) > 100);
}

BOOST_AUTO_TEST_CASE(the_kind_of_a_picture_is_what_it_holds) {
  add("png", "a.jpg", sample_png({}));
  add("jpeg", "b.png", sample_jpeg({}));
  add("pdf", "c.png", sample_pdf(true));
  add("svg", "d.pdf", sample_svg(""));
  add("packed", "e.svg", gzipped(sample_svg("")));
  add("gif", "f.webp", sample_gif({}));
  add("webp", "g.gif", sample_webp({}));
  add("capital", "H.PNG", sample_png({}));
  write("bank/en/none.md", "# Picture\n\n## Question\n\nNo picture\n");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  const long without = darkness("none");
  for (const char* id : {"png", "jpeg", "pdf", "gif", "webp", "capital"}) {
    BOOST_TEST(darkness(id) > without + 40, id);
  }
  BOOST_TEST(pixels_of("svg", 0xD8, 0xE8, 0xC0) > 1000);
  BOOST_TEST(pixels_of("packed", 0xD8, 0xE8, 0xC0) > 1000);
  BOOST_TEST(pixels_of("gif", 0x14, 0x14, 0x14) > 50);
  BOOST_TEST(pixels_of("webp", 0x14, 120, 0x14) > 50);
}

BOOST_AUTO_TEST_CASE(what_is_not_set_of_a_picture_is_told_each_time) {
  add("moving", "moving.gif", sample_gif({.frames = 2}));
  for (const char* command : {"check", "build", "build", "emit"}) {
    const Ran ran = listok({command, "bank", "--color", "never"});
    BOOST_TEST(ran.status == 0, ran.output);
    BOOST_TEST(contains(ran.output,
                        "bank/en/moving.md:5:5: warning: the image `en/moving.gif` "
                        "moves: its first frame is set [image-part]\n"),
               command << ": " << ran.output);
  }
  BOOST_TEST(fs::exists(path / "out/en/moving.pdf"));
}

BOOST_AUTO_TEST_CASE(a_bad_svg_costs_its_sheet_alone) {
  write("secret.svg", sample_svg("<text y='9'>secret</text>"));
  const auto file = [&](const std::string& id, const std::string& content) {
    add(id, id + ".svg", sample_svg(content));
  };
  file("outside",
       "<image width='9' height='9' href='file://" + (path / "secret.svg").string() + "'/>");
  file("beside", "<use href='sound.svg#x'/>");
  file("remote", "<image width='9' height='9' href='http://127.0.0.1/a.png'/>");
  file("html",
       "<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>x</p>"
       "</foreignObject>");
  file("faceless", "<text y='9'>\U0010FFFD</text>");
  file("torn", "<g>");
  file("sound", "<text y='20'>Слово</text>");
  for (int time = 0; time < 2; ++time) {
    const Ran built = build();
    BOOST_TEST(built.status == 1);
    BOOST_TEST(count(built.output, ": error: ") == 6U, built.output);
    for (const char* id : {"outside", "beside", "remote"}) {
      BOOST_TEST(contains(built.output, fmt::format("bank/en/{0}.md:5:5: error: the image "
                                                    "`en/{0}.svg` shows `",
                                                    id)),
                 built.output);
      BOOST_TEST(!fs::exists(path / "out/en" / fmt::format("{}.pdf", id)));
    }
    BOOST_TEST(contains(built.output, "has letters that no installed face has: U+10FFFD"));
    BOOST_TEST(fs::exists(path / "out/en/sound.pdf"));
  }
  BOOST_TEST(!contains(read("cache/listok/pictures/known"), "U+10FFFD"));
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
