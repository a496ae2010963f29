#include <fmt/format.h>

#include <algorithm>

#include "emitter/model/text_runs.hpp"
#include "emitter/tex/inline_writer.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/readable_address.hpp"

namespace listok::emitter {

namespace {

// "0.6\linewidth", "5cm", "225bp"; nothing for what the author does not say.
std::string length_of(const Extent& extent) {
  constexpr double hundred = 100, big_points_a_pixel = 0.75;
  switch (extent.unit) {
    case Extent::Unit::unsaid: return {};
    case Extent::Unit::percent: return fmt::format("{:.6g}\\linewidth", extent.number / hundred);
    case Extent::Unit::px: return fmt::format("{:.6g}bp", extent.number * big_points_a_pixel);
    case Extent::Unit::pt: return fmt::format("{:.6g}pt", extent.number);
    case Extent::Unit::mm: return fmt::format("{:.6g}mm", extent.number);
    case Extent::Unit::cm: return fmt::format("{:.6g}cm", extent.number);
    case Extent::Unit::in: return fmt::format("{:.6g}in", extent.number);
  }
  return {};
}

}  // namespace

// The address for the eye, where it differs from that for the PDF.
std::string InlineWriter::printed_address(const Link& link, Span span) {
  constexpr std::string_view coded = "[]{}|\\^\"<>`";  // in the address for the PDF
  const std::string readable = readable_address(link.address);
  const auto differs = [&](char c) { return is_beyond_ascii(c) || coded.find(c) != coded.npos; };
  if (std::ranges::none_of(readable, differs)) return {};
  return checked(readable, Context::text, span);
}

// "\weblink{https://…}{"
std::string InlineWriter::opening_of(const Link& link, Span span) {
  const std::string printed = printed_address(link, span);
  return fmt::format("\\weblink{}{{{}}}{{", printed.empty() ? printed : "[" + printed + "]",
                     escape(link.address, Context::url));
}

// A picture cannot stand in the argument of a link: it is told where it leads, and the words around
// it are a link of their own.
void InlineWriter::link(Flow& flow, const Link& link, Span span) {
  flow.mark(line_of(at(span)));
  if (!holds_picture(link.content)) return enclosed(flow, opening_of(link, span), link.content);
  link_ = &link;
  Inlines words;
  const auto write_words = [&] {
    const std::string said = plain_text(words, source_);
    if (said.starts_with(' ') && !flow.at_start()) flow.tex += ' ';
    trim_text(words);
    if (said.find_first_not_of(' ') != said.npos) {
      enclosed(flow, opening_of(link, span), words);
      if (said.ends_with(' ')) flow.tex += ' ';
    }
    words.clear();
  };
  for (const Inline& part : link.content) {
    if (!holds_picture({part})) {
      words.push_back(part);
      continue;
    }
    write_words();
    one(flow, part);
  }
  write_words();
  link_ = nullptr;
}

std::string InlineWriter::options_of(const Image& image, Span span) {
  std::string options;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) options += fmt::format("{}{}={}", options.empty() ? "" : ", ", key, value);
  };
  const auto add_words = [&](std::string_view key, const std::string& words) {
    if (!words.empty()) add(key, fmt::format("{{{}}}", words));
  };
  add("width", length_of(image.width));
  add("height", length_of(image.height));
  if (link_ != nullptr) {
    add_words("link", escape(link_->address, Context::url));
    add_words("shown", printed_address(*link_, span));
  }
  add_words("caption", checked(image.caption, Context::text, span));
  add_words("alt", checked(image.alternative, Context::text, span));
  return options.empty() ? options : fmt::format("[{}]", options);
}

void InlineWriter::image(Flow& flow, const Image& image, Span span) {
  last_ = '\0';
  if (where_ == Where::heading || where_ == Where::note) {
    report(source_.diagnostic(
        Severity::error, at(span), "image-place",
        fmt::format("the image `{}` stands in a heading or a footnote", image.file),
        "put it in a paragraph of its own"));
    return;
  }
  const ImageFile file{.from = image.file, .to = safe_file_name(image.file, image.set_as)};
  if (std::ranges::find(result_.images, file) == result_.images.end()) {
    result_.images.push_back(file);
  }
  const bool in_cell = where_ == Where::cell;
  if (!in_cell) flow.begin_block();
  flow.mark(line_of(at(span)));
  flow.tex += fmt::format("\\picture{}{{{}}}", options_of(image, span), file.to);
  if (!in_cell) flow.begin_line();
}

}  // namespace listok::emitter
