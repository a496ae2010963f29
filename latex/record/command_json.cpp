#include "latex/record/command_json.hpp"

#include "latex/record/json.hpp"

namespace listok::latex {

std::string item_json(const ItemLine& item) {
  json::object titles, files;
  json::array broken;
  for (const ItemLine::File& file : item.files) {
    titles[file.language] = file.title;
    files[file.language] = file.name;
    if (file.broken) broken.emplace_back(file.language);
  }
  json::object object{{"number", item.number}, {"id", item.id}};
  if (!item.difficulty.empty()) object["difficulty"] = item.difficulty;
  object["tags"] = strings(item.tags);
  object["titles"] = std::move(titles);
  object["files"] = std::move(files);
  object["broken"] = std::move(broken);
  return json::serialize(object);
}

std::string edited_json(const EditedSheet& sheet, const std::filesystem::path& output,
                        const std::optional<ShortDiff>& changed) {
  json::object object{{"state", name_of(sheet.state)},
                      {"id", sheet.id},
                      {"folder", sheet.folder},
                      {"file", (output / sheet.file).string()}};
  if (changed) {
    object["added"] = changed->added;
    object["removed"] = changed->removed;
  }
  return json::serialize(object);
}

std::string diff_json(const std::filesystem::path& file, const std::string& diff) {
  return json::serialize(json::object{{"file", file.string()}, {"diff", diff}});
}

}  // namespace listok::latex
