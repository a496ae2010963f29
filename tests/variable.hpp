// A variable of the environment that is another as long as a test needs it.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace listok::tests {

class Variable {
 public:
  // Without a value there is no such variable.
  Variable(const char* name, std::optional<std::string> value) : name_(name) {
    if (const char* given = std::getenv(name)) before_ = given;
    set(value);
  }
  ~Variable() { set(before_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

  void set(const std::optional<std::string>& value) const {
    value ? ::setenv(name_, value->c_str(), 1) : ::unsetenv(name_);
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

}  // namespace listok::tests
