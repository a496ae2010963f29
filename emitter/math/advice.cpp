#include "emitter/math/advice.hpp"

#include <algorithm>

namespace listok::emitter {

namespace {

struct Advice {
  std::string_view names;  // separated by spaces
  std::string_view hint;
};

constexpr Advice advice[] = {
    {"newcommand renewcommand providecommand DeclareMathOperator def let gdef edef",
     "nothing can be defined in a formula: write it out"},
    {"ref eqref",
     "formulas have no numbers: name the formula in the text, or edit the .tex by hand"},
    {"genfrac above brace brack", "write `\\frac`, `\\binom` or `\\substack`"},
    {"verb", "write `\\mathtt{x}`"},
    {"rank rk sgn sign tr Tr diag Var Cov Corr E P span supp rot grad const id sinc softmax",
     "write `\\operatorname{rank}`, or give it a name under `macros:` in listok.yaml"},
    {"tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath",
     "remove it: a formula has the size of the text around it"},
    {"overparen underparen overbracket underbracket overgroup undergroup utilde",
     "write `\\overbrace`, `\\underbrace`, `\\overline` or `\\underline`"},
    {"llap rlap clap phase angl sout", "write the formula without it"},
    {"CD tikzcd tikzpicture", "draw it, and put it in as a picture"},
    {"dv pdv dd odv odif", "write it with `\\frac` and `\\,d`: `\\frac{df}{dx}`"},
    {"abs", "write `\\lvert x \\rvert`"},
    {"norm", "write `\\lVert x \\rVert`"},
    {"eval", "write `\\left. f \\right|_0^1`"},
    {"bra ket braket", "write `\\langle \\psi |`, `| \\psi \\rangle`"},
    {"SI si qty num unit ang", "write number and unit: `3\\,\\text{m/s}`"},
    {"ce cf", "write the formula of chemistry as text, `H₂O`, or with `\\mathrm{H_2O}`"},
    {"cancel bcancel xcancel slashed", "say it in words: nothing is struck out in formulas"},
    {"colorbox fcolorbox", "sheets are printed in black: use `\\boxed` or `\\underbrace`"},
    {"vspace kern mskip mkern hskip hfill rule raisebox",
     "there are no lengths in formulas: use `\\,`, `\\quad` or `\\qquad`"},
    {"newline", "write `\\\\` between `\\begin{aligned}` and `\\end{aligned}`"},
    {"includegraphics", "write `![what it shows](file.png)` in a paragraph of its own"},
    {"href url footnote cite", "end the formula and say it in the text"},
    {"indep", "write `\\perp\\!\\!\\!\\perp`"},
    {"prescript sideset", "write `{}^{14}_{6}\\mathrm{C}`"},
    {"hbox ensuremath", "write `\\text{…}`"},
    {"varDelta varGamma varOmega varTheta varLambda varSigma varPhi varPsi",
     "write it without `var`"},
    {"( ) [ ]", "the dollars begin and end the formula: remove it"},
};

bool names(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == name) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace

std::string_view math_advice(std::string_view name) {
  const auto* found =
      std::ranges::find_if(advice, [name](const Advice& one) { return names(one.names, name); });
  return found != std::end(advice) ? found->hint : std::string_view{};
}

}  // namespace listok::emitter
