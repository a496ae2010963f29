// Prints what is wrong with a bank, and how long the .tex of each sheet is.
#include <iostream>
#include <listok/emitter.hpp>

int main(int, char** arguments) {
  const listok::Bank bank(arguments[1]);
  for (const auto& diagnostic : bank.diagnostics())
    std::cerr << format_diagnostic(diagnostic, false);
  for (const std::string& language : bank.languages()) {
    for (const listok::Sheet& sheet : bank.sheets(language)) {
      std::cout << language << '/' << sheet.id << ".tex: " << sheet.tex.size() << " bytes\n";
    }
  }
  return bank.usable() && !has_errors(bank.diagnostics()) ? 0 : 1;
}
