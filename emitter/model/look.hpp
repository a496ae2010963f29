// What the pages of a bank look like, but for faces: colours, margins, head and foot.
// In: none. Out: values; lengths are in mm. Errors: none.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

using Words = std::map<std::string, std::string>;  // language -> text

// From the edges of the paper; what is not said is as usual for the paper.
struct Margins {
  std::optional<double> left{}, right{}, top{}, bottom{};
  double binding = 0;  // more at the left: holes, a comb

  bool operator==(const Margins&) const = default;
};

// The line under the title.
enum class Facts { all, none, tags, difficulty };
// In listok.yaml and for the class, in this order.
inline constexpr std::array<std::string_view, 4> names_of_facts{"all", "none", "tags",
                                                                "difficulty"};

// Where lines end: at the margin, but in narrow columns; at the margin; where words do.
enum class LineEnds { usual, justified, ragged };
inline constexpr std::array<std::string_view, 3> names_of_line_ends{"auto", "justified", "ragged"};

struct Look {
  std::string accent;  // six hexadecimal digits; empty: that of the class
  LineEnds text = LineEnds::usual;
  Words number;  // with {n}: "Problem {n}."; empty: the number alone
  Facts facts = Facts::all;
  bool fields = false;  // whether the lines to fill in are shown

  bool operator==(const Look&) const = default;
};

// One of the three places in a head or a foot: words with placeholders, or a picture.
struct RunningPart {
  Words words{};
  std::string image{};   // relative to the bank's folder, checked to exist there
  std::string set_as{};  // the ending of what is set, as in Image
  double height = 0;     // of the picture
  Span at{};             // in listok.yaml

  bool empty() const { return words.empty() && image.empty(); }
};

// `book:` of listok.yaml: what a book of sheets has beside them.
struct BookLook {
  bool two_sided = false;  // the binding is at the right of even pages
  bool cover = false;

  bool operator==(const BookLook&) const = default;
};

struct Running {
  RunningPart left{}, center{}, right{};

  bool empty() const { return left.empty() && center.empty() && right.empty(); }
};

}  // namespace listok::emitter
