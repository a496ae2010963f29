// The promise of one page: texts of growing length, in every language and edition.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/end_to_end/support/words.hpp"

using namespace listok::tests;

namespace {

// The words of an item's answer, as many times as `factor` says.
std::string grown(const std::string& item, double factor) {
  const auto heading = item.find("\n## ", item.find("\n## ", item.find("\n## ") + 1) + 1);
  const auto begin = item.find("\n\n", heading) + 2;
  const auto end = item.find("\n\n## ", begin);
  const std::string answer = item.substr(begin, end - begin);
  // The answer is only a part of an item: grow it until the whole is `factor` times as long.
  std::string text = answer;
  while (static_cast<double>(item.size() - answer.size() + text.size()) <
         factor * static_cast<double>(item.size())) {
    text += "\n\n" + answer;
  }
  return item.substr(0, begin) + text + item.substr(end);
}

struct Walk : Program {
  Walk() {
    copy_shipped_bank();
    std::string config = read("bank/listok.yaml");
    config.replace(config.find("editions:\n"), 10,
                   "editions:\n"
                   "  long: {sections: [question, answer], space: lines}\n"
                   "  squared: {sections: [answer, key-points], space: grid}\n");
    write("bank/listok.yaml", config);
    for (const std::string language : {"ru", "en"}) {
      const std::string item = longest(language);
      fs::remove_all(path / "bank" / language);
      int number = 0;
      for (const double factor : factors) {
        write("bank/" + language + fmt::format("/{:02}-long.md", ++number), grown(item, factor));
      }
    }
  }

  std::string longest(const std::string& language) const {
    std::string found;
    for (const std::string& file : files("bank/" + language, ".md")) {
      const std::string text = read("bank/" + language + "/" + file);
      if (text.size() > found.size()) found = text;
    }
    return found;
  }

  static constexpr double factors[] = {1, 1.3, 1.6, 2, 3, 6};
};

double size_of(const std::string& report, const std::string& pdf) {
  const auto line = report.find("\"pdf\":\"" + pdf + "\"");
  const auto size = report.find("\"size\":", line);
  return size == std::string::npos ? 0 : std::stod(report.substr(size + 7));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fit, Walk)

BOOST_AUTO_TEST_CASE(one_page_with_every_word_or_an_error_that_counts_the_lines) {
  const Ran built =
      listok({"build", "bank", "--color", "never", "--edition", "candidate", "--edition", "long",
              "--edition", "squared", "--edition", "interviewer", "--edition", "bilingual"});
  BOOST_TEST(built.status == 1);  // six times the longest item fits no page
  BOOST_TEST(contains(built.output, "too long for its page in the edition `interviewer`"),
             built.output);
  const std::string report = read("out/report.json");
  std::size_t made = 0;
  for (const std::string language : {"ru", "en"}) {
    for (int number = 1; number <= 6; ++number) {
      const std::string stem = fmt::format("{:02}-long", number);
      const std::string markdown = language + "/" + stem + ".md";
      for (const std::string edition :
           {"candidate", "long", "squared", "interviewer", "bilingual"}) {
        const std::string pdf = edition == "bilingual"
                                    ? "bilingual/" + stem + ".pdf"
                                    : language + "/" + edition + "/" + stem + ".pdf";
        if (!fs::exists(path / "out" / pdf)) {
          const std::string named = edition == "bilingual" ? "ru/" + stem + ".md" : markdown;
          BOOST_TEST(contains(built.output, named + ": error: the sheet is "), pdf);
          continue;
        }
        ++made;
        BOOST_TEST(size_of(report, pdf) >= 8.5, pdf);
        BOOST_TEST(contains(tool("pdfinfo", {"out/" + pdf}).output, "Pages:           1\n"), pdf);
        if (edition != "interviewer") continue;
        // As it is laid out: else pdftotext takes the hyphen of a compound that ends a line away.
        const Ran text = tool("pdftotext", {"-layout", "out/" + pdf, "-"});
        const auto missing =
            lines_missing(lines_of_markdown(read("bank/" + markdown)), text.output);
        BOOST_TEST(missing.empty(), pdf << " lacks " << (missing.empty() ? "" : missing.front()));
      }
    }
  }
  BOOST_TEST(made >= 30U, built.output);  // most of them fit
  BOOST_TEST(size_of(report, "ru/interviewer/01-long.pdf") == 11);
  BOOST_TEST(size_of(report, "ru/interviewer/04-long.pdf") < 11);
}

BOOST_AUTO_TEST_CASE(one_size_for_all) {
  replace("bank/listok.yaml", "min-size: 8.5}", "min-size: 8.5, fit: uniform}");
  for (const std::string language : {"ru", "en"}) {
    for (const char* item : {"05-long.md", "06-long.md"})
      fs::remove(path / "bank" / language / item);
  }
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  const std::string report = read("out/report.json");
  const double size = size_of(report, "ru/04-long.pdf");
  BOOST_TEST(size < 11);
  for (int number = 1; number <= 4; ++number) {
    BOOST_TEST(size_of(report, fmt::format("ru/{:02}-long.pdf", number)) == size);
  }
  BOOST_TEST(contains(listok({"build", "bank"}).output, "0 sheets made, 8 up to date"));
  for (const std::string language : {"ru", "en"})
    fs::remove(path / "bank" / language / "04-long.md");
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  BOOST_TEST(size_of(read("out/report.json"), "ru/01-long.pdf") > size);
}

BOOST_AUTO_TEST_CASE(a_short_bank_may_grow_into_the_page) {
  replace("bank/listok.yaml", "min-size: 8.5}", "min-size: 8.5, max-size: 14}");
  BOOST_TEST(listok({"build", "bank", "--only", "01-long"}).status == 0);
  const double size = size_of(read("out/report.json"), "en/01-long.pdf");
  BOOST_TEST(size > 11);
  BOOST_TEST(size <= 14);
}

BOOST_AUTO_TEST_SUITE_END()
