// The entry point of the tests that set real sheets: nothing of them can be run on a machine that
// lacks the engine or the tools that look into a PDF. Exit status 77: it does.
#define BOOST_TEST_NO_MAIN
#include <boost/test/unit_test.hpp>
#include <cstdio>

#include "latex/system/programs.hpp"

namespace {

bool name_the_whole() {
  boost::unit_test::framework::master_test_suite().p_name.value = "listok";
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  for (const char* program :
       {"xelatex", "xdvipdfmx", "pdftotext", "pdfinfo", "pdffonts", "pdftoppm", "qpdf"}) {
    if (listok::latex::find_program(program)) continue;
    std::printf("SKIPPED: %s is not installed\n", program);
    return 77;
  }
  return boost::unit_test::unit_test_main(&name_the_whole, count, arguments);
}
