#include "cli/run.hpp"

int main(int count, char** arguments) { return listok::cli::run(count, arguments); }
