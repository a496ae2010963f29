// What is made of the descriptions of commands.
#include "cli/help/command_spec.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/unit_test.hpp>

#include "cli/commands/commands.hpp"
#include "cli/help/completion.hpp"
#include "cli/help/help.hpp"
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

// A command of no program, with all that a description may hold.
const Command hang{.name = "hang",
                   .summary = "hang a picture",
                   .usage = {"FILE [OPTIONS]", "down FILE"},
                   .about = "Hangs a picture:\nupright.\n\n  as it is",
                   .examples = {"listok hang a.png", "listok hang \\\n  b.png"},
                   .remark = "The last one takes two lines.",
                   .options = {{"output"}, {"force", "even on its head"}, {"verbose", "aloud"}},
                   .run = nullptr};

}  // namespace

BOOST_AUTO_TEST_SUITE(guide)

BOOST_AUTO_TEST_CASE(a_help_text_has_all_of_a_description) {
  BOOST_TEST(help("hang", {hang}) == R"(usage: listok hang FILE [OPTIONS]
       listok hang down FILE

Hangs a picture:
upright.

  as it is

examples:
  listok hang a.png
  listok hang \
    b.png

The last one takes two lines.

options:
  -o, --output DIR            folder for what is made (default: out)
      --force                 even on its head
      --message-format human|json
                              how diagnostics are printed (json: one object a line, to standard output)
      --color auto|always|never
                              colours in diagnostics
  -q, --quiet                 print diagnostics alone
  -v, --verbose               aloud
  -h, --help                  print this help
)");
  BOOST_TEST(contains(help("", {hang}), "\ncommands:\n  hang        hang a picture\n\n"));
}

BOOST_AUTO_TEST_CASE(so_has_the_manual_page) {
  const std::string page = manual_page({hang});
  BOOST_TEST(contains(page,
                      ".SS listok hang\n.nf\nlistok hang FILE [OPTIONS]\n"
                      "listok hang down FILE\n.fi\n.PP\nHangs a picture:\nupright.\n.PP\n.nf\n"
                      "  as it is\n.fi\n.PP\nThe last one takes two lines.\n"),
             page);
  BOOST_TEST(contains(page,
                      ".PP\nFor example:\n.RS 4\n.PP\n.nf\nlistok hang a.png\n"
                      "listok hang \\e\n  b.png\n.fi\n.RE\n"),
             page);
}

BOOST_AUTO_TEST_CASE(a_command_takes_as_many_arguments_as_its_usage_names) {
  const char* most[] = {"listok", "hang", "down", "a.png"};
  BOOST_TEST(parse(4, most, {hang}).arguments == (Strings{"down", "a.png"}),
             boost::test_tools::per_element());
  const char* more[] = {"listok", "hang", "down", "a.png", "b.png"};
  BOOST_CHECK_THROW(parse(5, more, {hang}), UsageError);
}

BOOST_AUTO_TEST_CASE(usage_lines_name_the_arguments) {
  const struct {
    Strings usage;
    const char* arguments;
  } rows[] = {
      {{"[BANK] [OPTIONS]"}, "[] BANK\n"},
      {{"[BANK] [-o DIR] [--lang L]… [OPTIONS]"}, "[] BANK\n"},
      {{"bank FOLDER", "item ID [BANK]"},
       "[] bank|item\n[bank] FOLDER\n[item] ID\n[item *] BANK\n"},
      {{"bash|zsh|fish"}, "[] bash|zsh|fish\n"},
      {{"[OPTIONS]"}, ""},
  };
  for (const auto& row : rows) BOOST_TEST(shown(arguments_of(row.usage, {})) == row.arguments);
  BOOST_TEST(shown(arguments_of({"[COMMAND | CODE | math]"}, commands())) ==
             fmt::format("[] {}|math\n", fmt::join(names_of(commands()), "|")));
}

BOOST_AUTO_TEST_CASE(every_command_is_described) {
  for (const Command& command : commands()) {
    BOOST_TEST(command.summary != "", command.name);
    BOOST_TEST(!command.usage.empty(), command.name);
    BOOST_TEST(command.about != "", command.name);
    BOOST_TEST(!command.examples.empty(), command.name);
    BOOST_TEST((command.run != nullptr), command.name);
    BOOST_TEST(options_of(command).back().name == "help");
  }
}

BOOST_AUTO_TEST_CASE(all_that_is_made_from_it_names_every_command_and_option) {
  const auto all = command_specs(commands());
  const std::string manual = manual_page(commands());
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
