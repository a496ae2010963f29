#include "emitter/base/file_stamp.hpp"

#include <sys/stat.h>

namespace listok::emitter {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Stamp stamp_of(const struct stat& info) {
  return {static_cast<std::uintmax_t>(info.st_size), nanoseconds(info.st_mtim),
          nanoseconds(info.st_ctim), info.st_ino};
}

std::optional<Stamp> stamp(const std::string& file) {
  struct stat info{};
  if (::stat(file.c_str(), &info) != 0) return std::nullopt;
  return stamp_of(info);
}

void see(const std::filesystem::path& file, Sightings& seen) {
  const auto [entry, added] = seen.try_emplace(file.string());
  if (added) entry->second = stamp(file).value_or(Stamp{});
}

}  // namespace listok::emitter
