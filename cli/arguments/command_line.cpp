#include "cli/arguments/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cassert>
#include <charconv>

#include "emitter/base/diagnostic.hpp"
#include "emitter/base/spelling.hpp"

namespace listok::cli {
namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

po::typed_value<Strings>* list(Strings* into, const char* name) {
  return po::value<Strings>(into)->value_name(name)->composing();
}

// Options whose value is one of a few words, as written.
struct Choices {
  std::string format = "human";
  std::string color = "auto";
  std::string space;
};

// The table of options: every one that some command takes, bound to `line` and `words`.
po::options_description every_option(CommandLine& line, Choices& words) {
  latex::BuildOptions& build = line.build;
  po::options_description options;
  auto add = options.add_options();
  add("lang", list(&build.selection.languages, "L"),
      "this language only; may be repeated, as the next three");
  add("only", list(&build.selection.ids, "ID"), "this item only, or those of a pattern: '0*-kv*'");
  add("tag", list(&build.selection.tags, "TAG"), "items with this tag only");
  add("difficulty", list(&build.selection.difficulties, "D"), "items of this difficulty only");
  add("output,o", po::value<std::string>()->value_name("DIR"),
      "folder for what is made (default: out)");
  add("zip", po::value<std::string>()->value_name("FILE"),
      "pack the sheets, too, into an archive for Overleaf: course.zip");
  add("force", po::bool_switch(&build.force), "replace .tex files in conflict (kept as .tex.orig)");
  add("trust-tex", po::bool_switch(&build.trust_tex),
      "run TeX that listok did not write where it cannot be sandboxed, now and later");
  add("edition", list(&build.editions, "E"),
      "this edition instead of the full sheets: one that the bank declares, or bilingual");
  add("sections", list(&build.sections, "KEYS"),
      "an edition of these sections, as in question,answer, made in a folder of that name");
  add("space", po::value<std::string>(&words.space)->value_name("blank|lines|grid"),
      "with --sections: what fills the rest of the page");
  add("shard", po::value<std::string>()->value_name("K/N"),
      "part K of N of the items alone, for many machines that share DIR");
  add("book", po::bool_switch(&build.book),
      "bind all sheets of a language or an edition, too: book.pdf");
  add("jobs,j", po::value<int>()->value_name("N"), "engines at a time (default: one a core)");
  add("explain", po::bool_switch(&build.explain), "say of each sheet why it is made or not");
  add("message-format", po::value<std::string>(&words.format)->value_name("human|json"),
      "how diagnostics are printed (json: one object a line, to standard output)");
  add("color", po::value<std::string>(&words.color)->value_name("auto|always|never"),
      "colours in diagnostics");
  add("quiet,q", po::bool_switch(&line.quiet), "print diagnostics alone");
  add("verbose,v", po::bool_switch(&line.verbose),
      "name every file, and every place where something is wrong");
  add("help,h", po::bool_switch(&line.help), "print this help");
  return options;
}

// The options of `command`, in the order of its help: its own, then those that every command takes.
std::vector<TakenOption> taken_by(const Command& command) {
  std::vector<TakenOption> taken = command.options;
  for (const char* shared : {"message-format", "color", "quiet", "verbose", "help"}) {
    const auto own = std::find_if(taken.begin(), taken.end(),
                                  [&](const TakenOption& option) { return option.name == shared; });
    if (own == taken.end()) {
      taken.push_back({shared});
    } else {  // with a text of its own
      std::rotate(own, own + 1, taken.end());
    }
  }
  return taken;
}

po::options_description describe(const Command& command, CommandLine& line, Choices& words) {
  const po::options_description every = every_option(line, words);
  po::options_description options;
  for (const TakenOption& taken : taken_by(command)) {
    const auto& all = every.options();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const auto& one) { return one->long_name() == taken.name; });
    assert(found != all.end());
    options.add(*found);
  }
  return options;
}

template <typename Value>
Value choose(const std::string& option, const std::string& text,
             const std::vector<std::pair<std::string, Value>>& choices) {
  for (const auto& [name, value] : choices) {
    if (name == text) return value;
  }
  Strings names;
  for (const auto& [name, value] : choices) names.push_back(name);
  throw UsageError(fmt::format("`--{}` does not take `{}`", option, text),
                   fmt::format("it takes one of {}", fmt::join(names, ", ")));
}

std::size_t workers(int jobs) {
  constexpr int most = 256;
  if (jobs >= 1 && jobs <= most) return static_cast<std::size_t>(jobs);
  throw UsageError(fmt::format("`--jobs` does not take `{}`", jobs),
                   fmt::format("it takes a number from 1 to {}", most));
}

// "2/4"
latex::Shard shard(const std::string& text) {
  constexpr std::size_t most = 10'000;
  latex::Shard shard;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec == std::errc() && number.ptr != end && *number.ptr == '/') {
    const auto count = std::from_chars(number.ptr + 1, end, shard.count);
    const bool whole = count.ec == std::errc() && count.ptr == end && shard.count <= most;
    if (whole && shard.number >= 1 && shard.number <= shard.count) return shard;
  }
  throw UsageError(fmt::format("`--shard` does not take `{}`", text),
                   "it takes a part and how many there are: `--shard 1/4` to `--shard 4/4`");
}

// "course.zip"
std::filesystem::path archive(const std::string& text) {
  const std::filesystem::path file = text;
  if (file.extension() == ".zip") return file;
  throw UsageError(fmt::format("`--zip` does not take `{}`", text),
                   "it takes the name of the archive to be made: `--zip course.zip`");
}

