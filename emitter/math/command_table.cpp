#include "emitter/math/command_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "emitter/math/command_spellings.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr MathGroup groups[] = {
    {"Greek letters", MathKind::symbol,
     "alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ "
     "iota=ι kappa=κ lambda=λ mu=μµ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς "
     "tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ∆ Theta=Θ Lambda=Λ "
     "Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=ΩΩ"},
    {"Letters and signs", MathKind::symbol,
     "infty=∞ partial=∂ nabla=∇ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ imath=ı jmath=ȷ forall=∀ "
     "exists=∃ nexists=∄ emptyset=∅ varnothing neg=¬ lnot top=⊤ bot=⊥ angle=∠ triangle=△ "
     "square=□ prime backslash vdots=⋮ ddots=⋱ cdots=⋯ ldots dots=… dotsc dotsb "
     "checkmark=✓ clubsuit=♣ diamondsuit=♢ heartsuit=♡ spadesuit=♠ dagger=† "
     "ddagger=‡ surd % # $ & _ { } | lbrace rbrace lbrack rbrack vert Vert=‖ lvert rvert "
     "lVert rVert langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ colon complement=∁ "
     "hslash varkappa=ϰ AA=Å S=§ Box Diamond lozenge=◊ blacksquare=■ mathstrut dotsi dotsm dotso R "
     "N Z Q C Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu Omicron omicron Rho Tau Chi thetasym "
     "beth=ℶ gimel=ℷ daleth=ℸ wp=℘ weierp mho=℧ degree measuredangle=∡ sphericalangle=∢ flat=♭ "
     "natural=♮ sharp=♯ maltese=✠ backprime=‵ dag ddag infin empty exist alef alefsym ang lang "
     "rang "
     "lBrack=⟦ rBrack=⟧ llbracket rrbracket lgroup=⟮ rgroup=⟯ ulcorner=⌜ urcorner=⌝ llcorner=⌞ "
     "lrcorner=⌟ real image reals Reals natnums Complex cnums hearts clubs spades diamonds ldotp "
     "And"},
    {"Functions", MathKind::symbol,
     "arccos arcctg arcsin arctan arctg arg ch cos cosec ctg cth sh tg th cosh cot coth csc deg "
     "dim exp hom ker lg ln log sec sin sinh "
     "tan tanh bmod cotg arccot arcsec arccsc sech csch"},
    {"Functions with limits", MathKind::operator_,
     "det gcd inf lim liminf limsup max min Pr sup argmax argmin varlimsup varliminf plim injlim "
     "projlim"},
    {"Big operators", MathKind::operator_,
     "sum=∑ prod=∏ coprod=∐ int=∫ iint=∬ iiint=∭ oint=∮ oiint=∯ idotsint bigcup=⋃ bigcap=⋂ "
     "bigvee=⋁ bigwedge=⋀ "
     "bigoplus=⨁ bigotimes=⨂ bigodot=⨀ biguplus=⨄ bigsqcup=⨆"},
    {"After an operator: where its limits stand", MathKind::limits, "limits nolimits"},
    {"Binary operations", MathKind::symbol,
     "pm=± mp=∓ times=× div=÷ cdot=·⋅ ast=∗ star=⋆ circ=∘ bullet=• cup=∪ cap=∩ setminus=∖ "
     "vee=∨ wedge=∧ lor land oplus=⊕ ominus=⊖ otimes=⊗ oslash=⊘ odot=⊙ uplus=⊎ sqcup=⊔ "
     "sqcap=⊓ wr=≀ amalg=⨿ ltimes=⋉ rtimes=⋊ diamond=⋄ boxplus=⊞ boxminus=⊟ boxtimes=⊠ boxdot=⊡ "
     "intercal=⊺ bigcirc=◯ triangleleft=◁ "
     "triangleright=▷ lhd rhd unlhd unrhd dotplus=∔ divideontimes=⋇ barwedge=⊼ veebar=⊻ curlyvee=⋎ "
     "curlywedge=⋏ Cap=⋒ Cup=⋓ circledast=⊛ circledcirc=⊚ circleddash=⊝ leftthreetimes=⋋ "
     "rightthreetimes=⋌ smallsetminus centerdot plusmn sdot bull and or cdotp"},
    {"Relations", MathKind::symbol,
     "le=≤ leq ge=≥ geq ne=≠ neq ll=≪ gg=≫ lll=⋘ ggg=⋙ leqslant=⩽ geqslant=⩾ lesssim=≲ "
     "gtrsim=≳ equiv=≡ sim=∼ simeq=≃ approx=≈ approxeq=≊ cong=≅ propto=∝ asymp=≍ doteq=≐ "
     "triangleq=≜ prec=≺ succ=≻ preceq=⪯ succeq=⪰ in=∈ notin=∉ ni=∋ subset=⊂ supset=⊃ "
     "subseteq=⊆ supseteq=⊇ subsetneq=⊊ supsetneq=⊋ sqsubseteq=⊑ sqsupseteq=⊒ vdash=⊢ dashv=⊣ "
     "models=⊧ vDash=⊨ mid=∣ nmid=∤ parallel=∥ nparallel=∦ perp=⟂ bowtie=⋈ smile=⌣ frown=⌢ "
     "nleq=≰ ngeq=≱ nless=≮ ngtr=≯ nvdash=⊬ nvDash=⊭ therefore=∴ because=∵ lt gt coloneqq "
     "coloneq=≔ eqcolon=≕ eqqcolon Colon=∷ dblcolon vcentcolon ratio nleqslant ngeqslant lneq=⪇ "
     "gneq=⪈ lneqq=≨ gneqq=≩ lnsim=⋦ gnsim=⋧ nsim=≁ ncong=≇ nsubseteq=⊈ nsupseteq=⊉ nprec=⊀ "
     "nsucc=⊁ npreceq nsucceq precnsim=⋨ succnsim=⋩ leqq=≦ geqq=≧ lessgtr=≶ gtrless=≷ "
     "lesseqgtr=⋚ gtreqless=⋛ lesseqqgtr=⪋ gtreqqless=⪌ lessapprox=⪅ gtrapprox=⪆ lessdot=⋖ "
     "gtrdot=⋗ eqslantless=⪕ eqslantgtr=⪖ eqsim=≂ eqcirc=≖ circeq=≗ bumpeq=≏ Bumpeq=≎ Doteq=≑ "
     "doteqdot risingdotseq=≓ fallingdotseq=≒ backsim=∽ backsimeq=⋍ thicksim thickapprox "
     "precsim=≾ succsim=≿ preccurlyeq=≼ succcurlyeq=≽ curlyeqprec=⋞ curlyeqsucc=⋟ Subset=⋐ "
     "Supset=⋑ sqsubset=⊏ sqsupset=⊐ trianglelefteq=⊴ trianglerighteq=⊵ vartriangleleft=⊲ "
     "vartriangleright=⊳ ntrianglelefteq=⋬ ntrianglerighteq=⋭ ntriangleleft ntriangleright Vdash=⊩ "
     "Vvdash=⊪ nVdash=⊮ nVDash=⊯ between=≬ multimap=⊸ varpropto shortmid shortparallel owns "
     "notni isin sub sube supe"},
    {"Arrows", MathKind::symbol,
     "to gets rightarrow=→ leftarrow=← leftrightarrow=↔ uparrow=↑ downarrow=↓ updownarrow=↕ "
     "Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ Uparrow=⇑ Downarrow=⇓ Updownarrow=⇕ implies=⟹ "
     "impliedby=⟸ iff=⟺ mapsto=↦ longmapsto=⟼ longrightarrow=⟶ longleftarrow=⟵ "
     "longleftrightarrow=⟷ Longrightarrow Longleftarrow Longleftrightarrow hookrightarrow=↪ "
     "hookleftarrow=↩ nearrow=↗ searrow=↘ swarrow=↙ nwarrow=↖ rightharpoonup=⇀ "
     "rightharpoondown=⇁ leftharpoonup=↼ leftharpoondown=↽ rightleftharpoons=⇌ "
     "rightrightarrows=⇉ twoheadrightarrow=↠ rightsquigarrow=⇝ leadsto nrightarrow=↛ nleftarrow=↚ "
     "nleftrightarrow=↮ nRightarrow=⇏ nLeftarrow=⇍ nLeftrightarrow=⇎ leftrightarrows=⇆ "
     "rightleftarrows=⇄ leftrightharpoons=⇋ leftleftarrows=⇇ upuparrows=⇈ downdownarrows=⇊ "
     "leftarrowtail=↢ rightarrowtail=↣ twoheadleftarrow=↞ Lleftarrow=⇚ Rrightarrow=⇛ "
     "curvearrowleft=↶ curvearrowright=↷ looparrowleft=↫ looparrowright=↬ Lsh=↰ Rsh=↱ "
     "leftrightsquigarrow=↭ upharpoonleft=↿ upharpoonright=↾ downharpoonleft=⇃ "
     "downharpoonright=⇂ restriction rarr larr harr lrarr rArr lArr hArr Rarr Larr Harr uarr darr"},
    {"Arrows with words above", MathKind::optional, "xrightarrow xleftarrow"},
    {"Arrows with words above, which do not grow", MathKind::arrow,
     "xRightarrow xLeftarrow xleftrightarrow xLeftrightarrow xmapsto xhookrightarrow "
     "xhookleftarrow xrightleftharpoons xlongequal"},
    {"Accents and lines", MathKind::argument,
     "hat widehat tilde widetilde bar vec dot ddot dddot check breve acute grave mathring "
     "overline underline overrightarrow overleftarrow overleftrightarrow boxed underbar ddddot"},
    {"Braces", MathKind::operator_argument, "overbrace underbrace"},
    {"Faces", MathKind::argument,
     "mathbf mathrm mathit mathsf mathtt mathbb mathcal mathfrak mathscr bm boldsymbol bold pmb "
     "Bbb mathbbm mathds frak"},
    {"Named operators", MathKind::operator_argument,
     "operatorname operatorname* mathop operatornamewithlimits"},
    {"Classes and phantoms", MathKind::argument,
     "mathrel mathbin mathord mathopen mathclose mathpunct phantom hphantom vphantom "
     "smash pmod pod mod mathclap mathllap mathrlap"},
    {"Fractions and stacks", MathKind::two,
     "frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel nicefrac sfrac"},
    {"Fractions of all that stands on both sides in a group", MathKind::infix, "over choose atop"},
    {"Roots", MathKind::optional, "sqrt"},
    {"Faces, for the rest of a group", MathKind::switch_, "rm bf it sf tt cal"},
    {"Negation, before a relation", MathKind::negation, "not"},
    {"Rows of an index", MathKind::rows, "substack"},
    {"Words", MathKind::text,
     "text textrm textbf textit textsf texttt mbox textnormal textup textmd emph"},
    {"Sizes of delimiters", MathKind::big,
     "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm"},
    {"Growing delimiters", MathKind::fence, "left middle right"},
    {"Spacing and style", MathKind::symbol,
     ", : ; ! > quad qquad enspace thinspace medspace thickspace negthinspace negmedspace "
     "negthickspace space nobreakspace displaystyle textstyle scriptstyle scriptscriptstyle"},
    {"Small spaces, of 2em at most", MathKind::space, "hspace hspace*"},
    {"Numbers of formulas, set behind them", MathKind::tag, "tag tag*"},
    {"Passed over: formulas have no numbers", MathKind::no_number, "nonumber notag"},
    {"Passed over, with a warning", MathKind::label, "label"},
    {"Colours, not printed", MathKind::colour, "color textcolor"},
    {"Environments", MathKind::environment,
     "matrix:10 pmatrix:10 bmatrix:10 Bmatrix:10 vmatrix:10 Vmatrix:10 smallmatrix cases:2 "
     "aligned gathered:1 split:2 array rcases:2 dcases=cases:2 drcases=rcases:2 alignedat=aligned"},
    {"Environments, set without numbers", MathKind::environment,
     "equation= equation*= displaymath= align=aligned align*=aligned alignat=aligned "
     "alignat*=aligned flalign=aligned "
     "flalign*=aligned eqnarray=aligned:3 eqnarray*=aligned:3 gather=gathered:1 gather*=gathered:1 "
     "multline=gathered:1 multline*=gathered:1"},
};

