#include "emitter/config/keys.hpp"

#include <array>

namespace listok::emitter {

namespace {

// clang-format off
constexpr std::array table{
    ConfigKey{"listok.yaml", "title", "{en: Questions, de: Fragen}", "the name of the folder",
              "What the bank is called, in the foot and on books; one text, or one for each language."},
    ConfigKey{"listok.yaml", "author", "A. Lecturer", "none",
              "Whose the bank is, in the data of each PDF and wherever `{author}` stands."},
    ConfigKey{"listok.yaml", "languages", "[en, de]", "the folders that there are",
              "The languages of the items, by the names of their folders; the first two are those of bilingual sheets."},
    ConfigKey{"listok.yaml", "sections", "{question: {en: Question, de: Frage}}", "any headings, as they come",
              "The sections of an item in the order of printing; a heading may be a key or any of its titles."},
    ConfigKey{"listok.yaml", "editions", "{candidate: {sections: [question]}}", "none",
              "What `--edition` can make, by name: see below."},
    ConfigKey{"listok.yaml", "head", "{left: University, right: \"{date}\"}", "none",
              "What stands above each page: see below."},
    ConfigKey{"listok.yaml", "foot", "{center: \"{title} · {n}\"}", "{center: \"{title} · {n}/{total}\"}",
              "What stands below each page. A `{total}` makes every sheet anew when an item is added."},
    ConfigKey{"listok.yaml", "footer", "\"{title} · {n}\"", "none",
              "The same as `foot: {center: …}`."},
    ConfigKey{"listok.yaml", "date", "1 September 2026", "none",
              "What `{date}` stands for; it is never today."},
    ConfigKey{"listok.yaml", "fields", "[Name, Group, Date]", "none",
              "Lines to fill in above the title, in editions that say `fields: true`."},
    ConfigKey{"listok.yaml", "page", "{paper: a4, size: 11}", "none",
              "The paper, and the sizes of the text: see below."},
    ConfigKey{"listok.yaml", "pages", "2", "1",
              "How many pages a sheet may have that does not fit on one: 1, or 2 for a front and a back."},
    ConfigKey{"listok.yaml", "look", "{accent: \"#0B456B\"}", "none",
              "Colour, margins, faces: see below."},
    ConfigKey{"listok.yaml", "book", "{two-sided: true, cover: true}", "none",
              "What `--book` makes of the sheets: see below."},
    ConfigKey{"listok.yaml", "macros", "{'\\RR': '\\mathbb{R}'}", "none",
              "Names for parts of formulas; `#1` to `#9` are their arguments."},
    ConfigKey{"listok.yaml", "preamble", "local.sty", "none",
              "A LaTeX package of the bank's own, which every sheet loads, with the pictures and fonts beside it; see docs/tweaks.md."},

    ConfigKey{"page", "paper", "a5", "a4", "a4, a5 or letter."},
    ConfigKey{"page", "size", "12", "11", "The size of the text in points, from 5 to 30."},
    ConfigKey{"page", "min-size", "9", "8.5", "What does not fit is set smaller, down to this size, and is an error below it."},
    ConfigKey{"page", "max-size", "14", "as `size`", "A short sheet may grow to this size."},
    ConfigKey{"page", "fit", "uniform", "each", "each: every sheet has a size of its own; uniform: all have that of the fullest."},
    ConfigKey{"page", "bilingual", "portrait", "landscape", "How a sheet in two languages lies."},

    ConfigKey{"look", "accent", "\"#0B456B\"", "\"#0A456B\"",
              "The colour of the number, the headings and the bar of the question: six hexadecimal digits, between quotes."},
    ConfigKey{"look", "faces", "{text: DejaVu Serif, heads: DejaVu Sans}", "none",
              "Families that are installed: see below."},
    ConfigKey{"look", "margins", "{left: 25mm, binding: 10mm}", "none", "See below."},
    ConfigKey{"look", "text", "ragged", "auto",
              "ragged: lines end where words do; justified: all at the margin; auto: justified, but ragged in narrow columns."},
    ConfigKey{"look", "number", "\"Problem {n}.\"", "\"{n}\"", "How the number stands before the title."},
    ConfigKey{"look", "facts", "none", "all", "The line under the title: all, tags, difficulty or none."},

    ConfigKey{"faces", "text", "DejaVu Serif", "PT Serif", "The face of the text."},
    ConfigKey{"faces", "heads", "DejaVu Sans", "PT Sans", "That of headings, head and foot."},
    ConfigKey{"faces", "code", "DejaVu Sans Mono", "PT Mono", "That of code."},
    ConfigKey{"faces", "math", "STIX Two Math", "Latin Modern Math", "That of formulas."},
    ConfigKey{"faces", "symbols", "[Noto Emoji]", "none", "For characters that the others lack, in this order."},

    ConfigKey{"margins", "left", "25mm", "27mm on a4", "From the edge of the paper; the units are mm, cm, in and pt."},
    ConfigKey{"margins", "right", "25mm", "none", "As `left`."},
    ConfigKey{"margins", "top", "30mm", "22mm on a4", "The head stands in it."},
    ConfigKey{"margins", "bottom", "30mm", "26mm on a4", "The foot stands in it."},
    ConfigKey{"margins", "binding", "10mm", "0mm",
              "More at the left, for holes or a comb; in a two-sided book at the right of even pages."},

    ConfigKey{"head or foot", "left", "\"{author}\"", "none",
              "Words with placeholders: {title} {item} {n} {total} {page} {pages} {author} {date} {edition}; a brace that is printed is "
              "written twice. Or `{image: images/logo.svg, height: 12mm}`."},
    ConfigKey{"head or foot", "center", "\"{title} · {n}\"", "none", "As `left`."},
    ConfigKey{"head or foot", "right", "{image: images/logo.svg}", "none", "As `left`."},

    ConfigKey{"an image", "image", "images/logo.svg", "none", "A file of the bank: SVG, PDF, PNG, JPEG, WebP or GIF."},
    ConfigKey{"an image", "height", "12mm", "10mm", "How high it is set."},

    ConfigKey{"book", "two-sided", "true", "false",
              "For print on both sides: even pages are the mirror of odd ones, in their margins, heads and feet."},
    ConfigKey{"book", "cover", "true", "false",
              "A page in front: the head of the bank, its title, the edition, author, date, how many questions there are."},

    ConfigKey{"an edition", "title", "{en: For candidates, de: Für Bewerber}", "its name",
              "What `{edition}` stands for, and what the cover of its book says."},
    ConfigKey{"an edition", "sections", "[question]", "all", "The keys of the sections that are shown, or `all`."},
    ConfigKey{"an edition", "space", "lines", "blank", "What fills the rest of the page: blank, lines or grid."},
    ConfigKey{"an edition", "facts", "none", "as the bank", "As `facts` of `look`."},
    ConfigKey{"an edition", "fields", "true", "false", "Whether the `fields` of the bank stand above the title."},
    ConfigKey{"an edition", "page", "{size: 13}", "as the bank", "As `page`, but for `fit` and `bilingual`."},
    ConfigKey{"an edition", "look", "{accent: \"#000000\"}", "as the bank", "As `look`, but for `faces`."},

    ConfigKey{"the front matter", "tags", "[attention, gpu]", "none", "What an item is about; `--tag` chooses by it."},
    ConfigKey{"the front matter", "difficulty", "senior", "none", "How hard it is; `--difficulty` chooses by it."},
    ConfigKey{"the front matter", "number", "7", "digits that the name begins with, else its place", "The number of the sheet."},
    ConfigKey{"the front matter", "size", "12", "as the bank", "The size of the text of this sheet."},
    ConfigKey{"the front matter", "min-size", "8", "as the bank", "The smallest."},
    ConfigKey{"the front matter", "max-size", "14", "as the bank", "The largest."},
    ConfigKey{"the front matter", "pages", "2", "as the bank", "How many pages this sheet may have: 1 or 2."},
    ConfigKey{"the front matter", "lines", "keep", "as they look", "keep: a line of the Markdown is a line of the page; join: lines of a paragraph are joined."},
};
// clang-format on

}  // namespace

std::span<const ConfigKey> config_keys() { return table; }

std::vector<std::string> keys_of(std::string_view map) {
  std::vector<std::string> names;
  for (const ConfigKey& key : table) {
    if (key.map == map) names.emplace_back(key.name);
  }
  return names;
}

}  // namespace listok::emitter
