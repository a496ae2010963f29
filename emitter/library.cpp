#include <algorithm>

#include "emitter/bank/load.hpp"
#include "emitter/tex/emit.hpp"
#include "listok/emitter.hpp"

namespace listok {

struct Bank::Content {
  emitter::Loaded loaded;
};

namespace {

Sheet sheet_of(const emitter::Bank& bank, const emitter::Item& item,
               const emitter::Translation& translation) {
  emitter::Emitted emitted = emitter::emit(bank, item, translation);
  Sheet sheet{item.id,
              translation.language,
              bank.folder / translation.path,
              item.number,
              emitter::plain_text(translation.title, *translation.source),
              translation.tags,
              translation.difficulty,
              std::move(emitted.tex),
              std::move(emitted.line_map),
              {},
              std::move(emitted.diagnostics)};
  for (const emitter::ImageFile& image : emitted.images) {
    sheet.pictures.push_back({bank.folder / image.from, image.to});
  }
  return sheet;
}

}  // namespace

Bank::Bank(const std::filesystem::path& folder)
    : content_(std::make_shared<Content>(Content{emitter::load(folder)})) {}

bool Bank::usable() const { return content_->loaded.bank.has_value(); }

const Diagnostics& Bank::diagnostics() const { return content_->loaded.diagnostics; }

std::vector<std::string> Bank::languages() const {
  return usable() ? content_->loaded.bank->languages : std::vector<std::string>{};
}

std::vector<std::string> Bank::ids() const {
  std::vector<std::string> ids;
  if (!usable()) return ids;
  for (const emitter::Item& item : content_->loaded.bank->items) ids.push_back(item.id);
  return ids;
}

std::string Bank::title(std::string_view language) const {
  if (!usable()) return {};
  const emitter::Words& titles = content_->loaded.bank->title;
  const auto found = titles.find(std::string(language));
  return found == titles.end() ? "" : found->second;
}

std::optional<Sheet> Bank::sheet(std::string_view id, std::string_view language) const {
  if (!usable()) return std::nullopt;
  const auto& items = content_->loaded.bank->items;
  const auto item = std::find_if(items.begin(), items.end(),
                                 [&](const emitter::Item& one) { return one.id == id; });
  if (item == items.end()) return std::nullopt;
  const emitter::Translation* translation = item->in(language);
  if (translation == nullptr || translation->broken) return std::nullopt;
  return sheet_of(*content_->loaded.bank, *item, *translation);
}

std::vector<Sheet> Bank::sheets(std::string_view language) const {
  std::vector<Sheet> all;
  for (const std::string& id : ids()) {
    if (auto found = sheet(id, language)) all.push_back(std::move(*found));
  }
  return all;
}

}  // namespace listok
