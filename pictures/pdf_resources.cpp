#include "pictures/pdf_resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <variant>
#include <vector>

#include "pictures/base/deflate.hpp"
#include "pictures/jpeg.hpp"
#include "pictures/pdf_content.hpp"

namespace listok::pictures {
namespace {

using Object = QPDFObjectHandle;

// Takes what a stream decodes to, and keeps only its length.
class Counter : public Pipeline {
 public:
  explicit Counter(std::uint64_t& left) : Pipeline("length", nullptr), left_(left) {}
  void write(const unsigned char*, std::size_t count) override {
    if (count > left_) throw std::length_error("it unpacks to too much");
    left_ -= count;
    count_ += count;
  }
  void finish() override {}
  std::uint64_t count() const { return count_; }

 private:
  std::uint64_t& left_;
  std::uint64_t count_ = 0;
};

bool is_one_of(Object object, std::initializer_list<const char*> names) {
  return object.isName() &&
         std::ranges::any_of(names, [&](const char* name) { return object.getName() == name; });
}

Object first_of(Object array) {
  return array.isArray() && array.getArrayNItems() > 0 ? array.getArrayItem(0) : Object::newNull();
}

// How many samples a pixel has; nothing for a kind of colour that is not known.
std::optional<std::uint64_t> samples_in(Object space) {
  Object kind = space.isArray() ? first_of(space) : space;
  if (is_one_of(kind, {"/DeviceGray", "/CalGray", "/Indexed", "/Separation"})) return 1;
  if (is_one_of(kind, {"/DeviceRGB", "/CalRGB", "/Lab"})) return 3;
  if (is_one_of(kind, {"/DeviceCMYK"})) return 4;
  if (!space.isArray() || space.getArrayNItems() < 2) return std::nullopt;
  Object second = space.getArrayItem(1);
  if (is_one_of(kind, {"/DeviceN"}) && second.isArray()) {
    return static_cast<std::uint64_t>(second.getArrayNItems());
  }
  Object count = second.isStream() ? second.getDict().getKey("/N") : Object::newNull();
  if (!is_one_of(kind, {"/ICCBased"}) || !count.isInteger()) return std::nullopt;
  return count.getUIntValue();
}

bool are_filters(Object filter) {
  const auto known = [](Object one) {
    return is_one_of(
        one, {"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode",
              "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode", "/Crypt"});
  };
  if (!filter.isArray()) return filter.isNull() || known(filter);
  const auto all = filter.getArrayAsVector();
  return std::ranges::all_of(all, known);
}

bool is_mask(Object picture) {
  Object mask = picture.getKey("/ImageMask");
  return mask.isBool() && mask.getBoolValue();
}

bool is_picture(Object dictionary) {
  constexpr long long most = 1'000'000;  // pixels of a side
  const auto has_side = [&](const char* key) {
    Object side = dictionary.getKey(key);
    return side.isInteger() && side.getIntValue() > 0 && side.getIntValue() <= most;
  };
  if (!has_side("/Width") || !has_side("/Height")) return false;
  if (is_mask(dictionary) || is_one_of(dictionary.getKey("/Filter"), {"/JPXDecode"})) return true;
  Object depth = dictionary.getKey("/BitsPerComponent");
  constexpr int depths[] = {1, 2, 4, 8, 16};
  return depth.isInteger() &&
         std::ranges::find(depths, depth.getIntValueAsInt()) != std::end(depths) &&
         samples_in(dictionary.getKey("/ColorSpace"));
}

// That its rows need, unpacked.
std::uint64_t bytes_of_picture(Object picture) {
  std::uint64_t bits = picture.getKey("/Width").getUIntValue();
  if (!is_mask(picture)) {
    bits *= picture.getKey("/BitsPerComponent").getUIntValue() *
            samples_in(picture.getKey("/ColorSpace")).value_or(1);
  }
  return (bits + 7) / 8 * picture.getKey("/Height").getUIntValue();
}

class Page {
 public:
  explicit Page(std::uint64_t most_bytes) : left_(most_bytes) {}

  std::string look_at(QPDFPageObjectHelper page);

 private:
  void look_through(Object start);
  void look_at_stream(Object stream);
  void look_at_jpeg(Object stream);
  void look_at_content(Object stream, Object resources, int depth);
  void look_at_resource(const std::string& kind, const std::string& name, Object one,
                        Object resources, int depth);
  void look_at_font(const std::string& name, Object font);
  void complain(std::string fault) {
    if (fault_.empty()) fault_ = std::move(fault);
  }

