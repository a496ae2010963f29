#include "latex/log/missing_face.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/log/tex_errors.hpp"

using namespace listok::latex;

namespace {

TexMessage error(std::string text) {
  TexMessage message;
  message.text = std::move(text);
  return message;
}

std::string texts(const std::vector<TexMessage>& messages) {
  std::string all;
  for (const TexMessage& message : messages) all += message.text + "\n";
  return all;
}

const std::string of_class = "Class listok Error: The font `Latin Modern Math' is not installed.";
const std::string of_tex =
    "Font \\listok@mathfont@11=\"Latin Modern Math:script=math\" at 11.77008pt not loadable: "
    "Metric (TFM) file or installed font not found.";
const std::string of_fontspec = "Package fontspec Error: The font \"Foo Sans\" cannot be found.";

}  // namespace

BOOST_AUTO_TEST_SUITE(missing_faces)

BOOST_AUTO_TEST_CASE(their_names) {
  const std::pair<std::string, const char*> rows[] = {
      {of_class, "Latin Modern Math"},
      {of_tex, "Latin Modern Math"},
      {of_fontspec, "Foo Sans"},
      {"Font TU/STIXGeneral/m/n/11=STIXGeneral at 11.0pt not loadable: Metric (TFM) file or "
       "installed font not found.",
       "STIXGeneral"},
      {"Font TU/DejaVu Sans/m/n/11=\"DejaVu Sans\" at 11.0pt not loadable: Metric (TFM) file or "
       "installed font not found.",
       "DejaVu Sans"},
      {"Font \\x=\"[canary.otf]\" not loadable: Metric (TFM) file or installed font not found.",
       ""},
      {"Undefined control sequence.", ""},
      {"Class listok Error: There is no paper `a3'.", ""},
      {"Missing character: There is no W (\"57) in font nullfont!", ""},
  };
  for (const auto& [text, face] : rows) BOOST_TEST(missing_face(text) == face, text);
  const PlainWords words = in_plain_words(error(of_fontspec));
  BOOST_TEST(words.code == "missing-face");
  BOOST_TEST(words.message == "the face `Foo Sans` is not installed");
}

BOOST_AUTO_TEST_CASE(what_follows_from_one_is_not_told) {
  const std::string lost = "Missing character: There is no W (\"57) in font nullfont!";
  const std::string formula = "Math formula deleted: Insufficient symbol fonts.";
  const std::string other = "Undefined control sequence.";
  std::vector<TexMessage> messages{error(of_class), error(of_tex), error(of_tex), error(lost),
                                   error(formula),  error(other),  error(lost)};
  drop_what_follows(messages, false);
  BOOST_TEST(texts(messages) == of_class + "\n" + other + "\n");
  std::vector<TexMessage> of_neighbour{error(lost), error(other)};
  drop_what_follows(of_neighbour, true);
  BOOST_TEST(texts(of_neighbour) == other + "\n");
  std::vector<TexMessage> without_cause{error(lost)};
  drop_what_follows(without_cause, false);
  BOOST_TEST(texts(without_cause) == lost + "\n");
}

BOOST_AUTO_TEST_SUITE_END()
