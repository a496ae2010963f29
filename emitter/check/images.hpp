// Finds the files that the images of an item name.
// In: an item. Out: the item, with paths relative to the bank's folder.
// Errors: a diagnostic for each image that is refused.
#pragma once

#include <string>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/file_stamp.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Each name is looked up next to the Markdown file, then in the bank's folder, as written, without
// `?…` and `#…`, and with `%20` decoded; it is made relative to the bank's folder. Refused, and left
// without a file: what is not there, lies outside the bank, holds none of the kinds
// that are taken, or is past emitter/base/limits.hpp. `seen`: where a name was looked up.
void resolve_images(const Bank& bank, Translation& translation, DiagnosticList& findings,
                    Sightings& seen);

// The same of the head and the foot; names are looked up in the bank's folder.
void resolve_images(Bank& bank, DiagnosticList& findings, Sightings& seen);

struct PlacedImage {
  std::string file;  // relative to the bank's folder
  Span at;           // in the Markdown, or in listok.yaml

  bool operator==(const PlacedImage&) const = default;
};

// The images of a translation that have a file, in the order of the text.
std::vector<PlacedImage> images_of(const Translation& translation);
// Those of the head and the foot.
std::vector<PlacedImage> images_of(const Bank& bank);

}  // namespace listok::emitter
