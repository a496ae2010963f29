#include "emitter/bank/item.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

#include "emitter/bank/headings.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

std::vector<std::string> titles_of(const Bank& bank, const std::string& language) {
  std::vector<std::string> titles;
  for (const SectionKind& kind : bank.sections) {
    const auto title = kind.titles.find(language);
    titles.push_back(title == kind.titles.end() ? kind.key : title->second);
  }
  return titles;
}

const SectionKind* declared(const Bank& bank, std::string_view language, std::string_view heading) {
  const auto find = [&](const auto& is_meant) {
    const auto found = std::ranges::find_if(bank.sections, [&](const SectionKind& kind) {
      return is_meant(kind.key) || std::ranges::any_of(kind.titles | std::views::values, is_meant);
    });
    return found == bank.sections.end() ? nullptr : &*found;
  };
  // Nearly all are written as they were declared.
  if (const SectionKind* same = find([&](const std::string& name) { return name == heading; })) {
    return same;
  }
  const std::string whole = comparable(heading);
  const auto find_alike = [&](std::string_view wanted) {
    return find([&](const std::string& name) { return comparable(name) == wanted; });
  };
  if (const SectionKind* same = find_alike(whole)) return same;
  const std::string_view part = without_extras(whole);
  if (part.size() < whole.size()) {
    if (const SectionKind* same = find_alike(part)) return same;
  }
  const std::string_view meant = meaning_of_heading(heading, language).key;
  return find([&](const std::string& name) { return name == meant; });
}

// Of a bank that declares no sections: what the heading means, or else its words. A bank whose
// editions name sections by their words goes on doing so.
std::string undeclared_key(const Bank& bank, std::string_view language, std::string_view heading) {
  std::string own = slug(heading);
  const std::string_view meant = meaning_of_heading(heading, language).key;
  const bool named = std::ranges::any_of(bank.editions, [&](const Edition& edition) {
    return std::ranges::count(edition.sections, own) > 0;
  });
  return meant.empty() || named ? own : std::string(meant);
}

// The section that a mistyped heading was meant to begin, in the words of the item's language where
// the key is nearest too; empty when none is near.
std::string meant_section(const Bank& bank, const std::string& language, std::string_view heading) {
  std::vector<std::string> candidates = titles_of(bank, language);
  for (const SectionKind& kind : bank.sections) {
    for (const auto& [other, title] : kind.titles) candidates.push_back(title);
  }
  for (const SectionKind& kind : bank.sections) candidates.push_back(kind.key);
  return std::string(nearest(comparable(heading), candidates));
}

std::string section_hint(const Bank& bank, const std::string& language, std::string_view heading) {
  const std::string meant = meant_section(bank, language, heading);
  if (!meant.empty()) return fmt::format("did you mean `{}`?", meant);
  return fmt::format("the sections of this bank are `{}`; `###` makes a heading inside a section",
                     fmt::join(titles_of(bank, language), "`, `"));
}

class ItemReader {
 public:
  ItemReader(const Bank& bank, Translation& into, DiagnosticList& findings)
      : bank_(bank), into_(into), findings_(findings) {}

  void read(Blocks blocks);

 private:
  const Bank& bank_;
  Translation& into_;
  DiagnosticList& findings_;
  bool title_seen_ = false;
  bool section_seen_ = false;  // a heading that should begin one, known or not
  bool stray_told_ = false;
  bool passing_over_ = false;         // the content of a section that is refused
  std::size_t sections_to_come_ = 0;  // headings of level two that have not been read

  void title(Block& block);
  void section(Block& block);
  bool is_inner_heading(std::string_view words) const;
  void inner_heading(Block& block, std::string_view words);
  void content(Block& block);
  std::vector<Section>::iterator with_key(std::string_view key);
  std::string_view heading_of(const Section& section) const;
  void told_twice(const Section& twin, std::string_view words, Span span);
  void part(Section& twin, std::string& key, std::string_view words) const;
  std::string example() const;
};

std::vector<Section>::iterator ItemReader::with_key(std::string_view key) {
  return std::ranges::find_if(into_.sections, [&](const Section& one) { return one.key == key; });
}

std::string_view ItemReader::heading_of(const Section& section) const {
  const Span span = section.heading;
  return into_.source->text().substr(span.begin, span.end - span.begin);
}

// Two headings that mean the same are two sections all the same: one of them, that which has the
// very word, keeps the key. Where both have it, or are the same, the second is one too many.
void ItemReader::part(Section& twin, std::string& key, std::string_view words) const {
  const std::string before = plain_text(twin.title, *into_.source);
  const bool own = meaning_of_heading(words, into_.language).own_word;
  const bool own_before = meaning_of_heading(before, into_.language).own_word;
  if (slug(before) == slug(words) || (own && own_before)) return;
  if (own && slug(before) != key) {
    twin.key = slug(before);
  } else {
    key = slug(words);
  }
}

void ItemReader::told_twice(const Section& twin, std::string_view words, Span span) {
  const std::string_view before = heading_of(twin);
  const auto line = into_.source->place(twin.heading.begin).line;
  const bool same = slug(before) == slug(words);
  findings_.error(
      span, "duplicate-section",
      same ? fmt::format("the section `{}` has begun on line {} already", words, line)
           : fmt::format("`{}` means `{}`, as `{}` on line {} does", words, twin.key, before, line),
      "put both parts under one heading");
}

std::string ItemReader::example() const {
  const std::vector<std::string> titles = titles_of(bank_, into_.language);
  return fmt::format("begin a section with `## {}`", titles.empty() ? "…" : titles.front());
}

