#include "emitter/tex/bank_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "emitter/model/numbering.hpp"
#include "emitter/model/running.hpp"
#include "emitter/tex/document_head.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/placeholders.hpp"

namespace listok::emitter {

namespace {

struct Key {
  std::string name, value;

  bool operator==(const Key&) const = default;
};
using Keys = std::vector<Key>;

constexpr std::pair<std::string_view, std::string_view> commands[] = {
    {"title", "banktitle"}, {"item", "itemtitle"}, {"n", "itemnumber"},
    {"total", "total"},     {"page", "page"},      {"pages", "pages"},
    {"author", "author"},   {"date", "date"},      {"edition", "editionname"}};

std::string command_of(std::string_view placeholder) {
  const auto* found =
      std::ranges::find_if(commands, [&](const auto& one) { return one.first == placeholder; });
  return found == std::end(commands) ? "" : fmt::format("\\listok{}{{}}", found->second);
}

class BankStyle {
 public:
  BankStyle(const Bank& bank, std::string_view language) : bank_(bank), language_(language) {}

  Keys of_bank() const;
  Keys of_look(const Look& look, const Margins& margins) const;
  void add_words(Keys& keys, std::string name, const Words& words) const;

 private:
  const Bank& bank_;
  std::string_view language_;

  std::string escaped(std::string_view text) const {
    return escape(text, Context::heading, &bank_.faces);
  }
  std::string filled(std::string_view text) const;
  std::string part(const RunningPart& part) const;
  std::string fields() const;
};

std::string BankStyle::filled(std::string_view text) const {
  std::string tex;
  const auto pieces = placeholders_in(text);
  if (!pieces) return escaped(text);
  for (const auto& [words, placeholder] : *pieces) {
    tex += placeholder ? command_of(words) : escaped(words);
  }
  return tex;
}

std::string BankStyle::part(const RunningPart& part) const {
  if (part.image.empty()) return filled(in_language(part.words, language_));
  return fmt::format("\\listokpicture{{{:.6g}mm}}{{{}}}", part.height,
                     safe_file_name(part.image, part.set_as));
}

void BankStyle::add_words(Keys& keys, std::string name, const Words& words) const {
  const std::string text = in_language(words, language_);
  if (!text.empty()) keys.push_back({std::move(name), fmt::format("{{{}}}", escaped(text))});
}

std::string BankStyle::fields() const {
  std::string all;
  const auto found = bank_.fields.find(std::string(language_));
  if (found == bank_.fields.end()) return all;
  for (const std::string& field : found->second) {
    all += fmt::format("{}{{{}}}", all.empty() ? "" : ", ", escaped(field));
  }
  return all;
}

Keys BankStyle::of_bank() const {
  Keys keys;
  add_words(keys, "title", bank_.title);
  if (shows(bank_, "author") && !bank_.author.empty()) {
    keys.push_back({"author", fmt::format("{{{}}}", escaped(bank_.author))});
  }
  if (shows(bank_, "date")) add_words(keys, "date", bank_.date);
  if (shows(bank_, "total")) keys.push_back({"total", fmt::format("{}", bank_.items.size())});
  if (shows(bank_, "page") || shows(bank_, "pages")) keys.push_back({"pages", "said"});
  const auto& [left, center, right] = bank_.head;
  if (!bank_.head.empty()) {
    keys.push_back(
        {"head", fmt::format("{{{{{}}}{{{}}}{{{}}}}}", part(left), part(center), part(right))});
  }
  const Running& foot = bank_.foot;
  if (!foot.center.empty()) keys.push_back({"footer", fmt::format("{{{}}}", part(foot.center))});
  if (!foot.left.empty() || !foot.right.empty()) {
    keys.push_back({"foot", fmt::format("{{{{{}}}{{\\listokfooter}}{{{}}}}}", part(foot.left),
                                        part(foot.right))});
  }
  const auto face = [&](std::string_view name, const OwnFace& own) {
    if (own.family.empty()) return;
    keys.push_back({fmt::format("{}-face", name), fmt::format("{{{}}}", own.family)});
  };
  face("text", bank_.faces.text);
  face("heads", bank_.faces.heads);
  face("code", bank_.faces.code);
  face("math", bank_.faces.math);
  if (const auto& faces = bank_.faces.families; !faces.empty()) {
    keys.push_back({"symbols", fmt::format("{{{}}}", fmt::join(faces, ","))});
  }
  return keys;
}

// Each key is there whose value is not what it is usually.
Keys BankStyle::of_look(const Look& look, const Margins& margins) const {
  Keys keys;
  if (!look.accent.empty()) keys.push_back({"accent", look.accent});
  const auto length = [&](std::string name, std::optional<double> mm) {
    if (mm) keys.push_back({std::move(name), fmt::format("{:.6g}mm", *mm)});
  };
  length("left", margins.left);
  length("right", margins.right);
  length("top", margins.top);
  length("bottom", margins.bottom);
  if (margins.binding > 0) length("binding", margins.binding);
  if (look.text != LineEnds::usual) {
    keys.push_back({"text", std::string(names_of_line_ends[static_cast<std::size_t>(look.text)])});
  }
  if (const std::string number = in_language(look.number, language_); !number.empty()) {
    keys.push_back({"number", fmt::format("{{{}}}", filled(number))});
  }
  if (look.facts != Facts::all) {
    keys.push_back({"facts", std::string(names_of_facts[static_cast<std::size_t>(look.facts)])});
  }
  if (look.fields) keys.push_back({"fields", fmt::format("{{{}}}", fields())});
  return keys;
}

// What a key must say for the look of the class.
std::string usual(std::string_view name) {
  return name == "facts" ? "all" : name == "binding" ? "0mm" : "{}";
}

// What an edition says otherwise than its bank.
Keys changes(const Keys& bank, const Keys& edition) {
  Keys keys;
  for (const Key& key : edition) {
    if (std::ranges::find(bank, key) == bank.end()) keys.push_back(key);
  }
  for (const Key& key : bank) {
    const auto same = [&](const Key& other) { return other.name == key.name; };
    if (std::ranges::none_of(edition, same)) keys.push_back({key.name, usual(key.name)});
  }
  return keys;
}

Keys of_edition(const BankStyle& style, const Bank& bank, const Edition& edition) {
  Keys keys;
  if (edition.styled && shows(bank, "edition")) {
    style.add_words(keys, "edition-title", edition.title);
  }
  if (!edition.look && !edition.page) return keys;
  const Look& look = edition.look ? *edition.look : bank.look;
  const Page& page = edition.page ? *edition.page : bank.page;
  std::ranges::move(
      changes(style.of_look(bank.look, bank.page.margins), style.of_look(look, page.margins)),
      std::back_inserter(keys));
  return keys;
}

std::string written(std::string_view command, const Keys& keys) {
  std::string tex = fmt::format("{}{{\n", command);
  for (const auto& [name, value] : keys) tex += fmt::format("  {} = {},\n", name, value);
  return tex + "}\n";
}

std::string text_of_bank(const BankStyle& style, const Bank& bank) {
  Keys keys = style.of_bank();
  std::ranges::move(style.of_look(bank.look, bank.page.margins), std::back_inserter(keys));
  return written("\\listokbank", keys);
}

std::string text_of_edition(const BankStyle& style, const Bank& bank, const Edition& edition) {
  const Keys own = of_edition(style, bank, edition);
  if (own.empty()) return {};
  return written(fmt::format("\\listokforedition{{{}}}", edition.name), own);
}

}  // namespace

std::string emit_bank_style(const Bank& bank, std::string_view language) {
  const BankStyle style(bank, language);
  std::string tex =
      "% Made by listok from listok.yaml, and written anew by each run. What is to be otherwise "
      "goes into the\n% preamble of a sheet, or for all sheets of this folder into "
      "listok-local.sty.\n"
      "\\ProvidesPackage{listok-bank}\n";
  tex += text_of_bank(style, bank);
  for (const Edition& edition : bank.editions) tex += text_of_edition(style, bank, edition);
  for (const Item& item : bank.items) {
    if (given_number(item)) continue;
    const std::string id = key_value(item.id);  // as it stands in the .tex
    tex += fmt::format("\\listokitem{}{{{}}}\n", id.starts_with('{') ? id : "{" + id + "}",
                       item.number);
  }
  return tex;
}

std::string bank_style_of(const Bank& bank, std::string_view language, const Edition* edition) {
  const BankStyle style(bank, language);
  std::string tex = text_of_bank(style, bank);
  return edition == nullptr ? tex : tex + text_of_edition(style, bank, *edition);
}

std::vector<ImageFile> images_of_look(const Bank& bank) {
  std::vector<ImageFile> images;
  for_each_part(bank, [&](const RunningPart& part) {
    if (part.image.empty()) return;
    const ImageFile file{part.image, safe_file_name(part.image, part.set_as)};
    if (std::ranges::find(images, file) == images.end()) images.push_back(file);
  });
  return images;
}

}  // namespace listok::emitter
