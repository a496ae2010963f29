#include "pictures/pdf_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "pictures/pdf_operators.hpp"

namespace listok::pictures {
namespace {

using Object = QPDFObjectHandle;

constexpr std::string_view device_spaces[] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK",
                                              "/Pattern"};

bool fits(Object& operand, char letter) {
  switch (letter) {
    case 'n': return operand.isNumber();
    case 'N': return operand.isName();
    case 's': return operand.isString();
    case 'a': return operand.isArray();
    default: return operand.isName() || operand.isDictionary();
  }
}

// Any numbers, and a name at the end.
bool is_colour(std::vector<Object>& operands) {
  if (operands.empty()) return false;
  const bool named = operands.back().isName();
  return std::all_of(operands.begin(), operands.end() - (named ? 1 : 0),
                     [](Object& one) { return one.isNumber(); });
}

// Operands in front of those that an operator takes are passed over, as readers do.
bool fit(std::vector<Object>& operands, std::string_view letters) {
  if (letters == "c") return is_colour(operands);
  if (operands.size() < letters.size()) return false;
  const auto last = operands.end() - static_cast<std::ptrdiff_t>(letters.size());
  return std::equal(last, operands.end(), letters.begin(),
                    [](Object& operand, char letter) { return fits(operand, letter); });
}

class Reader : public Object::ParserCallbacks {
 public:
  explicit Reader(Content& content) : content_(content) {}

  void handleObject(Object object, std::size_t offset, std::size_t) override {
    if (object.isInlineImage()) return;
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    obey(object.getOperatorValue(), offset);
    operands_.clear();
  }
  void handleEOF() override {
    if (!operands_.empty()) complain("its page ends within an instruction");
  }

 private:
  void obey(const std::string& name, std::size_t offset);
  void nest(const std::string& name);
  void note_use(const std::string& name);
  void complain(std::string fault) {
    if (content_.fault.empty()) content_.fault = std::move(fault);
  }

  Content& content_;
  std::vector<Object> operands_;
  int compatible_ = 0;  // how many BX are open: what is not known is passed over
  int saved_ = 0;       // how many q
};

void Reader::nest(const std::string& name) {
  if (name == "BX") ++compatible_;
  if (name == "EX") --compatible_;
  if (name == "q") ++saved_;
  if (name == "Q") --saved_;
  if (saved_ < 0) complain("its page restores what it has not saved");
}

void Reader::note_use(const std::string& name) {
  if (operands_.empty() || !operands_.back().isName()) {
    if (name == "Tf") content_.used.emplace("/Font", operands_.at(operands_.size() - 2).getName());
    return;
  }
  const std::string last = operands_.back().getName();
  if (name == "Do") content_.used.emplace("/XObject", last);
  if (name == "gs") content_.used.emplace("/ExtGState", last);
  if (name == "sh") content_.used.emplace("/Shading", last);
  if (name == "scn" || name == "SCN") content_.used.emplace("/Pattern", last);
  if (name == "BDC" || name == "DP") content_.used.emplace("/Properties", last);
  if ((name == "cs" || name == "CS") &&
      std::ranges::find(device_spaces, last) == std::end(device_spaces)) {
    content_.used.emplace("/ColorSpace", last);
  }
}

void Reader::obey(const std::string& name, std::size_t offset) {
  const auto letters = operands_of(name);
  if (!letters) {
    if (compatible_ <= 0) complain(fmt::format("byte {} of its page is no instruction", offset));
    return;
  }
  if (name == "ID") return;  // what stands before it are keys and values
  if (!fit(operands_, *letters)) {
    return complain(
        fmt::format("the instruction `{}` at byte {} of its page makes no sense", name, offset));
  }
  nest(name);
  note_use(name);
}

}  // namespace

Content read_content(QPDFObjectHandle stream) {
  Content content;
  Reader reader(content);
  QPDFObjectHandle::parseContentStream(stream, &reader);
  return content;
}

}  // namespace listok::pictures
