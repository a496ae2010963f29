#include "cli/console/output.hpp"
#include "cli/run.hpp"
#include "latex/pictures/picture_child.hpp"

int main(int count, char** arguments) {
  listok::cli::hold_standard_streams();
  if (count == 2 && arguments[1] == listok::latex::picture_child_argument) {
    listok::latex::look_into_pictures();
  }
  return listok::cli::run(count, arguments);
}