int level_of(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block.value);
  return heading == nullptr ? 0 : heading->level;
}

void ItemReader::read(Blocks blocks) {
  sections_to_come_ = static_cast<std::size_t>(
      std::ranges::count_if(blocks, [](const Block& block) { return level_of(block) == 2; }));
  for (Block& block : blocks) {
    const int level = level_of(block);
    if (level == 1) {
      title(block);
    } else if (level == 2) {
      --sections_to_come_;
      section(block);
    } else {
      content(block);
    }
  }
  if (!title_seen_) {
    findings_.error({}, "no-title", "the item has no title",
                    "begin the file with `# ` and the title");
  }
  if (!section_seen_) findings_.error({}, "no-section", "the item has no section", example());
  for (const Section& one : into_.sections) {
    if (!one.content.empty()) continue;
    findings_.error(one.heading, "empty-section",
                    fmt::format("the section `{}` is empty", plain_text(one.title, *into_.source)),
                    "write something under the heading, or remove the heading");
  }
  std::stable_sort(into_.sections.begin(), into_.sections.end(),
                   [&](const Section& a, const Section& b) {
                     const auto rank = [&](const Section& one) {
                       return std::find_if(bank_.sections.begin(), bank_.sections.end(),
                                           [&](const SectionKind& k) { return k.key == one.key; });
                     };
                     return rank(a) < rank(b);
                   });
}

// A heading that is surely none of a section, in a section that is not the question: what people
// have in long answers. Below the question it could be that of an answer, which nobody may see.
bool ItemReader::is_inner_heading(std::string_view words) const {
  if (passing_over_ || into_.sections.empty() || words.empty()) return false;
  return into_.sections.back().key != "question" &&
         declared(bank_, into_.language, words) == nullptr &&
         meaning_of_heading(words, into_.language).key.empty() &&
         meant_section(bank_, into_.language, words).empty();
}

void ItemReader::inner_heading(Block& block, std::string_view words) {
  findings_.warning(block.span, "inner-heading",
                    fmt::format("`{}` is set as a heading inside of `{}`", words,
                                plain_text(into_.sections.back().title, *into_.source)),
                    "write it with `### `");
  std::get<Heading>(block.value).level = 3;
  content(block);
}

void ItemReader::title(Block& block) {
  Heading& heading = std::get<Heading>(block.value);
  const Span span = block.span;
  if (title_seen_) {
    const std::string words = plain_text(heading.content, *into_.source);
    if (sections_to_come_ == 0 && is_inner_heading(words)) return inner_heading(block, words);
    findings_.error(span, "second-title", "an item has one title, and this is another",
                    "begin a section with `## `, write `### ` for a heading inside of one, or make "
                    "this a file of its own");
    return;
  }
  title_seen_ = true;
  if (heading.content.empty()) {
    findings_.error(span, "no-title", "the title is empty", "write the title after `# `");
  } else if (section_seen_) {
    findings_.error(span, "late-title", "the title comes after a section",
                    "move it to the beginning of the file");
  }
  into_.title = std::move(heading.content);
  const std::size_t characters = length(plain_text(into_.title, *into_.source));
  if (characters > limits::title_length) {
    findings_.error(span, "long-title",
                    fmt::format("the title has {} characters; {} is the limit", characters,
                                limits::title_length),
                    "say it in a line or two, and the rest in a section");
  }
}

void ItemReader::section(Block& block) {
  Heading& heading = std::get<Heading>(block.value);
  const Span span = block.span;
  const std::string words = plain_text(heading.content, *into_.source);
  if (!bank_.sections.empty() && is_inner_heading(words)) return inner_heading(block, words);
  section_seen_ = true;
  passing_over_ = true;
  const SectionKind* kind = declared(bank_, into_.language, words);
  if (words.empty()) {
    findings_.error(span, "empty-heading", "the heading of the section is empty", example());
    return;
  }
  if (kind == nullptr && !bank_.sections.empty()) {
    findings_.error(span, "unknown-section",
                    fmt::format("`{}` is not a section of this bank", words),
                    section_hint(bank_, into_.language, words));
    return;
  }
  std::string key = kind != nullptr ? kind->key : undeclared_key(bank_, into_.language, words);
  auto twin = with_key(key);
  if (kind == nullptr && twin != into_.sections.end()) {
    part(*twin, key, words);
    twin = with_key(key);
  }
  if (twin != into_.sections.end()) {
    told_twice(*twin, words, span);
    return;
  }
  passing_over_ = false;
  Section made;
  made.key = key;
  made.heading = span;
  made.title = std::move(heading.content);
  if (kind != nullptr) {
    const auto title = kind->titles.find(into_.language);
    if (title != kind->titles.end()) made.title = {{Text{title->second}, span}};
  }
  into_.sections.push_back(std::move(made));
}

void ItemReader::content(Block& block) {
  if (!section_seen_) {
    if (std::exchange(stray_told_, true)) return;
    findings_.error(
        block.span, "outside-section",
        title_seen_ ? "this stands before the first section" : "this stands before the title",
        title_seen_ ? example() : "begin the file with `# ` and the title");
    return;
  }
  if (passing_over_ || into_.sections.empty()) return;
  into_.sections.back().content.push_back(std::move(block));
}

}  // namespace

void read_item(const Bank& bank, Blocks blocks, Translation& into, DiagnosticList& findings) {
  ItemReader(bank, into, findings).read(std::move(blocks));
}

}  // namespace listok::emitter
