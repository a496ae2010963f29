// The bank as values: what the readers produce, the checks inspect and the emitter prints.
// Positions are byte ranges into the Source of the file they were read from; sizes are in pt.
// Errors: none.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "emitter/base/source.hpp"
#include "emitter/model/look.hpp"
#include "emitter/text/named_faces.hpp"

namespace listok::emitter {

// ---- The content of an item ------------------------------------------------------------------

struct Inline;
using Inlines = std::vector<Inline>;

// clang-format off
struct Text { std::string text; };          // NFC, entities decoded, one space for white space
struct Code { std::string text; };          // `inline code`
// `formula`: what stands between the delimiters; `text`: what it says, where that differs from the
// source because of marks around it, as in a cell of a table.
struct Math { Span formula; bool display = false; std::string text = {}; };
struct Emphasis { Inlines content; };
struct Strong { Inlines content; };
struct Strike { Inlines content; };
struct Shifted { bool up = false; Inlines content; };  // an index, or a power
struct Link { std::string address; Inlines content; };
// clang-format on
// How wide or high the author wants a picture to be.
struct Extent {
  enum class Unit { unsaid, percent, px, pt, mm, cm, in };  // percent: of the line; px: 96 an inch
  double number = 0;
  Unit unit = Unit::unsaid;

  bool operator==(const Extent&) const = default;
};
struct Image {
  std::string file;  // relative to the bank's folder, '/' between names, checked to exist there
  std::string alternative;         // plain text, for a reader who cannot see it
  std::string caption;             // the Markdown title, plain text; may be empty
  Extent width = {}, height = {};  // the picture keeps its shape and stays within both
  std::string set_as = {};  // the ending of what is set, "png"; empty: the file's own says it
};
struct HardBreak {};
// A footnote, where it is referred to: `[^label]`.
struct Note {
  std::string label;
  Inlines content;      // its paragraphs, with hard breaks between them
  unsigned number = 0;  // in the order of the text; of a note that several places refer to
  bool shared = false;  // and then without content but in the first of a section
};
// To be filled in with the pen: `____`.
struct FillIn {
  std::size_t length = 0;  // underscores
  bool line = false;       // a whole line to write on
};

// What becomes of the ends of lines inside a paragraph: `lines: keep` or `lines: join`.
enum class LineBreaks {
  likely,  // kept where the lines look as if they were meant, and else joined
  keep,
  join
};

struct Inline {
  std::variant<Text, Code, Math, Emphasis, Strong, Strike, Shifted, Link, Image, HardBreak, FillIn,
               Note>
      value;
  Span span;
};

struct Block;
using Blocks = std::vector<Block>;

// clang-format off
struct Paragraph { Inlines content; };
struct Heading { int level = 3; Inlines content; };  // 3..6: inside a section
enum class Tick { none, empty, ticked };  // `- [ ]`, `- [x]`
struct ListItem { Blocks content; Span span; Tick tick = Tick::none; Inlines term = {}; };
// clang-format on
struct List {
  bool ordered = false;
  unsigned start = 1;
  bool tight = true;
  char delimiter = '.';    // behind the numbers: `1.`, `1)`
  bool described = false;  // each item has a term, and what it means
  std::vector<ListItem> items;
};
// clang-format off
struct CodeBlock { std::string language; std::string text; };  // lines ended by LF
struct Quote { Blocks content; };
// clang-format on
enum class Align { natural, left, center, right };
// clang-format off
struct TableRow { std::vector<Inlines> cells; Span span; };  // always as many cells as columns
// clang-format on
struct Table {
  std::vector<Align> columns;
  TableRow header;
  std::vector<TableRow> rows;
};

struct Block {
  std::variant<Paragraph, Heading, List, CodeBlock, Quote, Table> value;
  Span span;
};

// Made in its place: of a block that is moved there GCC 14 warns that parts of it have no value.
template <typename Value>
Value& append(Blocks& blocks, Value value, Span span) {
  Block& block = blocks.emplace_back();
  block.span = span;
  return block.value.template emplace<Value>(std::move(value));
}

struct Section {
  std::string key;  // the same in every language
  Inlines title;    // as printed: the bank's title for the key, in the item's language
  Blocks content;
  Span heading;
};

// ---- Items ------------------------------------------------------------------------------------

// An item in one language: one Markdown file, one sheet.
struct Translation {
  std::string language;
  std::shared_ptr<const Source> source;  // named relative to the working directory
  std::string path;                      // relative to the bank's folder: "ru/01-mqa-gqa.md"
  Inlines title;
  std::vector<Section> sections;  // in the order of printing
  std::vector<std::string> tags;
  std::string difficulty;
  std::optional<unsigned> number;                  // `number:` of the front matter
  std::optional<double> size, min_size, max_size;  // pt; override the bank's
  std::optional<unsigned> pages;                   // 1 or 2; overrides the bank's
  LineBreaks lines = LineBreaks::likely;
  bool refers = false;                // a link leads to something else than the web or mail
  bool broken = false;                // has an error: no sheet is made from it
  bool skimmed = false;               // only its front matter was read: nor from it
  Span number_at, size_at, pages_at;  // where the front matter says so; empty when it does not
};

struct Item {
  std::string id;       // the file stem, the same in every language
  unsigned number = 0;  // as printed: `number:`, else digits the id begins with, else the position
  std::vector<Translation> translations;  // in the order of the bank's languages; may lack some

