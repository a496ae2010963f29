#include "emitter/yaml/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace listok::emitter {

namespace {

constexpr std::size_t deepest = 16;

struct Plain {
  std::string_view library, message, hint;
};

// clang-format off
const std::vector<Plain>& plain_words() {
  static const std::vector<Plain> table = {
      {YAML::ErrorMsg::MAP_VALUE, "a `:` stands where no value can begin",
       "put text that has a `: ` in it between quotes"},
      {YAML::ErrorMsg::END_OF_MAP, "this line does not fit the lines above it",
       "indent the keys of one level by the same number of spaces, and write `key: value`"},
      {YAML::ErrorMsg::END_OF_SEQ, "this line does not fit the list above it",
       "begin each entry with `- `, all in the same column"},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a list that `[` began has no end", "end it with `]`"},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, "a map that `{` began has no end",
       "end it with `}`, and put text with `,` or `: ` in it between quotes"},
      {YAML::ErrorMsg::FLOW_END, "a `]` or `}` that closes nothing",
       "remove it, or put the text between quotes"},
      {YAML::ErrorMsg::EOF_IN_SCALAR, "quotes are open at the end of the file", "close them"},
      {YAML::ErrorMsg::DOC_IN_SCALAR, "quotes are open at a line of `---`", "close them"},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, "a TAB stands where the line is indented",
       "indent by spaces"},
      {YAML::ErrorMsg::BLOCK_ENTRY, "a `-` stands where no list can begin",
       "begin the list on a line of its own"},
      {YAML::ErrorMsg::MAP_KEY, "a key stands where none can begin",
       "begin it on a line of its own"},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, "a character that no value can begin with",
       "put the text between quotes"},
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, "an alias (`*name`), which is not read here",
       "write the value out, or put the text between quotes"},
  };
  return table;
}
// clang-format on

// Builds the tree from the parser's events: an alias is refused before anything is copied.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, Span range, DiagnosticList& findings)
      : source_(source), range_(range), findings_(findings) {}

  YamlNode take() { return std::move(root_); }
  Span at(const YAML::Mark& mark) const;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // of the map, whose value comes next
    std::set<std::string> seen;
  };

  const Source& source_;
  Span range_;
  DiagnosticList& findings_;
  YamlNode root_;
  std::vector<Open> open_;
  std::size_t skipped_ = 0;  // lists and maps that are open below the deepest

  void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void open(YamlNode::Kind kind, const YAML::Mark& mark);
  void close();
  void add(YamlNode node);
  Span scalar_span(const YAML::Mark& mark, const std::string& value) const;
};

Span TreeBuilder::at(const YAML::Mark& mark) const {
  const std::size_t offset = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  const std::size_t begin = std::min(range_.begin + offset, range_.end);
  return {begin, std::min(begin + 1, range_.end)};
}

// The library tells where a scalar begins. Plain ones and quoted ones without escapes are found
// again in the text; of others the first character will do.
Span TreeBuilder::scalar_span(const YAML::Mark& mark, const std::string& value) const {
  const Span first = at(mark);
  const std::string_view left = source_.text().substr(first.begin, range_.end - first.begin);
  if (left.starts_with(value) && !value.empty()) return {first.begin, first.begin + value.size()};
  if ((left.starts_with('"') || left.starts_with('\'')) && left.substr(1).starts_with(value)) {
    return {first.begin, first.begin + value.size() + 2};
  }
  return first;
}

void TreeBuilder::refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  if (anchor != 0) {
    findings_.error(at(mark), "yaml-anchor", "an anchor (`&name`), which is not read here",
                    "write the value out where it is needed, or put the text between quotes");
  }
  if (!tag.empty() && tag != "?" && tag != "!") {
    findings_.error(at(mark), "yaml-tag", fmt::format("a tag (`{}`), which is not read here", tag),
                    "remove it, or put the text between quotes");
  }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  refuse(mark, {}, anchor);
  YamlNode node;
  node.span = at(mark);
  add(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  findings_.error(at(mark), "yaml-anchor", "an alias (`*name`), which is not read here",
                  "write the value out, or put the text between quotes");
  OnNull(mark, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  refuse(mark, tag, anchor);
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = value;
  node.quoted = tag == "!";
  node.span = scalar_span(mark, value);
  add(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  refuse(mark, tag, anchor);
  open(YamlNode::Kind::list, mark);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  refuse(mark, tag, anchor);
  open(YamlNode::Kind::map, mark);
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark) {
  if (skipped_ > 0 || open_.size() == deepest) {
    if (skipped_++ == 0) {
      findings_.error(at(mark), "yaml-depth",
                      fmt::format("lists and maps are nested more than {} deep", deepest),
                      "nothing here needs more than three levels");
    }
    return;
  }
  Open& made = open_.emplace_back();
  made.node.kind = kind;
  made.node.span = at(mark);
}

void TreeBuilder::close() {
  if (skipped_ > 0) {
    if (--skipped_ == 0) add({});
    return;
  }
  YamlNode node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

void TreeBuilder::add(YamlNode node) {
  if (skipped_ > 0) return;
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& outer = open_.back();
  if (outer.node.kind == YamlNode::Kind::list) {
    outer.node.items.push_back(std::move(node));
  } else if (!outer.key) {
    outer.key = std::move(node);
  } else {
    YamlNode key = *std::exchange(outer.key, std::nullopt);
    // The library finds nothing at what comes next, which may be lines below.
    const bool apart = node.kind == YamlNode::Kind::null &&
                       source_.place(node.span.begin).line != source_.place(key.span.begin).line;
    if (apart) node.span = key.span;
    if (key.kind != YamlNode::Kind::scalar) {
      findings_.error(key.span, "yaml-key", "a key must be a word", "write `key: value`");
    } else if (!outer.seen.insert(key.text).second) {
      findings_.error(key.span, "duplicate-key", fmt::format("`{}` comes twice here", key.text),
                      "keep one of the two");
    } else {
      outer.node.keys.push_back(std::move(key));
      outer.node.items.push_back(std::move(node));
    }
  }
}

void refuse_syntax(const YAML::Exception& error, Span place, DiagnosticList& findings) {
  const std::vector<Plain>& table = plain_words();
  const auto known = std::find_if(table.begin(), table.end(),
                                  [&](const Plain& one) { return one.library == error.msg; });
  if (known != table.end()) {
    findings.error(place, "yaml-syntax", std::string(known->message), std::string(known->hint));
  } else {
    findings.error(place, "yaml-syntax", fmt::format("this is not YAML ({})", error.msg),
                   "put text with special characters between quotes");
  }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].text == key) return &items[i];
  }
  return nullptr;
}

YamlNode read_yaml(const Source& source, Span range, DiagnosticList& findings) {
  if (range.begin == 0 && source.text().starts_with("\xEF\xBB\xBF")) range.begin = 3;
  std::istringstream text(std::string(source.text().substr(range.begin, range.end - range.begin)));
  TreeBuilder tree(source, range, findings);
  try {
    YAML::Parser parser(text);
    parser.HandleNextDocument(tree);
    YamlNode root = tree.take();
    TreeBuilder rest(source, range, findings);
    if (parser.HandleNextDocument(rest)) {
      findings.error(root.span, "yaml-documents", "a second document begins after a line of `---`",
                     "keep one document in the file");
    }
    return root;
  } catch (const YAML::Exception& error) {
    refuse_syntax(error, tree.at(error.mark), findings);
    return {};
  }
}

}  // namespace listok::emitter
