#include "latex/pages/pdf_actions.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>

#include "pictures/qpdf.hpp"

namespace listok::latex {
namespace {

using Object = QPDFObjectHandle;

// Sources: ISO 32000-2, 12.6.4 (actions), 12.5.6 (annotations), 7.11.4 (embedded files).
constexpr std::string_view acting_keys[] = {
    "/AA",  "/AF",  "/AcroForm",   "/EF",    "/EmbeddedFiles",    "/JS", "/JavaScript",
    "/OPI", "/Ref", "/Renditions", "/Movie", "/RichMediaContent", "/XFA"};
constexpr std::string_view acting[] = {"/GoTo3DView", "/GoToDp",           "/GoToE",  "/GoToR",
                                       "/ImportData", "/JavaScript",       "/Launch", "/Movie",
                                       "/Rendition",  "/ResetForm",        "/Sound",  "/Thread",
                                       "/SubmitForm", "/RichMediaExecute", "/Hide"};
constexpr std::string_view acting_annotations[] = {
    "/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound", "/Widget"};
constexpr std::string_view acting_schemes[] = {"data:", "file:", "javascript:", "vbscript:"};

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string name_in(Object dictionary, const char* key) {
  Object value = dictionary.getKey(key);
  return value.isName() ? value.getName() : "";
}

bool has_acting_scheme(Object dictionary) {
  Object uri = dictionary.getKey("/URI");
  if (!uri.isString()) return false;
  std::string text;
  for (const char c : uri.getStringValue()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ') text += static_cast<char>(std::tolower(byte));  // as browsers read it
  }
  return std::any_of(std::begin(acting_schemes), std::end(acting_schemes),
                     [&](std::string_view scheme) { return text.starts_with(scheme); });
}

// What an object is that has to go as a whole; nothing when it may stay.
std::optional<std::string> name_if_acting(Object object) {
  if (!object.isDictionary()) return std::nullopt;
  if (std::string kind = name_in(object, "/S"); is_one_of(acting, kind)) return kind;
  if (std::string kind = name_in(object, "/Subtype"); is_one_of(acting_annotations, kind)) {
    return kind;
  }
  if (has_acting_scheme(object)) return "/URI";
  return std::nullopt;
}

// Looks at the values of one dictionary or array, and takes out of it what acts.
class Visit {
 public:
  Visit(std::vector<Object>& waiting, std::set<std::string>& removed)
      : waiting_(waiting), removed_(removed) {}

  void dictionary(Object object) {
    for (const std::string& key : object.getKeys()) {
      Object value = object.getKey(key);
      const auto name = is_one_of(acting_keys, key) ? key : name_if_acting(value);
      if (!name) {
        keep(value);
        continue;
      }
      removed_.insert(*name);
      object.removeKey(key);
    }
  }

  // Its bytes may be said to lie in another file.
  void stream(Object object) {
    Object said = object.getDict();
    if (said.hasKey("/F")) {
      removed_.insert("/F");
      for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) said.removeKey(key);
    }
    dictionary(said);
  }

  void array(Object object) {
    for (int index = object.getArrayNItems() - 1; index >= 0; --index) {
      Object value = object.getArrayItem(index);
      if (const auto name = name_if_acting(value)) {
        removed_.insert(*name);
        object.eraseItem(index);
      } else {
        keep(value);
      }
    }
  }

 private:
  // Other pages are other people's: nothing of them comes along when one is taken out.
  void keep(Object value) {
    if (value.isDictionaryOfType("/Page") || value.isDictionaryOfType("/Pages")) return;
    if (value.isDictionary() || value.isArray() || value.isStream()) waiting_.push_back(value);
  }

  std::vector<Object>& waiting_;
  std::set<std::string>& removed_;
};

}  // namespace

std::set<std::string> ActionRemover::clean(Object root) {
  std::set<std::string> removed;
  std::vector<Object> waiting{root};
  Visit visit(waiting, removed);
  while (!waiting.empty()) {
    Object object = waiting.back();
    waiting.pop_back();
    if (object.isIndirect() &&
        !seen_.emplace(object.getObjectID(), object.getGeneration()).second) {
      continue;
    }
    if (object.isStream()) {
      visit.stream(object);
    } else if (object.isArray()) {
      visit.array(object);
    } else {
      visit.dictionary(object);
    }
  }
  return removed;
}

}  // namespace listok::latex