  const Translation* in(std::string_view language) const;
};

// ---- The bank ---------------------------------------------------------------------------------

struct SectionKind {
  std::string key;
  Words titles;
};

enum class Space { blank, lines, grid };  // what fills the rest of the page

enum class Fit { each, uniform };  // the size of each sheet, or of all sheets alike
enum class Orientation { landscape, portrait };

struct Page {
  std::string paper = "a4";  // a4, a5, letter
  double size = 11;          // pt, the base size
  double min_size = 8.5;     // pt, never set smaller
  double max_size = 0;       // pt, may grow to this; 0 means: no larger than size
  unsigned pages = 1;        // 2: a sheet that does not fit on one has its back as well
  Fit fit = Fit::each;
  Orientation bilingual = Orientation::landscape;  // of a sheet in two languages
  Margins margins{};                               // `look: margins:`

  bool operator==(const Page&) const = default;
};

struct Edition {
  std::string name;                   // a folder name: letters, digits, '-'
  std::vector<std::string> sections;  // keys; empty means all
  Space space = Space::blank;
  // Of its own, where it differs from the bank in them:
  std::optional<Look> look = {};
  std::optional<Page> page = {};
  bool styled = false;  // its sheets look otherwise than those of the bank
  Words title = {};     // what `{edition}` and covers call it; empty: its name
};

// A picture or a font beside the preamble that it names: lies next to the sheets under the same name.
struct PreambleFile {
  std::string name;
  std::string bytes;
};

// `preamble: local.sty`: a package of the bank's own, loaded by every sheet. TeX code, which is run
// only by those who trust it.
struct Preamble {
  std::string file;     // relative to the bank's folder, '/' between names; checked to lie there
  std::string package;  // "local": it lies next to the sheets as local.sty
  std::string text;
  std::string name;  // of the file, relative to the working directory
  Span at;           // in listok.yaml
  std::vector<PreambleFile> files;
};

// `macros:` a name for a part of formulas: `\norm` for `\left\| #1 \right\|`. No TeX: what comes of it
// is read as a formula.
struct Macro {
  std::string body;  // #1 … #9 stand for the arguments
  std::size_t arguments = 0;
  std::size_t line = 0;  // of listok.yaml
  bool refused = false;  // it has an error, which has been told
};
using Macros = std::map<std::string, Macro, std::less<>>;  // by name, without the backslash

struct Bank {
  std::filesystem::path folder;
  std::shared_ptr<const Source> source;  // listok.yaml
  Words title;
  std::string author;
  std::vector<std::string> languages;  // "ru", "en"
  std::vector<SectionKind> sections;   // empty: any headings, in the order written
  std::vector<Edition> editions;
  Running head, foot;                                      // with placeholders
  Words date;                                              // never today's
  std::map<std::string, std::vector<std::string>> fields;  // lines to fill in, by language
  Page page;
  Look look;
  BookLook book;
  std::optional<Preamble> preamble;
  Macros macros;
  NamedFaces faces;         // `look: faces:`
  std::vector<Item> items;  // in the order of printing
};

// The words of `inlines` without markup: for metadata, messages and search. Formulas as written
// in `source`, but on one line.
std::string plain_text(const Inlines& inlines, const Source& source);

// Whether a picture stands among `inlines`, at any depth.
bool holds_picture(const Inlines& inlines);

}  // namespace listok::emitter
