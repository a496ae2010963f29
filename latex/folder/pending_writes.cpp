#include "latex/folder/pending_writes.hpp"

namespace listok::latex {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_waiting = 200;

}  // namespace

void Writes::add(One one) {
  if (files_.size() >= most_waiting && !one.follows) flush();
  files_.push_back(std::move(one));
}

void Writes::add(fs::path file, std::string bytes) {
  add({std::move(file), std::move(bytes), std::nullopt, false});
}

void Writes::replace(fs::path file, std::string bytes, Expected expected) {
  add({std::move(file), std::move(bytes), std::move(expected), false});
}

void Writes::follow(fs::path file, std::string bytes) {
  add({std::move(file), std::move(bytes), std::nullopt, true});
}

void Writes::flush() {
  std::vector<FileText> texts;
  for (const One& one : files_) {
    texts.push_back({one.file, one.bytes, one.expected ? &*one.expected : nullptr, one.follows});
  }
  for (fs::path& file : folder_.write(texts)) kept_.push_back(std::move(file));
  files_.clear();
}

}  // namespace listok::latex
