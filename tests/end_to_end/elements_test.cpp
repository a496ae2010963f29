// Every element on one page; editions, books, and characters that no face has.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <regex>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

const std::string sampler = LISTOK_CONTENT "/sampler";

// How far from the left edge of its page a word begins, in pt.
double left_of(const std::string& word, const std::string& boxes) {
  std::smatch found;
  const std::regex box("xMin=\"([0-9.]+)\"[^>]*>" + word + "<");
  return std::regex_search(boxes, found, box) ? std::stod(found[1]) : -1;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(elements, Program)

BOOST_AUTO_TEST_CASE(all_of_them_on_one_page_and_nothing_sticks_out) {
  const Ran built = listok({"build", sampler, "--color", "never"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(!contains(built.output, "warning"), built.output);
  const std::string report = read("out/report.json");
  BOOST_TEST(count(report, "\"warnings\":[]") == 4U, report);
  for (const std::string pdf : {"out/ru/01-elements.pdf", "out/en/01-elements.pdf"}) {
    BOOST_TEST(contains(tool("pdfinfo", {pdf}).output, "Pages:           1\n"));
    const std::string text = tool("pdftotext", {pdf, "-"}).output;
    for (const char* words :
         {"np.exp(x - x.max(axis=-1, keepdims=True))", "QKᵀ", "x₁₂", "∈", "⇒", "MHA", "($5", "$10)",
          "python", "tug.org", "Esc", "& % # _ { } ~ ^ \\", "\"", "softmax"}) {
      BOOST_TEST(contains(text, words), words << " is not in\n" << text);
    }
  }
}

BOOST_AUTO_TEST_CASE(lines_of_code_stand_as_close_as_their_size_says) {
  write("bank/listok.yaml", "");
  write("bank/en/01-a.md", "# A\n\n## B\n\n```\nfirst\nsecond\n```\n");
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  const std::string boxes = tool("pdftotext", {"-bbox", "out/en/01-a.pdf", "-"}).output;
  const double apart = word_of(boxes, "second").top - word_of(boxes, "first").top;
  BOOST_TEST(apart > 13);
  BOOST_TEST(apart < 13.5);
}

BOOST_AUTO_TEST_CASE(code_is_as_large_in_a_question_as_elsewhere) {
  write("bank/listok.yaml", "sections: {question: Question, answer: Answer}\n");
  write("bank/en/01-a.md",
        "# A\n\n## Question\n\nWhy?\n\n```\n    first one two three four five six seven eight nine "
        "ten "
        "eleven twelve thirteen fourteen goes\n```\n\n## Answer\n\n```\nsecond\n```\n");
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  const std::string boxes = tool("pdftotext", {"-bbox", "out/en/01-a.pdf", "-"}).output;
  const PlacedWord first = word_of(boxes, "first"), second = word_of(boxes, "second");
  BOOST_TEST(std::abs((first.bottom - first.top) - (second.bottom - second.top)) < 0.15);
  // The line goes on further in than it began, behind a mark that is no text.
  const PlacedWord last = word_of(boxes, "goes");
  BOOST_TEST(last.top > first.bottom - 1);
  BOOST_TEST(last.left > first.left);
  const std::string text = tool("pdftotext", {"out/en/01-a.pdf", "-"}).output;
  BOOST_TEST(contains(std::regex_replace(text, std::regex("\\s+"), " "), "thirteen fourteen goes"));
}

BOOST_AUTO_TEST_CASE(notes_boxes_terms_and_lines_of_the_sampler) {
  BOOST_TEST(listok({"build", sampler, "--only", "02-notes"}).status == 0);
  for (const std::string pdf : {"out/ru/02-notes.pdf", "out/en/02-notes.pdf"}) {
    const std::string text = tool("pdftotext", {"-layout", pdf, "-"}).output;
    for (const char* words : {"1362.", "☐", "☑", "✔", "①", "1)", "malloc"}) {
      BOOST_TEST(contains(text, words), words << " is not in\n" << text);
    }
  }
}

BOOST_AUTO_TEST_CASE(all_of_them_in_two_languages_and_on_small_paper) {
  const Ran both = listok({"build", sampler, "--edition", "bilingual", "--color", "never"});
  BOOST_TEST(both.status == 0, both.output);
  fs::copy(sampler, path / "small", fs::copy_options::recursive);
  replace("small/listok.yaml", "paper: a4", "paper: a5");
  const Ran small = listok({"build", "small", "-o", "small/out", "--color", "never"});
  BOOST_TEST(small.status == 0, small.output);
}

BOOST_AUTO_TEST_CASE(numbers_boxes_notes_and_terms) {
  write("bank/listok.yaml",
        "title: T\nlanguages: [ru, en]\n"
        "sections: {question: {ru: Вопрос, en: Question}, answer: {ru: Ответ, en: Answer}}\n"
        "editions: {candidate: {sections: [question]}, marker: {sections: [answer]}}\n");
  const std::string question =
      "1362. *One*[^s].\n1363. Two.\n\n7) Three\n\n- [ ] four\n- [x] five\n\n| a[^s] |\n|---|\n";
  const std::string answer =
      "Six[^s] and seven[^d].\n\nHeap\n: a tree\n: in memory\n\n"
      "[^s]: Shared.\n[^d]: Its own,\n\n    in two parts.\n";
  write("bank/ru/01-a.md", "# Т\n\n## Вопрос\n\n" + question + "\n## Ответ\n\n" + answer);
  write("bank/en/01-a.md", "# T\n\n## Question\n\n" + question + "\n## Answer\n\n" + answer);
  const auto words = [&](const std::string& pdf) {
    return tool("pdftotext", {"-layout", "out/" + pdf, "-"}).output;
  };
  for (const auto& edition : std::vector<std::vector<std::string>>{{}, {"--edition", "*"}}) {
    std::vector<std::string> command{"build", "bank", "--color", "never"};
    command.insert(command.end(), edition.begin(), edition.end());
    const Ran built = listok(command);
    BOOST_TEST(built.status == 0, built.output);
    BOOST_TEST(!contains(built.output, "warning"), built.output);
  }
  const std::string all = words("ru/01-a.pdf");
  for (const char* part : {"1362.", "1363.", "7)", "☐", "☑", "Heap", "a tree", "in two parts."}) {
    BOOST_TEST(contains(all, part), part << " is not in\n" << all);
  }
  BOOST_TEST(count(all, "Shared.") == 1U, all);
  const std::string boxes = tool("pdftotext", {"-bbox", "out/ru/01-a.pdf", "-"}).output;
  BOOST_TEST(left_of("1362\\.", boxes) >= left_of("Вопрос", boxes) - 0.5, boxes);
  // Each edition has the notes that it refers to.
  const std::string asked = words("ru/candidate/01-a.pdf"), marked = words("en/marker/01-a.pdf");
  BOOST_TEST(count(asked, "Shared.") == 1U, asked);
  BOOST_TEST(!contains(asked, "Its own"), asked);
  BOOST_TEST(count(marked, "Shared.") == 1U, marked);
  BOOST_TEST(contains(marked, "Its own"), marked);
  const std::string both = words("bilingual/01-a.pdf");
  BOOST_TEST(count(both, "Shared.") == 2U, both);
}

BOOST_AUTO_TEST_CASE(links_can_be_followed) {
  BOOST_TEST(listok({"build", sampler, "--lang", "en"}).status == 0);
  const Ran json = tool("qpdf", {"--json", "--json-key=qpdf", "out/en/01-elements.pdf"});
  BOOST_TEST(contains(json.output, "https://tug.org/"));
  BOOST_TEST(contains(json.output, "https://ctan.org"));
}

BOOST_AUTO_TEST_CASE(a_book_has_contents_bookmarks_labels_and_links) {
  const Ran built = listok({"build", LISTOK_BANK, "--book", "--lang", "en"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(tool("qpdf", {"--check", "out/en/book.pdf"}).status == 0);
  BOOST_TEST(contains(tool("pdfinfo", {"out/en/book.pdf"}).output, "Pages:           16\n"));
  const std::string first = tool("pdftotext", {"-l", "1", "out/en/book.pdf", "-"}).output;
  BOOST_TEST(contains(first, "Questions about LLMs"));
  BOOST_TEST(contains(first, "Speculative decoding"));
  const std::string json = tool("qpdf", {"--json", "out/en/book.pdf"}).output;
  for (const char* part :
       {"u:4. Speculative decoding", "\"/P\": \"u:i\"", "\"/P\": \"u:15\"", "listok.15"}) {
    BOOST_TEST(contains(json, part), part);
  }
  BOOST_TEST(contains(listok({"build", LISTOK_BANK, "--book", "--lang", "en", "--explain"}).output,
                      "en/book.pdf: up to date"));
}

BOOST_AUTO_TEST_CASE(one_changed_word_makes_its_sheet_and_the_book_again) {
  copy_shipped_bank();
  BOOST_TEST(listok({"build", "bank", "--book", "--lang", "en"}).status == 0);
  write("bank/en/02-paged-attention.md", read("bank/en/02-paged-attention.md"));  // touched
  BOOST_TEST(
      contains(listok({"build", "bank", "--book", "--lang", "en"}).output, "0 sheets made, 15"));
  replace("bank/en/02-paged-attention.md", "linear buffers", "long buffers");
  const Ran again = listok({"build", "bank", "--book", "--lang", "en", "--explain"});
  BOOST_TEST(contains(again.output, "1 sheet made, 14 up to date"), again.output);
  BOOST_TEST(contains(again.output, "en/02-paged-attention.pdf: made, because its `.tex` changed"));
  BOOST_TEST(contains(again.output, "en/book.pdf: made, because a sheet changed"), again.output);
}

BOOST_AUTO_TEST_CASE(a_book_of_the_sheets_there_are) {
  copy_shipped_bank();
  BOOST_TEST(listok({"build", "bank", "--book", "--lang", "en"}).status == 0);
  const auto pages = [&] { return tool("pdfinfo", {"out/en/book.pdf"}).output; };
  const auto words = [&] { return tool("pdftotext", {"out/en/book.pdf", "-"}).output; };
  BOOST_TEST(contains(pages(), "Pages:           16"), pages());
  replace("bank/en/02-paged-attention.md", "## Question", "## Qestion");
  replace("bank/en/05-kv-memory.md", "## Question\n", "## Question\n\n$\\nothing$\n");
  for (int times = 0; times < 2; ++times) {  // it is said as long as it is so
    const Ran built = listok({"build", "bank", "--book", "--lang", "en"});
    BOOST_TEST(built.status == 1);
    BOOST_TEST(contains(built.output,
                        "warning: `en/book.pdf` lacks 2 of 15 sheets: `02-paged-attention`, "
                        "`05-kv-memory` [book]"),
               built.output);
    BOOST_TEST(contains(pages(), "Pages:           14"), pages());
    BOOST_TEST(!contains(words(), "PagedAttention (vLLM)"), words());
  }
  replace("bank/en/02-paged-attention.md", "## Qestion", "## Question");
  replace("bank/en/05-kv-memory.md", "$\\nothing$\n", "");
  BOOST_TEST(listok({"build", "bank", "--book", "--lang", "en"}).status == 0);
  BOOST_TEST(contains(pages(), "Pages:           16"), pages());
}

BOOST_AUTO_TEST_CASE(no_book_without_any_sheet) {
  write("bank/listok.yaml", "");
  write("bank/en/01-a.md", "# A\n");
  const Ran built = listok({"build", "bank", "--book"});
  BOOST_TEST(built.status == 1);
  BOOST_TEST(contains(built.output, "`en/book.pdf` is not made: none of its sheets could be"),
             built.output);
  BOOST_TEST(!fs::exists(path / "out/en/book.pdf"));
}

BOOST_AUTO_TEST_CASE(both_languages_on_one_page) {
  const Ran built =
      listok({"build", LISTOK_BANK, "--edition", "bilingual", "--only", "03-flashattention-3"});
  BOOST_TEST(built.status == 0, built.output);
  const fs::path pdf = "out/bilingual/03-flashattention-3.pdf";
  BOOST_TEST(contains(tool("pdfinfo", {pdf.string()}).output, "Page size:       841.89 x 595.28"));
  const std::string text = tool("pdftotext", {pdf.string(), "-"}).output;
  BOOST_TEST(contains(text, "Чем FA-3 лучше v2"), text);
  BOOST_TEST(contains(text, "How is FA-3 better than v2"), text);
}

BOOST_AUTO_TEST_CASE(an_error_on_a_bilingual_sheet_names_the_file_it_is_in) {
  copy_shipped_bank();
  replace("bank/en/03-flashattention-3.md", "Less HBM", "Less $\\foo$ HBM");
  const Ran built = listok({"build", "bank", "--edition", "bilingual"});
  BOOST_TEST(built.status == 1);
  BOOST_TEST(contains(built.output, "bank/en/03-flashattention-3.md:15:"), built.output);
  BOOST_TEST(contains(built.output, "14 sheets made, 1 failed"), built.output);
}

// The face of formulas has 〖 and 〗, which STIX and DejaVu lack.
BOOST_AUTO_TEST_CASE(a_bank_names_faces_for_what_others_lack) {
  const std::string config = "title: T → 〖\nlanguages: [en]\n";
  write("bank/listok.yaml", config + "look:\n  faces: {symbols: [Latin Modern Math]}\n");
  write("bank/en/01-a.md",
        "# Title 〖\n\n## Question\n\nWhy **〖x〗**, `〖`, $a \\text{〗}$ and ✅ 5\uFE0F\u20E3 "
        "\u2B50\uFE0F?\n");
  BOOST_TEST(listok({"check", "bank"}).status == 0);
  const Ran built = listok({"build", "bank", "-o", "out"});
  BOOST_TEST(built.status == 0, built.output);
  const std::string page = tool("pdftotext", {"out/en/01-a.pdf", "-"}).output;
  for (const char* words : {"Title 〖", "Why 〖x〗, 〖,", "✔ ⑤ ⭐?", "T → 〖 · 1/1"}) {
    BOOST_TEST(contains(page, words), page);
  }
  write("bank/listok.yaml",
        config + "look:\n  faces: {symbols: [No Such Face, Noto Sans CJK SC]}\n");
  const Ran refused = listok({"check", "bank"});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(contains(refused.output, "error: the face `No Such Face` is not installed"));
  BOOST_TEST(contains(refused.output, "[missing-glyph]"), refused.output);
}

BOOST_AUTO_TEST_CASE(a_bank_names_the_faces_of_its_sheets) {
  const std::string config = "title: T\nlanguages: [en, ru]\n";
  write("bank/listok.yaml", config + "look:\n  faces: {text: DejaVu Serif, heads: DejaVu Sans}\n");
  write("bank/en/01-a.md", "# Λόγος\n\n## Question\n\nWhy → **λόγος** or `code`?\n");
  write("bank/ru/01-a.md", "# Слово\n\n## Вопрос\n\nПочему → *λόγος*?\n");
  const Ran built = listok({"build", "bank", "-o", "out"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(contains(read("out/en/01-a.tex"), "Why → \\textbf{λόγος} or"));
  const std::string faces = tool("pdffonts", {"out/en/01-a.pdf"}).output;
  for (const char* face : {"DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSans-Bold", "PTMono"}) {
    BOOST_TEST(contains(faces, face), faces);
  }
  for (const char* face : {"PTSerif", "PTSans"}) BOOST_TEST(!contains(faces, face), faces);
  const std::string page = tool("pdftotext", {"out/ru/01-a.pdf", "-"}).output;
  BOOST_TEST(contains(page, "Почему → λόγος?"), page);
  write("bank/listok.yaml", config + "look:\n  faces: {text: No Such Face}\n");
  const Ran refused = listok({"build", "bank", "-o", "out"});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(contains(refused.output, "error: the face `No Such Face` is not installed"));
}

BOOST_AUTO_TEST_CASE(a_character_that_no_face_has_is_named_wherever_it_stands) {
  const std::string missing = "𒀀";  // U+12000
  struct Row {
    const char* place;
    std::string item;
    const char* at;
  };
  const Row rows[] = {
      {"text", "# T\n\n## Question\n\nWhy " + missing + "?\n", ":5:5:"},
      {"code", "# T\n\n## Question\n\nWhy `a" + missing + "`?\n", ":5:"},
      {"math", "# T\n\n## Question\n\nWhy $a" + missing + "$?\n", ":5:"},
      {"title", "# T " + missing + "\n\n## Question\n\nWhy?\n", ":1:5:"},
      {"table", "# T\n\n## Question\n\n| a | b |\n|---|---|\n| c | " + missing + " |\n", ":7:"},
  };
  write("bank/listok.yaml", "title: T\nlanguages: [en]\nsections: {question: {en: Question}}\n");
  for (const Row& row : rows) { write("bank/en/" + std::string(row.place) + ".md", row.item); }
  const Ran built = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(built.status == 1);
  BOOST_TEST(count(built.output, "U+12000") >= 5U, built.output);
  for (const Row& row : rows) {
    BOOST_TEST(contains(built.output, "bank/en/" + std::string(row.place) + ".md" + row.at),
               row.place << " is not placed in\n"
                         << built.output);
  }
}

BOOST_AUTO_TEST_SUITE_END()
