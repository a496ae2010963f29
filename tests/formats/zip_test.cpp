#include "formats/zip.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <ctime>

using namespace listok::formats;

namespace {

// The flags in the local head of the entry `name`.
unsigned flags_of(const std::string& archive, const std::string& name) {
  constexpr std::size_t head = 30;  // bytes before the name; APPNOTE 4.3.7
  const std::size_t at = archive.find(name);
  BOOST_TEST_REQUIRE(at >= head);
  BOOST_TEST(archive.substr(at - head, 4) == "PK\x03\x04");
  return static_cast<unsigned char>(archive[at - head + 6]) +
         256U * static_cast<unsigned char>(archive[at - head + 7]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zip_archives)

BOOST_AUTO_TEST_CASE(names_are_utf8_in_any_locale) {
  constexpr unsigned utf8 = 1U << 11;  // APPNOTE 4.4.4
  ::setenv("LC_ALL", "C", 1);
  const auto archive = zip({{"ru/вопрос.tex", "text"}});
  BOOST_TEST_REQUIRE(archive.has_value());
  BOOST_TEST((flags_of(*archive, "ru/вопрос.tex") & utf8) != 0U);
}

BOOST_AUTO_TEST_CASE(the_same_files_give_the_same_bytes) {
  const auto one = zip({{"b", "2"}, {"a/c", std::string(100'000, 'x')}, {"empty", ""}});
  ::setenv("TZ", "Asia/Tokyo", 1);
  ::tzset();
  const auto two = zip({{"empty", ""}, {"a/c", std::string(100'000, 'x')}, {"b", "2"}});
  ::unsetenv("TZ");
  BOOST_TEST((one == two));
  BOOST_TEST(one->size() < 2'000U);  // packed
  BOOST_TEST(one->find("a/c") < one->find("empty"));
}

BOOST_AUTO_TEST_CASE(no_files) { BOOST_TEST(zip({})->starts_with("PK\x05\x06")); }

BOOST_AUTO_TEST_SUITE_END()