constexpr std::string_view delimiters[] = {
    "(",
    ")",
    "[",
    "]",
    "|",
    ".",
    "/",
    "<",
    ">",
    "\\{",
    "\\}",
    "\\|",
    "\\lbrace",
    "\\rbrace",
    "\\lbrack",
    "\\rbrack",
    "\\langle",
    "\\rangle",
    "\\lfloor",
    "\\rfloor",
    "\\lceil",
    "\\rceil",
    "\\vert",
    "\\Vert",
    "\\lvert",
    "\\rvert",
    "\\lVert",
    "\\rVert",
    "\\backslash",
    "\\uparrow",
    "\\downarrow",
    "\\updownarrow",
    "\\Uparrow",
    "\\Downarrow",
    "\\Updownarrow",
    "\\lBrack",
    "\\rBrack",
    "\\lgroup",
    "\\rgroup",
    "\\ulcorner",
    "\\urcorner",
    "\\llcorner",
    "\\lrcorner",
};

struct Character {
  char32_t character;
  std::string_view tex;
};

// Characters that are not one command of the table.
constexpr Character spelled_out[] = {
    {0x2212, "-"},           {0x2215, "/"},
    {0x2223, "\\mid"},       {0x211D, "\\mathbb{R}"},
    {0x2115, "\\mathbb{N}"}, {0x2124, "\\mathbb{Z}"},
    {0x211A, "\\mathbb{Q}"}, {0x2102, "\\mathbb{C}"},
    {0x2119, "\\mathbb{P}"}, {0x1D53C, "\\mathbb{E}"},
    {0x221A, "\\surd"},      {0x2217, "*"},
};

