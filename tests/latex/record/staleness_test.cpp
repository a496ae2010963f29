#include "latex/record/staleness.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/record/diagnostic_json.hpp"
#include "latex/record/record_json.hpp"

using namespace listok::latex;

namespace {

const Dependencies dependencies{{Dependency::tex, hash_of("a")},
                                {Dependency::class_files, hash_of("b")}};

Record known() {
  return {
      dependencies, hash_of("%PDF"), {100, 7, 8, 9}, 11, 11, 0.5, 1, 0.1, {}, {}, {}, {}, {}, {}};
}

std::string reason(const Dependencies& wanted, const Record* record, OnDisk disk,
                   bool force = false) {
  return reason_to_make(wanted, record, disk, force).value_or("up to date");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(reasons) {
  const Record record = known();
  const auto as_made = OnDisk::as_made;
  BOOST_TEST(reason(dependencies, &record, as_made) == "up to date");
  BOOST_TEST(reason(dependencies, nullptr, OnDisk::nothing) == "it is new");
  BOOST_TEST(reason(dependencies, nullptr, OnDisk::another) == "listok has no record of making it");
  BOOST_TEST(reason(dependencies, &record, OnDisk::nothing) == "its PDF is gone");
  BOOST_TEST(reason(dependencies, &record, OnDisk::another) ==
             "its PDF was changed by somebody else");
  BOOST_TEST(reason(dependencies, &record, OnDisk::without_synctex) ==
             "its `.synctex.gz` is gone, or is another");
  BOOST_TEST(reason(dependencies, &record, as_made, true) == "`--force` was given");
  for (const auto& [changed, told] :
       {std::pair(Dependency::tex, "its `.tex` changed"),
        std::pair(Dependency::class_files, "the class changed"),
        std::pair(Dependency::image, "an image changed"),
        std::pair(Dependency::size, "the size of all sheets changed")}) {
    Dependencies wanted = dependencies;
    wanted[changed] = hash_of("z");
    BOOST_TEST(reason(wanted, &record, as_made) == told);
    wanted = dependencies;
    wanted[changed] = {};
    if (!dependencies[changed].none()) BOOST_TEST(reason(wanted, &record, as_made) == told);
  }
}

BOOST_AUTO_TEST_CASE(the_record_survives_the_disk) {
  Record record = known();
  record.warnings = {"ru/x.md:3: \"quoted\" [overfull]"};
  Records records;
  read_record_lines(record_line("ru/x.pdf", record), records);
  BOOST_TEST((records == Records{{"ru/x.pdf", record}}));
  record.synctex = hash_of("packed");
  read_record_lines(record_line("ru/x.pdf", record), records);
  BOOST_TEST((records == Records{{"ru/x.pdf", record}}));
}

BOOST_AUTO_TEST_CASE(a_broken_line_is_passed_over) {
  const std::string sound = record_line("ru/x.pdf", known());
  for (const char* broken : {"", "{", "[]", "[1,\"a\",{}]", "[2,\"a\",{}]", "[2,7,{}]", "[2]"}) {
    Records records;
    read_record_lines(broken + std::string("\n") + sound + broken, records);
    BOOST_TEST((records == Records{{"ru/x.pdf", known()}}), broken);
  }
}

BOOST_AUTO_TEST_CASE(a_diagnostic_as_json) {
  listok::emitter::Diagnostic diagnostic;
  diagnostic.code = "unknown-section";
  diagnostic.message = "`Вопос` is not a section";
  diagnostic.file = "ru/a.md";
  diagnostic.line = 3;
  diagnostic.column = 4;
  diagnostic.length = 5;
  BOOST_TEST(diagnostic_json(diagnostic) ==
             R"({"severity":"error","code":"unknown-section","message":"`Вопос` is not a section",)"
             R"("file":"ru/a.md","line":3,"column":4,"length":5})");
}

BOOST_AUTO_TEST_CASE(a_diagnostic_is_kept_to_the_letter) {
  const listok::emitter::Diagnostic whole{listok::emitter::Severity::warning,
                                          "code",
                                          "a `\"quoted\"` thing",
                                          "a\ttab",
                                          "ru/a.md",
                                          3,
                                          4,
                                          5,
                                          "the line"};
  BOOST_TEST((read_kept_line(kept_line(whole)) == whole));
  for (const char* broken : {"", "[]", "[1,\"a\"]", "{}", "[1,2,3,4,5,6,7,8,9]"}) {
    BOOST_TEST(!read_kept_line(broken).has_value(), broken);
  }
}

BOOST_AUTO_TEST_SUITE_END()
