// The help as values, and what is made from it.
#include "cli/help/command_spec.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/unit_test.hpp>

#include "cli/help/completion.hpp"
#include "cli/help/manual_page.hpp"

using namespace listok::cli;

namespace {

using Strings = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// "bank item" after nothing -> "[] bank|item"
std::string shown(const std::vector<Argument>& arguments) {
  std::string text;
  for (const Argument& argument : arguments) {
    text +=
        fmt::format("[{}] {}\n", fmt::join(argument.before, " "), fmt::join(argument.choices, "|"));
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(guide)

BOOST_AUTO_TEST_CASE(a_help_text_has_blocks) {
  const auto blocks = help_blocks(
      "usage: listok new bank FOLDER\n       listok new item ID\n\n"
      "Begins a bank: one that\nbuilds.\n\nexamples:\n  listok new bank x\n    --verbose\n");
  BOOST_REQUIRE(blocks.size() == 3U);
  BOOST_TEST(blocks[0].title == "usage");
  BOOST_TEST(blocks[0].lines == (Strings{"listok new bank FOLDER", "listok new item ID"}),
             boost::test_tools::per_element());
  BOOST_TEST(blocks[1].title == "");
  BOOST_TEST(blocks[1].lines == (Strings{"Begins a bank: one that", "builds."}),
             boost::test_tools::per_element());
  BOOST_TEST(blocks[2].title == "examples");
  BOOST_TEST(blocks[2].lines == (Strings{"listok new bank x", "  --verbose"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(usage_lines_name_the_arguments) {
  const struct {
    Strings usage;
    const char* arguments;
  } rows[] = {
      {{"listok build [BANK] [OPTIONS]"}, "[] BANK\n"},
      {{"listok build [BANK] [-o DIR] [--lang L]… [OPTIONS]"}, "[] BANK\n"},
      {{"listok new bank FOLDER", "listok new item ID [BANK]"},
       "[] bank|item\n[bank] FOLDER\n[item] ID\n[item *] BANK\n"},
      {{"listok completion bash|zsh|fish"}, "[] bash|zsh|fish\n"},
      {{"listok doctor [OPTIONS]"}, ""},
  };
  for (const auto& row : rows) BOOST_TEST(shown(arguments_of(row.usage)) == row.arguments);
  BOOST_TEST(shown(arguments_of({"listok help [COMMAND | math]"})) ==
             fmt::format("[] {}|math\n", fmt::join(commands(), "|")));
}

BOOST_AUTO_TEST_CASE(every_command_is_described) {
  for (const CommandSpec& guide : command_specs()) {
    BOOST_TEST(guide.summary != "", guide.command);
    BOOST_TEST(!guide.blocks.empty());
    BOOST_TEST(guide.blocks.front().title == "usage", guide.command);
    BOOST_TEST(guide.options.back().name == "help");
  }
}

BOOST_AUTO_TEST_CASE(all_that_is_made_from_it_names_every_command_and_option) {
  const auto all = command_specs();
  const std::string manual = manual_page();
  const std::string scripts[] = {bash_completion(all), zsh_completion(all)};
  const std::string fish = fish_completion(all);
  for (const CommandSpec& guide : all) {
    BOOST_TEST(contains(manual, ".SS listok " + guide.command + "\n"), guide.command);
    for (const Option& option : guide.options) {
      std::string in_roff;
      for (const char letter : "--" + option.name) {
        in_roff += letter == '-' ? "\\-" : std::string(1, letter);
      }
      BOOST_TEST(contains(manual, "\\fB" + in_roff + "\\fR"), option.name);
      for (const std::string& script : scripts) {
        BOOST_TEST(contains(script, "--" + option.name), option.name);
      }
      BOOST_TEST(contains(fish, fmt::format("-n '__listok_command {}'{} -l {} ", guide.command,
                                            option.letter.empty() ? "" : " -s " + option.letter,
                                            option.name)),
                 option.name);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
