#include "latex/folder/output_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>

#include "latex/folder/pending_writes.hpp"
#include "tests/needs.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::needs_two_disks;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

struct Inside : Scratch {
  const Folder folder{path};

  std::size_t entries(const fs::path& name) const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path / name), {}));
  }
};

// What listok does with a file.
const std::vector<std::pair<const char*, std::function<void(const Folder&, const fs::path&)>>>
    deeds = {
        {"read", [](const Folder& folder, const fs::path& name) { folder.read(name); }},
        {"stamp", [](const Folder& folder, const fs::path& name) { folder.stamp(name); }},
        {"write", [](const Folder& folder, const fs::path& name) { folder.write(name, "new"); }},
        {"replace",
         [](const Folder& folder, const fs::path& name) { folder.replace(name, "new", "old"); }},
        {"append", [](const Folder& folder, const fs::path& name) { folder.append(name, "new"); }},
        {"resize", [](const Folder& folder, const fs::path& name) { folder.resize(name, 0); }},
        {"lock", [](const Folder& folder, const fs::path& name) { folder.open_lock(name); }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(folder_of_files, Inside)

BOOST_AUTO_TEST_CASE(the_same_bytes_are_not_written_again) {
  folder.write("f", "same");
  const auto before = folder.stamp("f");
  folder.write_if_changed("f", "same");
  BOOST_TEST((folder.stamp("f") == before));
  folder.write_if_changed("f", "other");
  BOOST_TEST((folder.stamp("f") != before));
}

BOOST_AUTO_TEST_CASE(many_files_are_written_in_their_order) {
  PendingWrites writes(path);
  for (int number = 0; number < 250; ++number) {  // more than are open at a time
    writes.add(fs::path("many") / std::to_string(number), std::to_string(number));
  }
  writes.add(fs::path("many") / "7", "last");
  writes.flush();
  writes.flush();  // nothing is left
  BOOST_TEST(std::distance(fs::directory_iterator(path / "many"), {}) == 250);
  BOOST_TEST(read_file(path / "many" / "249").value() == "249");
  BOOST_TEST(read_file(path / "many" / "7").value() == "last");
}

BOOST_AUTO_TEST_CASE(files_are_put_in_place) {
  write_scratch_file(path / "a", "new");
  write_file(path / "out" / "a", "old");
  const Move move{path / "a", "out/a"};
  folder.put({&move, 1});
  BOOST_TEST(read_file(path / "out" / "a").value() == "new");
  BOOST_TEST(!fs::exists(path / "a"));
  BOOST_CHECK_THROW(folder.put({&move, 1}), Trouble);
  BOOST_TEST(read_file(path / "out" / "a").value() == "new");
}

BOOST_AUTO_TEST_CASE(a_file_moves_to_another_disk, needs_two_disks()) {
  write_scratch_file(path / "a", "new");
  fs::create_directory_symlink("/dev/shm", path / "disk");
  const Move move{path / "a", "listok-test-" + path.filename().string()};
  const Folder disk(path / "disk");  // the folder itself may be reached by a link
  disk.put({&move, 1});
  BOOST_TEST(disk.read(move.to).value() == "new");
  BOOST_TEST(!fs::exists(path / "a"));
  disk.remove(move.to);
}

BOOST_AUTO_TEST_CASE(no_link_is_followed_whatever_is_done) {
  const Scratch outside;
  write_file(outside.path / "canary", "old");
  fs::create_directory_symlink(outside.path, path / "folder");
  fs::create_symlink(outside.path / "canary", path / "file");
  fs::create_symlink(outside.path / "none", path / "dangling");
  fs::create_directories(path / "deep");
  fs::create_directory_symlink(outside.path, path / "deep/folder");
  for (const auto& [deed, act] : deeds) {
    for (const char* name :
         {"folder/canary", "folder/new", "file", "dangling", "deep/folder/canary", "folder"}) {
      BOOST_CHECK_EXCEPTION(act(folder, name), Obstacle, [&](const Obstacle& obstacle) {
        const std::string said = obstacle.what();
        const bool told = said.find("is a symbolic link") != std::string::npos;
        BOOST_TEST(told, deed << " " << name << ": " << said);
        return std::string_view(name).starts_with(
            fs::path(obstacle.at()).lexically_relative(path).string());
      });
    }
  }
  BOOST_CHECK_THROW(folder.list("folder"), Obstacle);
  BOOST_CHECK_THROW(folder.make("folder/new"), Obstacle);
  BOOST_CHECK_THROW(folder.remove("folder/canary"), Obstacle);
  BOOST_CHECK_THROW(folder.remove("folder/canary", "old"), Obstacle);
  BOOST_CHECK_THROW(folder.remove_folder("folder"), Obstacle);
  BOOST_TEST(read_file(outside.path / "canary").value() == "old");
  BOOST_TEST(std::distance(fs::directory_iterator(outside.path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(no_name_leads_out) {
  write_file(path / "canary", "old");
  const Folder inner(path / "inner");
  inner.write("a", "x");
  for (const auto& [deed, act] : deeds) {
    BOOST_CHECK_THROW(act(inner, "../canary"), Trouble);
    BOOST_CHECK_THROW(act(inner, path / "canary"), Trouble);
  }
  BOOST_TEST(read_file(path / "canary").value() == "old");
}

BOOST_AUTO_TEST_CASE(nothing_but_files_is_opened) {
  BOOST_REQUIRE(::mkfifo((path / "pipe").c_str(), 0600) == 0);
  fs::create_directory(path / "folder");
  for (const auto& [deed, act] : deeds) {
    BOOST_CHECK_EXCEPTION(act(folder, "pipe"), Obstacle, [](const Obstacle& obstacle) {
      return std::string_view(obstacle.what()).find("is a pipe") != std::string_view::npos;
    });
    BOOST_CHECK_THROW(act(folder, "folder"), Trouble);
    BOOST_CHECK_THROW(act(folder, "pipe/below"), Obstacle);
  }
  BOOST_TEST(fs::is_fifo(path / "pipe"));
  BOOST_TEST(entries({}) == 2U);
  BOOST_REQUIRE(::mknod((path / "socket").c_str(), S_IFSOCK | 0600, 0) == 0);
  BOOST_CHECK_EXCEPTION(folder.read("socket"), Obstacle, [](const Obstacle& obstacle) {
    return std::string_view(obstacle.what()).find("is a socket") != std::string_view::npos;
  });
}

BOOST_AUTO_TEST_CASE(what_is_in_a_folder_is_told_by_its_kind) {
  write_file(path / "d/file", "x");
  fs::create_directory(path / "d/folder");
  fs::create_symlink("file", path / "d/link");
  auto entries = folder.list("d");
  std::ranges::sort(entries, {}, &Entry::name);
  BOOST_REQUIRE(entries.size() == 3U);
  BOOST_TEST((entries[0].name == "file" && entries[0].kind == Entry::Kind::file));
  BOOST_TEST((entries[1].name == "folder" && entries[1].kind == Entry::Kind::folder));
  BOOST_TEST((entries[2].name == "link" && entries[2].kind == Entry::Kind::other));
  BOOST_TEST(folder.list("none").empty());
  BOOST_TEST(Folder(path / "none").list().empty());
}

BOOST_AUTO_TEST_CASE(what_somebody_saved_meanwhile_stays) {
  write_file(path / "f", "saved");
  BOOST_TEST(!folder.replace("f", "new", "read"));
  BOOST_TEST(read_file(path / "f").value() == "saved");
  BOOST_TEST(!folder.replace("f", "new", std::nullopt));  // it was not there when it was looked for
  BOOST_TEST(read_file(path / "f").value() == "saved");
  BOOST_TEST(folder.replace("f", "new", "saved"));
  BOOST_TEST(folder.replace("f", "new", "read"));  // another listok has written the same
  BOOST_TEST(read_file(path / "f").value() == "new");
  BOOST_TEST(folder.replace("g", "new", "it was deleted"));
  BOOST_TEST(read_file(path / "g").value() == "new");
  BOOST_TEST(folder.replace("h", "new", std::nullopt));
  BOOST_TEST(entries({}) == 3U);  // no draft is left

  folder.remove("f", "other");
  BOOST_TEST(read_file(path / "f").value() == "new");
  folder.remove("f", "new");
  folder.remove("none", "new");
  BOOST_TEST(entries({}) == 2U);
}

BOOST_AUTO_TEST_CASE(what_follows_a_file_that_stays_is_not_written) {
  write_file(path / "a", "saved");
  PendingWrites writes(path);
  writes.replace("a", "new", "read");
  writes.follow("base/a", "new");
  writes.replace("b", "new", std::nullopt);
  writes.follow("base/b", "new");
  writes.flush();
  BOOST_REQUIRE(writes.kept().size() == 1U);
  BOOST_TEST(writes.kept()[0] == "a");
  BOOST_TEST(read_file(path / "a").value() == "saved");
  BOOST_TEST(!fs::exists(path / "base/a"));
  BOOST_TEST(read_file(path / "base/b").value() == "new");
}

BOOST_AUTO_TEST_SUITE_END()