struct Index {
  std::unordered_map<std::string, MathCommand> commands;
  std::unordered_map<std::string, MathCommand> environments;
  std::unordered_map<char32_t, std::string> characters;
  std::vector<std::string> command_names;
  std::vector<std::string> environment_names;
};

void add(Index& index, MathKind kind, std::string_view entry) {
  if (kind == MathKind::environment) {
    const auto colon = entry.find(':');
    const std::string_view names = entry.substr(0, colon);
    const auto equals = std::min(names.find('='), names.size());
    const std::string name(names.substr(0, equals));
    const std::string tex(equals < names.size() ? names.substr(equals + 1) : names);
    const std::size_t columns =
        colon == entry.npos ? 0 : std::stoul(std::string(entry.substr(colon + 1)));
    index.environments.emplace(name, MathCommand{name, kind, columns, tex});
    index.environment_names.push_back(name);
    return;
  }
  const auto equals = entry.find('=');
  const std::string name(entry.substr(0, equals));
  index.commands.emplace(name, MathCommand{name, kind, 0, spelling_of(name)});
  index.command_names.push_back(name);
  if (equals == entry.npos) return;
  for (std::size_t i = equals + 1; i < entry.size();) {
    index.characters.emplace(next_code_point(entry, i), spelling_of(name));
  }
}

Index make_index() {
  Index index;
  for (const auto& [character, tex] : spelled_out) index.characters.emplace(character, tex);
  for (const MathGroup& group : groups) {
    for (std::string_view rest = group.names; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      add(index, group.kind, rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return index;
}

const Index& table() {
  static const Index index = make_index();
  return index;
}

const MathCommand* find(const std::unordered_map<std::string, MathCommand>& commands,
                        std::string_view name) {
  const auto found = commands.find(std::string(name));
  return found == commands.end() ? nullptr : &found->second;
}

}  // namespace

std::span<const MathGroup> math_groups() { return groups; }

const MathCommand* find_math_command(std::string_view name) { return find(table().commands, name); }

const MathCommand* find_math_environment(std::string_view name) {
  return find(table().environments, name);
}

std::string_view math_command_of(char32_t character) {
  const auto found = table().characters.find(character);
  return found == table().characters.end() ? std::string_view{} : found->second;
}

bool is_math_delimiter(std::string_view tex) {
  return std::ranges::find(delimiters, tex) != std::end(delimiters);
}

const std::vector<std::string>& math_command_names() { return table().command_names; }
const std::vector<std::string>& math_environment_names() { return table().environment_names; }

}  // namespace listok::emitter
