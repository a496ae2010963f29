#include "cli/arguments/command_line.hpp"

#include <boost/test/unit_test.hpp>

#include "cli/commands/commands.hpp"

using namespace listok;
using namespace listok::cli;

namespace {

using Words = std::vector<const char*>;
using Strings = std::vector<std::string>;

CommandLine parsed(Words words) {
  words.insert(words.begin(), "listok");
  return parse(static_cast<int>(words.size()), words.data(), commands());
}

// "message; hint"
std::string refused(const Words& words) {
  try {
    parsed(words);
  } catch (const UsageError& error) { return error.what() + ("; " + error.hint()); }
  return "understood";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(everything_that_can_be_said_of_a_build) {
  const CommandLine line = parsed({"build",
                                   "questions",
                                   "--lang",
                                   "en",
                                   "--only",
                                   "01-*",
                                   "--only",
                                   "7",
                                   "--tag",
                                   "a",
                                   "--difficulty",
                                   "senior",
                                   "-o",
                                   "made",
                                   "--force",
                                   "--trust-tex",
                                   "--shard",
                                   "2/4",
                                   "-j",
                                   "3",
                                   "--explain",
                                   "--message-format=json",
                                   "--color",
                                   "never",
                                   "-v"});
  BOOST_TEST(line.command == "build");
  BOOST_TEST(line.arguments == Strings{"questions"}, boost::test_tools::per_element());
  BOOST_TEST(line.build.selection.languages == Strings{"en"}, boost::test_tools::per_element());
  BOOST_TEST(line.build.selection.ids == (Strings{"01-*", "7"}), boost::test_tools::per_element());
  BOOST_TEST(line.build.selection.tags == Strings{"a"}, boost::test_tools::per_element());
  BOOST_TEST(line.build.selection.difficulties == Strings{"senior"},
             boost::test_tools::per_element());
  BOOST_TEST(line.build.output.path() == "made");
  BOOST_TEST((line.build.force && line.build.trust_tex && line.build.explain && line.verbose));
  BOOST_TEST((!line.build.book && !line.quiet && !line.help));
  BOOST_TEST(line.build.shard.value().name() == "2-of-4");
  BOOST_TEST(line.build.workers == 3U);
  BOOST_TEST((line.message_format == MessageFormat::json));
  BOOST_TEST((line.color == Color::never));
}

BOOST_AUTO_TEST_CASE(what_is_not_said) {
  const CommandLine line = parsed({"build"});
  BOOST_TEST(line.arguments.empty());
  BOOST_TEST(line.build.output.path() == "out");
  BOOST_TEST(line.build.workers == 0U);
  BOOST_TEST(!line.build.shard);
  BOOST_TEST((line.message_format == MessageFormat::human));
  BOOST_TEST((line.color == Color::automatic));
}

BOOST_AUTO_TEST_CASE(an_edition_that_is_made_up) {
  const CommandLine line = parsed(
      {"build", "--sections", "question,answer", "--sections", "red-flags", "--space", "grid"});
  BOOST_TEST(line.build.sections == (Strings{"question", "answer", "red-flags"}),
             boost::test_tools::per_element());
  BOOST_TEST((line.build.space == emitter::Space::grid));
  const CommandLine commas = parsed({"build", "--sections", ",a,"});  // which no bank has
  BOOST_TEST(commas.build.sections == (Strings{"", "a", ""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_program_itself_is_asked) {
  BOOST_TEST(parsed({"--version"}).command == "version");
  BOOST_TEST(parsed({"-V"}).command == "version");
  BOOST_TEST(parsed({"--help"}).command == "help");
  BOOST_TEST(parsed({"-h"}).command == "help");
  BOOST_TEST(parsed({"help", "math"}).arguments == Strings{"math"},
             boost::test_tools::per_element());
  BOOST_TEST(parsed({"build", "--help"}).help);
  BOOST_TEST(parsed({"build", "-h", "a", "b", "c"}).help);  // who asks for help gets it
}

BOOST_AUTO_TEST_CASE(what_cannot_be_understood) {
  const struct {
    Words words;
    const char* says;
  } rows[] = {
      {{}, "a command is missing; `listok --help` lists them"},
      {{"biuld"}, "`biuld` is not a command of listok; did you mean `build`?"},
      {{"xyzzy"}, "`xyzzy` is not a command of listok; `listok --help` lists them"},
      {{"build", "--lnag", "ru"},
       "`--lnag` is not an option of `listok build`; did you mean `--lang`?"},
      {{"check", "--xyzzy"},
       "`--xyzzy` is not an option of `listok check`; see `listok check --help`"},
      {{"check", "--book"},
       "`--book` is not an option of `listok check`; see `listok check --help`"},
      {{"build", "--lang"},
       "the required argument for option '--lang' is missing; see `listok build --help`"},
      {{"build", "a", "b"},
       "`listok build` does not know what to do with `b`; see `listok build --help`"},
      {{"build", "--color", "blue"},
       "`--color` does not take `blue`; it takes one of auto, always, never"},
      {{"build", "--message-format", "xml"},
       "`--message-format` does not take `xml`; it takes one of human, json"},
      {{"build", "-q", "-v"}, "`--quiet` and `--verbose` contradict each other; "},
      {{"build", "-j", "0"}, "`--jobs` does not take `0`; it takes a number from 1 to 256"},
      {{"build", "-j", "257"}, "`--jobs` does not take `257`; it takes a number from 1 to 256"},
      {{"build", "--edition", "a", "--sections", "b"},
       "`--edition` and `--sections` contradict each other; an edition has its sections already: "
       "give one of the two"},
      {{"build", "--space", "lines"},
       "`--space` says how an edition of `--sections` ends; name the sections, as in `--sections "
       "question`"},
      {{"build", "--sections", "a", "--space", "dots"},
       "`--space` does not take `dots`; it takes one of blank, lines, grid"},
      {{"build", "--book", "--shard", "1/2"},
       "`--book` binds all sheets, and a shard has but a part of them; make all shards first, then "
       "run `listok build --book` once"},
  };
  for (const auto& [words, says] : rows) BOOST_TEST(refused(words) == says);
}

BOOST_AUTO_TEST_CASE(a_book_is_of_all_sheets_of_any_edition) {
  for (const Words& any : {Words{"--lang", "en"}, Words{"--edition", "a", "--edition", "b"},
                           Words{"--sections", "question"}}) {
    Words words{"build", "--book"};
    words.insert(words.end(), any.begin(), any.end());
    BOOST_TEST(parsed(words).build.book, any[0]);
  }
  for (const Words& narrow :
       {Words{"--only", "1"}, Words{"--tag", "a"}, Words{"--difficulty", "senior"}}) {
    Words words{"build", "--book"};
    words.insert(words.end(), narrow.begin(), narrow.end());
    BOOST_TEST(refused(words) ==
                   "`--book` binds all the sheets of a language; run it without `--only`, `--tag` "
                   "and `--difficulty`",
               narrow[0]);
  }
}

BOOST_AUTO_TEST_CASE(a_shard_is_one_of_those_there_are) {
  for (const char* good : {"1/1", "1/4", "4/4", "10000/10000"}) {
    BOOST_TEST(refused({"build", "--shard", good}) == "understood", good);
  }
  for (const char* bad :
       {"0/4", "5/4", "1/0", "/4", "1/", "1", "1/4x", "-1/4", "1//4", "1/10001", "", "a/b"}) {
    BOOST_TEST(refused({"build", "--shard", bad}) ==
                   std::string("`--shard` does not take `") + bad +
                       "`; it takes a part and how many there are: `--shard 1/4` to `--shard 4/4`",
               bad);
  }
}

BOOST_AUTO_TEST_SUITE_END()
