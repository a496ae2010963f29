// Reads listok.yaml.
#pragma once

#include "emitter/config/faces_config.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

struct ReadBank {
  Bank bank;  // folder and items are for the caller to fill in
  Diagnostics diagnostics;
  bool usable = true;                        // false: so wrong that no item can be read by it
  std::vector<std::string> named_languages;  // those that have no sheets too
  std::vector<std::string> faces{};          // files and folders that were looked at for faces
};

// What holds for the keys that listok.yaml leaves out; known from the folder it stands in.
struct BankDefaults {
  std::vector<std::string> languages;
  std::string title;
  MachineFaces machine{};
};

// Reads listok.yaml. Unknown keys are errors with a "did you mean"; what they say is passed over.
ReadBank read_bank_config(std::shared_ptr<const Source> source, const BankDefaults& defaults = {});

}  // namespace listok::emitter
