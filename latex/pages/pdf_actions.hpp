// Removes what a PDF does by itself when a reader opens or clicks it. (Library: libqpdf.)
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

class QPDFObjectHandle;

namespace listok::latex {

// Takes out of the objects of one PDF all that acts: scripts, programs and files that are started
// or sent, files inside the file, media, forms, and links to other files of the reader's disk.
// Links to pages of the web and to places of the same document stay. Every object is looked at
// once, however many pages share it.
class ActionRemover {
 public:
  // Of what hangs on `root`, a page or the catalog, but for other pages. Returns what was removed,
  // as PDF calls it ("/JavaScript", "/Launch"), each once.
  std::set<std::string> clean(QPDFObjectHandle root);

 private:
  std::set<std::pair<int, int>> seen_;
};

}  // namespace listok::latex
