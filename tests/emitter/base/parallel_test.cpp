#include "emitter/base/parallel.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <vector>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(parallel)

BOOST_AUTO_TEST_CASE(every_number_has_its_turn) {
  std::vector<std::atomic<int>> turns(1000);
  in_parallel(turns.size(), [&](std::size_t number) { ++turns[number]; });
  for (const auto& turn : turns) BOOST_TEST(turn == 1);
  in_parallel(0, [](std::size_t) { BOOST_ERROR("there is nothing to do"); });
}

BOOST_AUTO_TEST_CASE(what_a_thread_throws_comes_back_and_ends_the_others) {
  std::atomic<std::size_t> done = 0;
  const auto work = [&](std::size_t number) {
    if (number == 10) throw std::runtime_error("the disk is full");
    ++done;
  };
  BOOST_CHECK_EXCEPTION(in_parallel(10'000'000, work), std::runtime_error,
                        [](const std::runtime_error& error) {
                          return error.what() == std::string("the disk is full");
                        });
  BOOST_TEST(done < 10'000'000U - 1);
}

BOOST_AUTO_TEST_SUITE_END()
