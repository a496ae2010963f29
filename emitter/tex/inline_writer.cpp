#include "emitter/tex/inline_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "emitter/model/languages.hpp"
#include "emitter/tex/long_words.hpp"
#include "emitter/tex/typography.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// Longer code and formulas may be broken at their spaces in the .tex.
constexpr std::size_t longest_unbroken = 60;
// Longer code may be broken after '/' and '.' on the page, if that leaves no shorter beginning of a
// word: neither `a.` nor `np.`.
constexpr std::size_t longest_unbroken_name = 16;
constexpr std::size_t shortest_beginning = 3;
constexpr std::size_t most_diagnostics = 50;  // of one item

bool is_alphanumeric(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = next_code_point(text, at);
  return is_letter(c) || is_digit(c);
}

bool is_shorter(std::string_view text, std::size_t characters) {
  constexpr std::size_t most_bytes = 4;  // of a character
  return text.size() < characters * most_bytes && length(text) < characters;
}

// Texts that touch, joined: what stands side by side is escaped together.
Inlines joined(const Inlines& inlines) {
  Inlines all;
  for (const Inline& one : inlines) {
    const auto* text = std::get_if<Text>(&one.value);
    auto* before = all.empty() ? nullptr : std::get_if<Text>(&all.back().value);
    if (text == nullptr || before == nullptr) {
      all.push_back(one);
    } else {
      before->text += text->text;
      all.back().span.end = one.span.end;
    }
  }
  return all;
}

// Follows the words of a text through the source they were read from.
class Trail {
 public:
  Trail(const Source& source, Span span) : source_(source), span_(span) {}

  // The line of `word`, which stands after those asked for before.
  std::size_t line(std::string_view word) {
    constexpr std::size_t window = 1000;
    word = word.substr(0, word.find_first_of("\xC2\xE2"));  // bound spaces and hyphens differ
    const std::size_t end = std::min({span_.end, span_.begin + window, source_.text().size()});
    if (!word.empty() && span_.begin < end) {
      const auto found = source_.text().substr(span_.begin, end - span_.begin).find(word);
      if (found != std::string_view::npos) {
        span_.begin += found;
        line_ = 0;
        const auto here = source_.line_of(span_.begin);
        span_.begin += word.size();
        return line_ = here;
      }
    }
    return line_ != 0 ? line_ : line_ = source_.line_of(span_.begin);
  }

 private:
  const Source& source_;
  Span span_;
  std::size_t line_ = 0;
};

}  // namespace

void InlineWriter::append(Flow& flow, const Inlines& inlines, Where where) {
  Inlines bound = joined(inlines);
  bind_words(bound, translation_.language);
  where_ = where;
  last_ = '\0';
  content(flow, bound);
  flow.trim_end();
}

void InlineWriter::append_at(Flow& flow, const Inlines& inlines, Where where, Span place) {
  fixed_ = true;
  place_ = place;
  append(flow, inlines, where);
  fixed_ = false;
}

std::string InlineWriter::checked(std::string_view text, Context context, Span span) {
  report_missing(text, context, span);
  return escape(text, context, &bank_.faces);
}

bool InlineWriter::reports() const { return result_.diagnostics.size() <= most_diagnostics; }

void InlineWriter::report(Diagnostic diagnostic) {
  if (!reports()) return;
  if (result_.diagnostics.size() == most_diagnostics) {
    diagnostic.severity = Severity::note;
    diagnostic.code = "more";
    diagnostic.message = "there is more like this from here on";
    diagnostic.hint.clear();
  }
  result_.diagnostics.push_back(std::move(diagnostic));
}

void InlineWriter::report_missing(std::string_view text, Context context, Span span) {
  if (!reports()) return;
  Span place = at(span);
  for (const auto run : without_glyph(text, context, &bank_.faces)) {
    const auto part = source_.text().substr(place.begin, place.end - place.begin);
    const auto found = fixed_ ? std::string_view::npos : part.find(run);
    Span seen = place;
    if (found != part.npos) {
      seen = {place.begin + found, place.begin + found + run.size()};
      place.begin = seen.end;  // the next one stands behind it
    }
    report(source_.diagnostic(
        Severity::error, seen, "missing-glyph",
        fmt::format("no face has `{}` ({})", run, code_points(run)),
        "write it in words or in other characters, set it as an image, or name a "
        "face that has it: `look: {faces: {symbols: [Noto Emoji]}}` in listok.yaml"));
    if (!reports()) return;
  }
}

