// The formulas that authors write: every one that is accepted is set by the class without a word of
// complaint, every other is refused by name.
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "tests/end_to_end/support/markdown_sheets.hpp"
#include "tests/formulas/formulas.hpp"

using namespace listok::tests;

namespace {

constexpr std::size_t on_a_sheet = 10;

std::string markdown_of(const std::vector<Formula>& formulas) {
  std::string markdown = "# Формулы\n\n## Все\n\n";
  for (const Formula& formula : formulas) {
    const std::string dollars = formula.display ? "$$" : "$";
    markdown += fmt::format("{0}{1}{0}\n\n", dollars, formula.text);
  }
  return markdown;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formulas)

BOOST_AUTO_TEST_CASE(what_is_accepted_is_set) {
  std::vector<std::vector<Formula>> groups(1);
  for (const Formula& formula : all_formulas()) {
    if (!formula.refusal.empty()) continue;
    if (groups.back().size() == on_a_sheet) groups.emplace_back();
    groups.back().push_back(formula);
  }
  BOOST_TEST(groups.size() > 30U);
  std::vector<MarkdownSheet> sheets;
  for (const auto& group : groups) {
    sheets.push_back(sheet_of(markdown_of(group), "ru"));
    const auto warned = std::ranges::count_if(
        group, [](const Formula& formula) { return !formula.warning.empty(); });
    BOOST_TEST(sheets.back().diagnostics.size() == static_cast<std::size_t>(warned),
               markdown_of(group));
    BOOST_TEST(!listok::emitter::has_errors(sheets.back().diagnostics));
  }
  const auto result = set(sheets);
  BOOST_TEST(result.fault == "");
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto& sheet = result.sheets[i];
    const bool proven = sheet.state == listok::latex::SheetResult::State::proven;
    BOOST_TEST(proven, sheets[i].tex);
    for (const auto& message : sheet.messages) BOOST_ERROR(message.text << "\n" << sheets[i].tex);
  }
}

BOOST_AUTO_TEST_SUITE_END()
