#include "emitter/check/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "emitter/check/links.hpp"
#include "emitter/check/written_names.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/model/numbering.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view markdown_ending = ".md";

// "ru/02-b" for "ru/02-b.md": people leave the ending out.
std::string without_ending(std::string path) {
  if (path.ends_with(markdown_ending)) path.resize(path.size() - markdown_ending.size());
  return path;
}

using ItemsByPath = std::map<std::string, const Item*>;

ItemsByPath items_by_path(const Bank& bank) {
  ItemsByPath items;
  for (const Item& item : bank.items) {
    for (const Translation& translation : item.translations) {
      items.emplace(without_ending(to_nfc(translation.path)), &item);
    }
  }
  return items;
}

// Whether `words` name the number already: "вопрос 2", but not "12".
bool names(std::string_view words, std::string_view number) {
  for (std::size_t at = 0; (at = words.find(number, at)) != words.npos; ++at) {
    const std::size_t end = at + number.size();
    const bool begins = at == 0 || !is_ascii_digit(words[at - 1]);
    const bool ends = end == words.size() || !is_ascii_digit(words[end]);
    if (begins && ends) return true;
  }
  return false;
}

class Referrer {
 public:
  Referrer(const ItemsByPath& items, const Item& item, Translation& translation)
      : items_(items), item_(item), translation_(translation) {}

  void resolve();
  void tell(Diagnostics& found) const;

 private:
  const ItemsByPath& items_;
  const Item& item_;
  Translation& translation_;
  Span first_lost_;
  std::string first_address_;
  std::size_t lost_ = 0;
  bool first_is_item_ = false;  // which has no number of its own

  void resolve(Inlines& inlines);
  const Item* target(const std::string& address) const;
  std::string number_of(const Item& item, const Link& link) const;
  void lose(const Link& link, Span span, bool is_item);
};

void Referrer::resolve() {
  resolve(translation_.title);
  for (Section& section : translation_.sections) {
    visit_blocks(section.content, [&](Block& block) {
      visit_texts(block, [&](Inlines& inlines, Span) { resolve(inlines); });
    });
  }
}

void Referrer::resolve(Inlines& inlines) {
  Inlines made;
  for (Inline& one : inlines) {
    std::visit(
        [&](auto& value) {
          if constexpr (requires { value.content; }) resolve(value.content);
        },
        one.value);
    auto* link = std::get_if<Link>(&one.value);
    if (link == nullptr || !is_local(*link)) {
      made.push_back(std::move(one));
      continue;
    }
    const Item* item = target(link->address);
    const std::string number = item == nullptr ? std::string() : number_of(*item, *link);
    const bool other = item != nullptr && item != &item_;
    if (!other || !given_number(*item)) lose(*link, one.span, other);
    std::ranges::move(link->content, std::back_inserter(made));
    if (!number.empty()) made.push_back({Text{number}, {one.span.end, one.span.end}});
  }
  inlines = std::move(made);
}

const Item* Referrer::target(const std::string& address) const {
  const fs::path beside = fs::path(translation_.path).parent_path();
  const bool rooted = address.starts_with('/');
  for (const std::string& name : names_meant(address)) {
    const fs::path way = rooted ? fs::path(name.substr(1)) : beside / name;
    std::string path = without_ending(to_nfc(way.lexically_normal().generic_string()));
    if (name.empty() || path.empty()) continue;
    if (const auto found = items_.find(path); found != items_.end()) return found->second;
  }
  return nullptr;
}

// " (№ 2)", as the sheet of the item prints its number; the sign alone where the link has no words.
std::string Referrer::number_of(const Item& item, const Link& link) const {
  if (&item == &item_) return {};
  const std::optional<unsigned> given = given_number(item);
  const std::string words = plain_text(link.content, *translation_.source);
  if (!given || names(words, std::to_string(*given))) return {};
  const std::string_view sign =
      own_word(language_of(translation_.language), &OwnWords::number_sign).text;
  const std::string number = fmt::format("{}\u00A0{}", sign, *given);
  return words.empty() ? number : fmt::format(" ({})", number);
}

void Referrer::lose(const Link& link, Span span, bool is_item) {
  if (++lost_ > 1) return;
  first_lost_ = span;
  first_address_ = link.address;
  first_is_item_ = is_item;
}

void Referrer::tell(Diagnostics& found) const {
  if (lost_ == 0) return;
  std::string what = first_address_.empty() ? std::string("a link without an address")
                                            : fmt::format("the link to `{}`", first_address_);
  what += lost_ == 1 ? " leads" : fmt::format(" and {} more lead", lost_ - 1);
  found.push_back(translation_.source->diagnostic(
      Severity::warning, first_lost_, "link-nowhere",
      what + " nowhere from a page: the words are printed alone",
      first_is_item_ ? "give that item a number to be printed: `number:` in its front matter, or "
                       "digits that its name begins with"
                     : "write the whole address, `https://…`, if a reader shall find it"));
}

}  // namespace

void resolve_references(Bank& bank, Diagnostics& found) {
  ItemsByPath items;
  for (const Item& item : bank.items) {
    for (const Translation& translation : item.translations) {
      if (translation.refers && items.empty()) items = items_by_path(bank);
    }
  }
  if (items.empty()) return;
  for (Item& item : bank.items) {
    for (Translation& translation : item.translations) {
      if (!translation.refers) continue;
      Referrer referrer(items, item, translation);
      referrer.resolve();
      referrer.tell(found);
    }
  }
}

}  // namespace listok::emitter
