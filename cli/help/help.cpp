#include "cli/help/help.hpp"

#include <fmt/format.h>

#include "cli/arguments/command_line.hpp"
#include "cli/help/manual_page.hpp"
#include "cli/arguments/version.hpp"
#include "emitter/math/math.hpp"
#include "emitter/base/spelling.hpp"

namespace listok::cli {
namespace {

constexpr const char* overview =
    R"(listok {}: question banks in Markdown, sheets of one page each in PDF

usage: listok COMMAND [BANK] [OPTIONS]

commands:
  build       make the .tex and the PDF of every sheet
  emit        make the .tex alone; needs no TeX
  check       report everything that is wrong, as far as it shows without TeX
  list        print the items: numbers, ids, languages, difficulty, tags, titles
  status      list the .tex files that you edited, and what becomes of them
  diff        show your changes to the .tex of an item
  doctor      tell what the machine has and lacks for making PDFs
  new         begin a bank or an item
  completion  print the completions of a shell
  help        explain a command, or `listok help math`: what formulas may hold

BANK is a folder with a listok.yaml; without it, the nearest one above the working directory.

example:
  listok new bank questions && listok build questions

exit status: 0 all was made; 1 some item has an error (the others were made); 2 the command line is
wrong; 3 the machine lacks something, or what was to be printed is lost; 130 interrupted; 141 the
reader of what is printed has gone, as in `| head`: the work is done all the same
)";

constexpr const char* build_help = R"(usage: listok build [BANK] [OPTIONS]

Makes DIR/<language>/<id>.tex and .pdf of every item, one page each. What is up to date is left
alone, and what was said of it is said again. A sheet that failed is tried again when something has
changed, or with --force. A .tex that you edited is compiled as it is; when its Markdown changes as well, the two are
merged, and where both changed the same place your file stays and the new text is set beside it.
TeX that listok did not write runs in a sandbox; where the machine has none (`listok doctor` tells), the
sheets that use it are made only after you have once said `--trust-tex`.

examples:
  listok build content/llm-interview
  listok build content/llm-interview --lang ru --only 01-mqa-gqa -o /tmp/sheets
  listok build content/llm-interview --tag kv-cache --tag gpu --difficulty senior
  listok build content/llm-interview --edition candidate
  listok build content/llm-interview --sections question,key-points --space lines

The last one makes DIR/<language>/question+key-points+lines/<id>.pdf.

options:
)";

constexpr const char* emit_help = R"(usage: listok emit [BANK] [OPTIONS]

Makes DIR/<language>/<id>.tex of every item, and the class beside them. Needs no TeX.

example:
  listok emit content/llm-interview -o sources
  cd sources/ru && xelatex 01-mqa-gqa.tex

options:
)";

constexpr const char* check_help = R"(usage: listok check [BANK] [OPTIONS]

Reads the whole bank and reports everything that is wrong, as far as it shows without TeX; of a
selection, what is wrong with the items chosen and with listok.yaml.

examples:
  listok check content/llm-interview --message-format json
  listok check content/llm-interview --only '0*' --lang en

options:
)";

constexpr const char* list_help = R"(usage: listok list [BANK] [OPTIONS]

Prints the items of a bank as a table as wide as the terminal (elsewhere COLUMNS, or 100); a `!`
stands after a language in which an item has an error. As JSON, a line an item, with all of it:

  {"number":1,"id":…,"difficulty":…,"tags":[…],"titles":{"ru":…},"files":{"ru":…},"broken":["ru"]}

examples:
  listok list content/llm-interview --tag attention --lang en
  listok list content/llm-interview --message-format json

options:
)";

constexpr const char* status_help = R"(usage: listok status [BANK] [OPTIONS]

Lists the .tex files in DIR that you edited, with the first lines of each change: `edited` ones are
compiled as they are; `merging` ones have new Markdown, which the next build merges in; those in
`conflict` were changed by both in the same place; those `left over` have lost their item. Writes
nothing, needs no TeX. Exit status 1 when there is a conflict.

example:
  listok status content/llm-interview

options:
)";

constexpr const char* diff_help = R"(usage: listok diff ID [BANK] [OPTIONS]

Shows what you changed in the .tex of an item, in every language, against what listok wrote. Needs
no TeX, but the program git.

example:
  listok diff 01-mqa-gqa content/llm-interview --lang ru

options:
)";

constexpr const char* doctor_help = R"(usage: listok doctor [OPTIONS]

Looks for the programs, packages and faces that sheets need, sets a sheet on trial, and prints the
command that mends what is missing. Exit status 3 when something is.

example:
  listok doctor

options:
)";

constexpr const char* new_help = R"(usage: listok new bank FOLDER
       listok new item ID [BANK]

`new bank` begins a bank that builds as it is. `new item` adds a file to every language of a bank,
with the bank's sections; an ID without a number in front gets the next one.

examples:
  listok new bank questions
  listok new item hash-tables questions

options:
)";

constexpr const char* completion_help = R"(usage: listok completion bash|zsh|fish

Prints what lets the shell complete commands, options, their values and folders. An installed
listok has set all three up already.

examples:
  source <(listok completion bash)
  listok completion zsh > ~/.zfunc/_listok
  listok completion fish > ~/.config/fish/completions/listok.fish

options:
)";

constexpr const char* help_help = R"(usage: listok help [COMMAND | math | man]

Explains a command, or what formulas may hold; `man` prints the manual page.

examples:
  listok help build
  listok help man > listok.1 && man ./listok.1

options:
)";

const char* introduction(const std::string& command) {
  if (command == "build") return build_help;
  if (command == "emit") return emit_help;
  if (command == "check") return check_help;
  if (command == "list") return list_help;
  if (command == "status") return status_help;
  if (command == "diff") return diff_help;
  if (command == "doctor") return doctor_help;
  if (command == "new") return new_help;
  if (command == "completion") return completion_help;
  return help_help;
}

}  // namespace

std::string help(const std::string& topic) {
  if (topic.empty()) return fmt::format(fmt::runtime(overview), version);
  if (topic == "math") return emitter::math_help();
  if (topic == "man") return manual_page();
  for (const std::string& command : commands()) {
    if (command == topic) return introduction(topic) + option_table(topic);
  }
  std::vector<std::string> topics = commands();
  topics.insert(topics.end(), {"math", "man"});
  const std::string_view meant = emitter::nearest(topic, topics);
  throw UsageError(fmt::format("there is no help on `{}`", topic),
                   meant.empty() ? "`listok --help` lists the commands"
                                 : fmt::format("did you mean `listok help {}`?", meant));
}

}  // namespace listok::cli
