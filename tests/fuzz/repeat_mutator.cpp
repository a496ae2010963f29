// A mutation that libFuzzer lacks: a stretch of the input is repeated until it is long. What takes
// quadratic time shows itself only on such inputs.
#include <algorithm>
#include <cstdint>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  std::minstd_rand random(seed);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  constexpr std::size_t one_in = 1024;
  if (size == 0 || size >= most || below(one_in) != 0) return LLVMFuzzerMutate(data, size, most);
  constexpr std::size_t longest_stretch = 12;
  const std::size_t begin = below(size);
  const std::size_t stretch = 1 + below(std::min(longest_stretch, size - begin));
  const std::size_t added = std::min(most - size, stretch * (1 + below(4096)));
  std::copy_backward(data + begin + stretch, data + size, data + size + added);
  for (std::size_t i = 0; i < added; ++i) data[begin + stretch + i] = data[begin + i];
  return size + added;
}
