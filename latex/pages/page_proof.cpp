#include "latex/pages/page_proof.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "emitter/text/letters.hpp"
#include "latex/pages/xdv_reader.hpp"

namespace listok::latex {
namespace {

using namespace xdv_commands;

constexpr double point = 65536;  // in the unit of the file

struct Paper {
  std::int64_t width = 0;  // zero: not known
  std::int64_t height = 0;
};

// "pdf:pagesize width 597.5pt height 845.05pt", which the engine writes first on each page.
std::int64_t length_after(std::string_view text, std::string_view name) {
  const auto at = text.find(name);
  if (at == std::string_view::npos) return 0;
  double value = 0;
  const char* const begin = text.data() + at + name.size();
  if (std::from_chars(begin, text.data() + text.size(), value).ec != std::errc()) return 0;
  return value > 0 && value < 32768 ? static_cast<std::int64_t>(value * point) : 0;
}

bool begins_with_any(std::string_view text, const auto& beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](std::string_view begin) { return text.starts_with(begin); });
}

// Whether what follows is printed elsewhere than at its place: turned, scaled, moved.
class Bending {
 public:
  void read(std::string_view special) {
    constexpr std::array<std::string_view, 4> opens{"x:gsave", "pdf:bt", "pdf:begintransform",
                                                    "pdf:bcontent"};
    constexpr std::array<std::string_view, 4> closes{"x:grestore", "pdf:et", "pdf:endtransform",
                                                     "pdf:econtent"};
    constexpr std::array<std::string_view, 4> bends{"x:", "pdf:code", "pdf:literal", "pdf:content"};
    if (begins_with_any(special, opens)) {
      ++depth_;
    } else if (begins_with_any(special, closes)) {
      depth_ -= depth_ > 0 ? 1 : 0;
    } else if (depth_ == 0 && begins_with_any(special, bends)) {
      for_good_ = true;
    }
  }
  bool bent() const { return depth_ > 0 || for_good_; }

 private:
  std::size_t depth_ = 0;
  bool for_good_ = false;  // to the end of the page
};

class Prover {
 public:
  explicit Prover(std::string_view xdv) : reader_(xdv) {}

  std::optional<std::vector<PageProof>> run();

 private:
  // Where the next thing is printed, from an inch below and right of the corner of the paper.
  struct State {
    std::int64_t h = 0, v = 0, w = 0, x = 0, y = 0, z = 0;
    bool placed = true;  // h is known: how wide a letter of a font of TeX is, is not
  };

  void begin_a_page();
  bool command(std::size_t code);
  bool move(std::size_t code);
  void letter(std::size_t code);
  void native_glyphs();
  void read_special(std::string_view text);
  void print(std::int64_t h, std::int64_t v);

  XdvReader reader_;
  State state_;
  std::vector<State> stack_;
  Paper paper_;
  Bending bending_;
  PageProof page_;
  bool in_page_ = false;
  std::vector<PageProof> pages_;
};

void Prover::begin_a_page() {
  constexpr std::size_t counters = 10 * 4 + 4;
  reader_.skip(counters);
  state_ = {};
  stack_.clear();
  paper_ = {};
  bending_ = {};
  page_ = {};
  in_page_ = true;
}

void Prover::print(std::int64_t h, std::int64_t v) {
  constexpr auto inch = static_cast<std::int64_t>(72.27 * point);
  constexpr auto beside = static_cast<std::int64_t>(point);
  ++page_.glyphs;
  if (!state_.placed || bending_.bent() || paper_.width == 0 || paper_.height == 0) return;
  const bool on_paper = h + inch >= -beside && h + inch <= paper_.width + beside &&
                        v + inch >= -beside && v + inch <= paper_.height + beside;
  if (!on_paper) ++page_.off_paper;
}

void Prover::read_special(std::string_view text) {
  if (text.starts_with("pdf:pagesize")) {
    paper_ = {length_after(text, "width "), length_after(text, "height ")};
  } else {
    bending_.read(text);
  }
}

