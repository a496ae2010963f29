// Numbers of lists as they are written.
#include "emitter/markdown/list_numbers.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/emitter/markdown_cases.hpp"

using namespace listok::tests;

BOOST_AUTO_TEST_SUITE(list_numbers)

BOOST_AUTO_TEST_CASE(counted_on_or_kept) {
  check({
      {"1. a\n2. b\n3. c", "ol1[p(a)][p(b)][p(c)]", ""},
      {"1. a\n1. b\n1. c", "ol1[p(a)][p(b)][p(c)]", ""},
      {"7) a\n7) b", "ol7)[p(a)][p(b)]", ""},
      {"2019. a\n\n2024. b", "ol2019 loose[p(a)] ol2024 loose[p(b)]", "kept-numbers 3:1+5"},
      {"1. a\n2. b\n4. c\n10. d\n11. e", "ol1[p(a)][p(b)] ol4[p(c)] ol10[p(d)][p(e)]",
       "kept-numbers 3:1+2"},
      {"10000) a\n\n1) b", "ol10000) loose[p(a)] ol1) loose[p(b)]", "kept-numbers 3:1+2"},
      {"3. a\n2. b\n1. c", "ol3[p(a)] ol2[p(b)] ol1[p(c)]", "kept-numbers 2:1+2"},
      {"- x\n  1. a\n  3. **b** c", "ul[p(x) ol1[p(a)] ol3[p(strong(b) c)]]", "kept-numbers 3:3+2"},
      {"> 1. a\n> 3. `b`", "quote(ol1[p(a)] ol3[p(`b`)])", "kept-numbers 2:3+2"},
      {"- 1. a\n  3. b", "ul[ol1[p(a)] ol3[p(b)]]", "kept-numbers 2:3+2"},
      // below a line of text
      {"Ещё:\n3. a\n4. b", "p(Ещё:) ol3[p(a)][p(b)]", ""},
      {"> Ещё:\n> 3) a\n> 4) b", "quote(p(Ещё:) ol3)[p(a)][p(b)])", ""},
      {"- x:\n  3. a\n  4. b", "ul loose[p(x:) ol3[p(a)][p(b)]]", ""},
      {"1. x:\n2. a\n3. b", "ol1[p(x:)][p(a)][p(b)]", ""},
      {"Ещё:\n3. a\n5. b", "p(Ещё: 3. a 5. b)", ""},
      {"в пункте\n3. a и\n4. b", "p(в пункте 3. a и 4. b)", ""},
      {"```\nx:\n3. a\n4. b\n```", "code(: x:\n3. a\n4. b\n)", ""},
      // where a number is not found it counts on
      {"1. a\n2. ```\n   b\n   ```\n3. c", "ol1[p(a)][code(: b\n)][p(c)]", ""},
      {"1. a\n2.\n3. c", "ol1[p(a)][][p(c)]", ""},
      {"1. 5. a\n2. b", "ol1[ol5[p(a)]][p(b)]", ""},
      {"1. - 2024. a\n2. b", "ol1[ul[ol2024[p(a)]]][p(b)]", ""},
      {"1. [x] a\n2. 10. b", "ol1[☑ p(a)][ol10[p(b)]]", ""},
      {"1. a\n2. 2024 b", "ol1[p(a)][p(2024 b)]", ""},
      {"<ol><li>a</li><li>5. b</li></ol>", "ol1[p(a)][p(5. b)]", ""},
  });
}

BOOST_AUTO_TEST_SUITE_END()