  std::uint64_t left_;
  std::set<QPDFObjGen> seen_;      // objects that were looked through
  std::set<QPDFObjGen> contents_;  // forms that were read
  std::string fault_;
};

// Every object that `start` leads to, but for other pages.
void Page::look_through(Object start) {
  std::vector<Object> waiting{start};
  while (!waiting.empty() && fault_.empty()) {
    Object one = waiting.back();
    waiting.pop_back();
    if (one.isIndirect() && !seen_.insert(one.getObjGen()).second) continue;
    if (one.isStream()) look_at_stream(one);
    Object dictionary = one.isStream() ? one.getDict() : one;
    if (dictionary.isArray()) {
      for (const Object& part : dictionary.getArrayAsVector()) waiting.push_back(part);
    } else if (dictionary.isDictionary() &&
               !is_one_of(dictionary.getKey("/Type"), {"/Page", "/Pages"})) {
      for (const auto& [key, part] : dictionary.getDictAsMap()) {
        if (key != "/Parent") waiting.push_back(part);
      }
    }
  }
}

void Page::look_at_stream(Object stream) {
  Object filter = stream.getDict().getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = first_of(filter);
  const bool picture = is_one_of(stream.getDict().getKey("/Subtype"), {"/Image"});
  if (!are_filters(filter)) return complain("a part of it is packed in an unknown way");
  if (picture && !is_picture(stream.getDict())) {
    return complain("a picture in it does not say how it is to be read");
  }
  if (is_one_of(filter, {"/DCTDecode"})) return look_at_jpeg(stream);
  if (!is_packed_well(stream, left_)) return complain("a part of it cannot be unpacked");
  Counter counter(left_);
  bool decoded = false;
  const bool whole =
      stream.pipeStreamData(&counter, &decoded, 0, qpdf_dl_specialized, false, false);
  if (decoded && !whole) complain("a part of it cannot be unpacked");
  if (decoded && picture && counter.count() < bytes_of_picture(stream.getDict())) {
    complain("a picture in it lacks rows");
  }
}

void Page::look_at_jpeg(Object stream) {
  const auto raw = stream.getRawStreamData();
  const std::string_view bytes(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
  const auto read = read_jpeg(bytes, left_);
  if (const auto* fault = std::get_if<Fault>(&read))
    return complain("a picture in it " + fault->what);
  const Jpeg& jpeg = std::get<Jpeg>(read);
  Object dictionary = stream.getDict();
  if (dictionary.getKey("/Width").getIntValue() != jpeg.width ||
      dictionary.getKey("/Height").getIntValue() != jpeg.height) {
    complain("a picture in it is of another size than it says");
  }
}

void Page::look_at_font(const std::string& name, Object font) {
  const auto lacks = [&](const char* what) {
    complain(fmt::format("its font {} has no {}", name, what));
  };
  if (!font.isDictionary()) return complain(fmt::format("it has no font {}", name));
  Object kind = font.getKey("/Subtype");
  if (!is_one_of(kind, {"/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3"}))
    return lacks("kind");
  if (is_one_of(kind, {"/Type3"})) return;
  if (!is_one_of(kind, {"/Type0"})) {
    Object descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isNull() && !descriptor.isDictionary()) lacks("description");
    if (!font.getKey("/BaseFont").isName()) lacks("name");
    return;
  }
  Object encoding = font.getKey("/Encoding");
  if (!encoding.isName() && !encoding.isStream()) lacks("encoding");
  Object inner = first_of(font.getKey("/DescendantFonts"));
  if (!inner.isDictionary() ||
      !is_one_of(inner.getKey("/Subtype"), {"/CIDFontType0", "/CIDFontType2"})) {
    return lacks("glyphs");
  }
  if (!inner.getKey("/CIDSystemInfo").isDictionary()) lacks("character set");
  if (!inner.getKey("/FontDescriptor").isDictionary()) lacks("description");
}

void Page::look_at_resource(const std::string& kind, const std::string& name, Object one,
                            Object resources, int depth) {
  constexpr int deepest = 20;
  if (kind == "/Font") return look_at_font(name, one);
  const bool stream = kind == "/XObject";
  const bool there = stream ? one.isStream() : !one.isNull();
  if (!there) return complain(fmt::format("its page uses {}, which is not there", name));
  if (!stream) return;
  Object form = one.getDict();
  if (is_one_of(form.getKey("/Subtype"), {"/Image"})) return;
  if (!is_one_of(form.getKey("/Subtype"), {"/Form"}) || !form.getKey("/BBox").isRectangle()) {
    return complain(fmt::format("{} in it is neither a picture nor a drawing", name));
  }
  if (depth >= deepest) return complain("drawings in it are nested too deeply");
  if (one.isIndirect() && !contents_.insert(one.getObjGen()).second) return;
  Object own = form.getKey("/Resources");
  look_at_content(one, own.isDictionary() ? own : resources, depth + 1);
}

void Page::look_at_content(Object stream, Object resources, int depth) {
  const Content content = read_content(stream);
  if (!content.fault.empty()) return complain(content.fault);
  for (const auto& [kind, name] : content.used) {
    look_at_resource(kind, name, resources.getKeyIfDict(kind).getKeyIfDict(name), resources, depth);
  }
}

// A stream, or several that are read as one.
bool are_contents(Object contents) {
  if (!contents.isArray()) return contents.isStream();
  auto parts = contents.getArrayAsVector();
  return !parts.empty() && std::ranges::all_of(parts, [](Object& part) { return part.isStream(); });
}

std::string Page::look_at(QPDFPageObjectHelper page) {
  Object contents = page.getObjectHandle().getKey("/Contents");
  Object resources = page.getAttribute("/Resources", false);
  if (!are_contents(contents)) return "its page shows nothing";
  try {
    look_through(contents);
    look_through(resources);
    if (fault_.empty()) look_at_content(contents, resources, 0);
  } catch (const std::length_error& too_much) { complain(too_much.what()); }
  return fault_;
}

}  // namespace

bool is_packed_well(QPDFObjectHandle stream, std::uint64_t most_bytes) {
  Object filter = stream.getDict().getKey("/Filter");
  if (filter.isArray()) filter = first_of(filter);
  if (!is_one_of(filter, {"/FlateDecode"})) return true;
  const auto raw = stream.getRawStreamData();
  return is_whole_deflate({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()},
                          most_bytes);
}

std::string fault_of_page(QPDFPageObjectHelper page, std::uint64_t most_bytes) {
  return Page(most_bytes).look_at(std::move(page));
}

}  // namespace listok::pictures