[[noreturn]] void refuse_option(const std::string& command, const std::string& given,
                                const po::options_description& options) {
  Strings names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  const std::string_view meant = emitter::nearest(given, names);
  throw UsageError(fmt::format("`{}` is not an option of `listok {}`", given, command),
                   meant.empty() ? fmt::format("see `listok {} --help`", command)
                                 : fmt::format("did you mean `{}`?", meant));
}

void check_combinations(const CommandLine& line) {
  if (line.build.book && !line.build.selection.all_items()) {
    throw UsageError("`--book` binds all the sheets of a language",
                     "run it without `--only`, `--tag` and `--difficulty`");
  }
  if (!line.build.editions.empty() && !line.build.sections.empty()) {
    throw UsageError("`--edition` and `--sections` contradict each other",
                     "an edition has its sections already: give one of the two");
  }
  if (line.build.book && line.build.shard) {
    throw UsageError("`--book` binds all sheets, and a shard has but a part of them",
                     "make all shards first, then run `listok build --book` once");
  }
  if (line.quiet && line.verbose)
    throw UsageError("`--quiet` and `--verbose` contradict each other");
}

// "question,answer" -> two keys, wherever a comma stands.
Strings split_at_commas(const Strings& values) {
  Strings parts;
  for (const std::string& value : values) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      parts.push_back(value.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return parts;
}

void read_choices(CommandLine& line, const Choices& words) {
  line.message_format =
      choose<MessageFormat>("message-format", words.format,
                            {{"human", MessageFormat::human}, {"json", MessageFormat::json}});
  line.color = choose<Color>(
      "color", words.color,
      {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}});
  if (words.space.empty()) return;
  if (line.build.sections.empty()) {
    throw UsageError("`--space` says how an edition of `--sections` ends",
                     "name the sections, as in `--sections question`");
  }
  line.build.space = choose<emitter::Space>("space", words.space,
                                            {{"blank", emitter::Space::blank},
                                             {"lines", emitter::Space::lines},
                                             {"grid", emitter::Space::grid}});
}

void parse_options(CommandLine& line, const Command& command, const Strings& words) {
  Choices choices;
  const po::options_description options = describe(command, line, choices);
  po::options_description all;
  all.add(options).add_options()("argument", po::value<Strings>(&line.arguments));
  po::positional_options_description positions;
  positions.add("argument", -1);
  try {
    po::variables_map values;
    po::store(
        po::command_line_parser(words)
            .options(all)
            .positional(positions)
            .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
            .run(),
        values);
    po::notify(values);
    if (values.contains("output"))
      line.build.output = latex::Folder(values["output"].as<std::string>());
    if (values.contains("zip")) line.build.archive = archive(values["zip"].as<std::string>());
    if (values.contains("shard")) line.build.shard = shard(values["shard"].as<std::string>());
    if (values.contains("jobs")) line.build.workers = workers(values["jobs"].as<int>());
  } catch (const po::unknown_option& unknown) {
    refuse_option(line.command, unknown.get_option_name(), options);
  } catch (const po::error& error) {
    throw UsageError(error.what(), fmt::format("see `listok {} --help`", line.command));
  }
  line.build.sections = split_at_commas(line.build.sections);
  read_choices(line, choices);
  check_combinations(line);
}

void check_arguments(const CommandLine& line, const Command& command) {
  std::size_t most = 0;
  for (const std::string& usage : command.usage) {
    most = std::max(most, argument_words(usage).size());
  }
  if (!line.help && line.arguments.size() > most) {
    throw UsageError(fmt::format("`listok {}` does not know what to do with `{}`", line.command,
                                 line.arguments[most]),
                     fmt::format("see `listok {} --help`", line.command));
  }
}

}  // namespace

CommandLine parse(int count, const char* const* arguments, const Commands& commands) {
  CommandLine line;
  Strings words(arguments + std::min(count, 1), arguments + count);
  if (words.empty()) throw UsageError("a command is missing", "`listok --help` lists them");
  line.command = words.front();
  words.erase(words.begin());
  if (line.command == "--help" || line.command == "-h") line.command = "help";
  if (line.command == "--version" || line.command == "-V") {
    line.command = "version";
    return line;
  }
  const Command* command = find_command(commands, line.command);
  if (command == nullptr) {
    const Strings names = names_of(commands);
    const std::string_view meant = emitter::nearest(line.command, names);
    throw UsageError(
        fmt::format("`{}` is not a command of listok", line.command),
        meant.empty() ? "`listok --help` lists them" : fmt::format("did you mean `{}`?", meant));
  }
  parse_options(line, *command, words);
  check_arguments(line, *command);
  return line;
}

std::vector<Option> options_of(const Command& command) {
  CommandLine line;
  Choices choices;
  std::vector<Option> found;
  const po::options_description options = describe(command, line, choices);
  for (const TakenOption& taken : taken_by(command)) {
    const auto& option = options.options()[found.size()];
    const std::string brief =
        option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const auto value = option->semantic();
    found.push_back({option->long_name(), brief.size() == 2 ? brief.substr(1) : "",
                     value->max_tokens() == 0 ? "" : value->name(),
                     taken.text.empty() ? option->description() : taken.text,
                     value->is_composing()});
  }
  return found;
}

}  // namespace listok::cli