// Binding words can leave texts that touch; what needs no joining is not copied.
void InlineWriter::content(Flow& flow, const Inlines& inlines) {
  const auto both_texts = [](const Inline& left, const Inline& right) {
    return std::holds_alternative<Text>(left.value) && std::holds_alternative<Text>(right.value);
  };
  if (std::ranges::adjacent_find(inlines, both_texts) != inlines.end()) {
    for (const Inline& part : joined(inlines)) one(flow, part);
  } else {
    for (const Inline& part : inlines) one(flow, part);
  }
}

void InlineWriter::one(Flow& flow, const Inline& part) {
  if (const auto* words = std::get_if<Text>(&part.value)) {
    text(flow, words->text, part.span);
  } else if (const auto* code_span = std::get_if<Code>(&part.value)) {
    code(flow, *code_span, part.span);
  } else if (const auto* formula = std::get_if<Math>(&part.value)) {
    math(flow, *formula);
  } else if (const auto* emphasis = std::get_if<Emphasis>(&part.value)) {
    enclosed(flow, "\\emph{", emphasis->content);
  } else if (const auto* strong = std::get_if<Strong>(&part.value)) {
    enclosed(flow, "\\textbf{", strong->content);
  } else if (const auto* strike = std::get_if<Strike>(&part.value)) {
    enclosed(flow, "\\strike{", strike->content);
  } else if (const auto* shifted = std::get_if<Shifted>(&part.value)) {
    enclosed(flow, shifted->up ? "\\textsuperscript{" : "\\textsubscript{", shifted->content);
  } else if (const auto* link_part = std::get_if<Link>(&part.value)) {
    link(flow, *link_part, part.span);
  } else if (const auto* picture = std::get_if<Image>(&part.value)) {
    image(flow, *picture, part.span);
  } else if (const auto* gap = std::get_if<FillIn>(&part.value)) {
    fill_in(flow, *gap, part.span);
  } else if (const auto* words_below = std::get_if<Note>(&part.value)) {
    flow.mark(line_of(at(part.span)));
    note(flow, *words_below);
  } else {
    hard_break(flow);
  }
}

// A title is shown in contents and bookmarks as well, where nobody writes.
void InlineWriter::fill_in(Flow& flow, const FillIn& gap, Span span) {
  last_ = '\0';
  flow.mark(line_of(at(span)));
  if (where_ == Where::heading) {
    flow.tex += escape(std::string(gap.length, '_'), Context::heading);
  } else if (gap.line && where_ == Where::paragraph) {
    flow.tex += "\\gapline";
    flow.begin_line();
  } else {
    flow.tex += fmt::format("\\gap{{{}}}", gap.length);
  }
}

void InlineWriter::enclosed(Flow& flow, std::string_view opening, const Inlines& inlines) {
  flow.tex += opening;
  content(flow, inlines);
  flow.tex += '}';
}

void InlineWriter::text(Flow& flow, std::string_view text, Span span) {
  if (text.empty()) return;
  const std::string tex =
      checked(text, where_ == Where::heading ? Context::heading : Context::text, span);
  // Across the border of a link or a strike a font may still see two hyphens side by side.
  if (last_ == text.front() && std::string_view("-<>,").find(last_) != std::string_view::npos) {
    flow.tex += "{}";
  }
  last_ = text.back();
  const bool begins_line = flow.at_start();
  Trail trail(source_, at(span));
  std::string_view words = text;
  std::string_view rest = tex;
  if (begins_line) rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) {
      words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
      const auto word = words.substr(0, words.find(' '));
      words.remove_prefix(word.size());
      flow.mark(fixed_ ? line_of(place_) : trail.line(word));
    }
    const auto word = rest.substr(0, std::min(end + 1, rest.size()));
    flow.tex += where_ == Where::heading ? std::string(word) : with_breaks(word);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void InlineWriter::code(Flow& flow, const Code& code, Span span) {
  last_ = '\0';
  const bool breakable = length(code.text) > longest_unbroken_name;
  std::string tex;
  std::size_t begin = 0;
  std::size_t word = 0;
  for (std::size_t i = 0; breakable && i < code.text.size(); ++i) {
    if (code.text[i] == ' ') word = i + 1;
    if ((code.text[i] != '/' && code.text[i] != '.') || !is_alphanumeric(code.text, i + 1) ||
        is_shorter(std::string_view(code.text).substr(word, i - word), shortest_beginning)) {
      continue;
    }
    tex += escape(std::string_view(code.text).substr(begin, i + 1 - begin), Context::code,
                  &bank_.faces);
    tex += "\\allowbreak{}";
    begin = i + 1;
  }
  tex += escape(std::string_view(code.text).substr(begin), Context::code, &bank_.faces);
  report_missing(code.text, Context::code, span);
  flow.mark(line_of(at(span)));
  const bool unbroken = length(code.text) <= longest_unbroken;
  flow.tex += fmt::format(
      "\\code{{{}}}", unbroken ? keep_spaces(std::move(tex)) : keep_control_spaces(std::move(tex)));
}