// A word, or a sign of a formula: its width, and each glyph's place within it.
void Prover::native_glyphs() {
  const std::int64_t width = reader_.signed_number(4);
  const std::size_t count = reader_.number(2);
  for (std::size_t glyph = 0; glyph < count && !reader_.overrun(); ++glyph) {
    const std::int64_t x = reader_.signed_number(4);
    const std::int64_t y = reader_.signed_number(4);
    print(state_.h + x, state_.v + y);
  }
  reader_.skip(2 * count);
  state_.h += width;
}

void Prover::letter(std::size_t code) {
  print(state_.h, state_.v);
  if (code < put_char) state_.placed = false;
}

// False when `code` is no move.
bool Prover::move(std::size_t code) {
  const auto amount = [&](std::size_t first) { return reader_.signed_number(code - first + 1); };
  const auto kept = [&](std::size_t first, std::int64_t& value) {  // w0, x0 …: as far as before
    if (code > first) value = reader_.signed_number(code - first);
    return value;
  };
  if (code >= right && code < right_w) {
    state_.h += amount(right);
  } else if (code >= right_w && code < right_x) {
    state_.h += kept(right_w, state_.w);
  } else if (code >= right_x && code < down) {
    state_.h += kept(right_x, state_.x);
  } else if (code >= down && code < down_y) {
    state_.v += amount(down);
  } else if (code >= down_y && code < down_z) {
    state_.v += kept(down_y, state_.y);
  } else if (code >= down_z && code < short_font) {
    state_.v += kept(down_z, state_.z);
  } else {
    return false;
  }
  return true;
}

// False when there is no such command.
bool Prover::command(std::size_t code) {
  if (code <= last_char) {
    letter(code);
  } else if (code < set_rule || (code >= put_char && code < put_rule)) {
    reader_.skip(code < set_rule ? code - set_char + 1 : code - put_char + 1);
    letter(code);
  } else if (code == set_rule || code == put_rule) {
    reader_.skip(4);
    const std::int64_t width = reader_.signed_number(4);
    if (code == set_rule) state_.h += width;
  } else if (code == push) {
    stack_.push_back(state_);
  } else if (code == pop) {
    if (stack_.empty()) return false;
    state_ = stack_.back();
    stack_.pop_back();
  } else if (code == glyphs) {
    native_glyphs();
  } else if (code == text_and_glyphs) {
    const std::string_view text = reader_.take(2 * reader_.number(2));
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
      const auto high = static_cast<unsigned char>(text[at]);
      const auto low = static_cast<unsigned char>(text[at + 1]);
      if (emitter::is_plain_letter(static_cast<char32_t>(high << 8U | low))) ++page_.letters;
    }
    native_glyphs();
  } else if (code >= special && code < tex_font) {
    read_special(reader_.take(reader_.number(code - special + 1)));
  } else if (code >= font && code < special) {
    reader_.skip(code - font + 1);
  } else {
    return move(code) || code == nop || (code >= short_font && code < font);
  }
  return true;
}

std::optional<std::vector<PageProof>> Prover::run() {
  if (reader_.number(1) != preamble) return std::nullopt;
  reader_.skip(1 + 3 * 4);  // its version and units
  reader_.skip(reader_.number(1));
  while (!reader_.overrun()) {
    const std::size_t code = reader_.number(1);
    if (code == post) return in_page_ ? std::nullopt : std::optional(pages_);
    if (code == native_font) {
      read_native_font(reader_);
    } else if (code >= tex_font && code < preamble) {
      skip_tex_font(reader_, code);
    } else if (code == begin_page) {
      if (in_page_) return std::nullopt;
      begin_a_page();
    } else if (code == end_page) {
      if (!in_page_) return std::nullopt;
      in_page_ = false;
      pages_.push_back(page_);
    } else if (!command(code)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

PageProof& PageProof::operator+=(const PageProof& other) {
  letters += other.letters;
  glyphs += other.glyphs;
  off_paper += other.off_paper;
  return *this;
}

std::optional<std::vector<PageProof>> prove_pages(std::string_view xdv) {
  return Prover(xdv).run();
}

}  // namespace listok::latex
