#include "latex/base/shard.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(shards)

BOOST_AUTO_TEST_CASE(every_item_is_in_one) {
  for (std::size_t index = 0; index < 20; ++index) {
    std::string shards;
    for (std::size_t number = 1; number <= 3; ++number) {
      const Shard shard{number, 3};
      if (shard.has(index)) shards += shard.name();
    }
    BOOST_TEST(shards == std::to_string(index % 3 + 1) + "-of-3");
  }
}

BOOST_AUTO_TEST_CASE(their_names) {
  const auto is_report = [](std::string_view name) {
    return is_of_shard(name, "report-", ".json");
  };
  for (const char* name : {"report-1-of-2.json", "report-07-of-10000.json"}) {
    BOOST_TEST(is_report(name), name);
  }
  for (const char* name :
       {"", "report-", "report.json", "report-1-of-2", "report-1-of-2.jsonl", "report-1-of-.json",
        "report--of-2.json", "report-1-2.json", "report-1-of-2x.json", "my-report-1-of-2.json"}) {
    BOOST_TEST(!is_report(name), name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
