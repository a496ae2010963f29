#include "latex/folder/pending_writes.hpp"

namespace listok::latex {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_waiting = 200;

}  // namespace

void PendingWrites::add(One one) {
  if (files_.size() >= most_waiting && !one.follows) flush();
  files_.push_back(std::move(one));
}

void PendingWrites::add(fs::path file, std::string bytes) {
  add({std::move(file), std::move(bytes), std::nullopt, false});
}

void PendingWrites::replace(fs::path file, std::string bytes, Expected expected) {
  add({std::move(file), std::move(bytes), std::move(expected), false});
}

void PendingWrites::follow(fs::path file, std::string bytes) {
  add({std::move(file), std::move(bytes), std::nullopt, true});
}

void PendingWrites::flush() {
  std::vector<FileText> texts;
  for (const One& one : files_) {
    texts.push_back({one.file, one.bytes, one.expected ? &*one.expected : nullptr, one.follows});
  }
  for (fs::path& file : folder_.write(texts)) kept_.push_back(std::move(file));
  files_.clear();
}

}  // namespace listok::latex