// What is wrong with a formula whose text is not that of the source is wrong with all of it.
MathText InlineWriter::read_formula(const Math& math) const {
  const MathRules rules{.display = math.display,
                        .decimal_comma = !language_of(translation_.language).decimal_point,
                        .macros = &bank_.macros,
                        .faces = &bank_.faces};
  if (math.text.empty()) return read_math(source_, math.formula, rules);
  MathText made = read_math(Source(source_.name(), math.text), {0, math.text.size()}, rules);
  for (Diagnostic& one : made.diagnostics) {
    one = source_.diagnostic(one.severity, math.formula, std::move(one.code),
                             std::move(one.message), std::move(one.hint));
  }
  return made;
}

void InlineWriter::math(Flow& flow, const Math& math) {
  last_ = '\0';
  if (!reports()) return;
  MathText formula = read_formula(math);
  for (Diagnostic& diagnostic : formula.diagnostics) report(std::move(diagnostic));
  const std::size_t line = line_of(at(math.formula));
  std::string tex = keep_control_spaces(std::move(formula.tex));
  if (math.display && where_ == Where::paragraph) {
    display(flow, tex, line);
    return;
  }
  std::ranges::replace(tex, '\n', ' ');
  if (length(tex) <= longest_unbroken) tex = keep_spaces(std::move(tex));
  flow.mark(line);
  flow.tex += fmt::format("${}$", tex);
}

void InlineWriter::display(Flow& flow, std::string_view tex, std::size_t line) {
  flow.begin_block();
  flow.mark(line);
  flow.tex += "\\[";
  std::size_t depth = 1;
  while (!tex.empty()) {
    const std::string_view row = take_line(tex);
    if (row.starts_with("\\end{") && depth > 1) --depth;
    flow.begin_line(depth);
    flow.tex += row;
    if (tex.data() != row.data() + row.size() && row.find("\\begin{") != row.npos) {
      const auto last = row.rfind("\\begin{");
      if (row.find("\\end{", last) == row.npos) ++depth;
    }
  }
  flow.begin_line();
  flow.tex += "\\]";
  flow.begin_line();
}

// Two notes of a bilingual sheet may have the same number, each in its language.
void InlineWriter::note(Flow& flow, const Note& note) {
  flow.tex += note.shared
                  ? fmt::format("\\sharednote{{{}{}}}{{", translation_.language, note.number)
                  : "\\footnote{";
  Inlines bound = joined(note.content);
  bind_words(bound, translation_.language);
  const Where around = std::exchange(where_, Where::note);
  last_ = '\0';
  content(flow, bound);
  where_ = around;
  last_ = '\0';
  flow.tex += '}';
}

void InlineWriter::hard_break(Flow& flow) {
  last_ = '\0';
  flow.trim_end();
  if (where_ == Where::paragraph) {
    // Behind a picture or a display there is no line to break.
    if (flow.at_start() && !flow.tex.ends_with("\\gapline")) return;
    flow.tex += "\\newline";
    flow.begin_line();
  } else if (where_ == Where::note) {
    flow.tex += "\\newline ";
  } else {
    flow.tex += where_ == Where::cell ? "\\newline " : " ";
  }
}

}  // namespace listok::emitter
