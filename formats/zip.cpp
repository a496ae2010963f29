#include "formats/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "pictures/base/lazy_library.hpp"

namespace listok::formats {
namespace {

struct Library {
  pictures::LazyLibrary library{"libarchive.so.13"};
  decltype(&archive_write_new) make = library["archive_write_new"];
  decltype(&archive_write_free) release = library["archive_write_free"];
  decltype(&archive_write_set_format_zip) as_zip = library["archive_write_set_format_zip"];
  decltype(&archive_write_set_options) set_options = library["archive_write_set_options"];
  decltype(&archive_write_set_bytes_in_last_block) set_last_block =
      library["archive_write_set_bytes_in_last_block"];
  decltype(&archive_write_open2) open = library["archive_write_open2"];
  decltype(&archive_write_header) begin_entry = library["archive_write_header"];
  decltype(&archive_write_data) add = library["archive_write_data"];
  decltype(&archive_write_close) close = library["archive_write_close"];
  decltype(&archive_error_string) words_of = library["archive_error_string"];
  decltype(&archive_entry_new) make_entry = library["archive_entry_new"];
  decltype(&archive_entry_free) release_entry = library["archive_entry_free"];
  decltype(&archive_entry_set_pathname) set_name = library["archive_entry_set_pathname"];
  decltype(&archive_entry_set_filetype) set_type = library["archive_entry_set_filetype"];
  decltype(&archive_entry_set_perm) set_permissions = library["archive_entry_set_perm"];
  decltype(&archive_entry_set_size) set_size = library["archive_entry_set_size"];
};

const Library& libarchive() {
  static const Library loaded;
  return loaded;
}

// libarchive takes names to be in the encoding of the locale; this one is there on every machine.
class Utf8Names {
 public:
  Utf8Names() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  ~Utf8Names() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

la_ssize_t append(archive*, void* bytes, const void* more, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
  return static_cast<la_ssize_t>(size);
}

class Writer {
 public:
  Writer() : archive_(libarchive().make(), libarchive().release) {
    const auto& library = libarchive();
    check(library.as_zip(archive_.get()));
    check(library.set_options(archive_.get(), "hdrcharset=UTF-8"));
    check(library.set_last_block(archive_.get(), 1));  // else it is filled up, as on a tape
    check(library.open(archive_.get(), &bytes_, nullptr, append, nullptr, nullptr));
  }

  // Without a date an entry has the first that zip knows, wherever it is made.
  void add(const ZipEntry& entry) {
    const auto& library = libarchive();
    const std::unique_ptr<archive_entry, decltype(library.release_entry)> head(
        library.make_entry(), library.release_entry);
    library.set_name(head.get(), entry.name.c_str());
    library.set_type(head.get(), AE_IFREG);
    library.set_permissions(head.get(), 0644);
    library.set_size(head.get(), static_cast<la_int64_t>(entry.bytes.size()));
    check(library.begin_entry(archive_.get(), head.get()));
    const auto added = library.add(archive_.get(), entry.bytes.data(), entry.bytes.size());
    if (added != static_cast<la_ssize_t>(entry.bytes.size())) check(ARCHIVE_FATAL);
  }

  std::string take() {
    check(libarchive().close(archive_.get()));
    return std::move(bytes_);
  }

 private:
  // Warnings, too: an archive with another name in it than was asked for is none.
  void check(int result) {
    if (result == ARCHIVE_OK) return;
    const char* words = libarchive().words_of(archive_.get());
    throw std::runtime_error(std::string("libarchive cannot pack: ") +
                             (words == nullptr ? "it does not say why" : words));
  }

  std::string bytes_;
  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
};

}  // namespace

std::optional<std::string> zip(std::vector<ZipEntry> entries) {
  if (!libarchive().library.whole()) return std::nullopt;
  std::ranges::sort(entries, {}, &ZipEntry::name);
  const Utf8Names names;
  Writer writer;
  for (const ZipEntry& entry : entries) writer.add(entry);
  return writer.take();
}

}  // namespace listok::formats
