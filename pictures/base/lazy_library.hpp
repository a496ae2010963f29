// Loads a library of a kind of pictures when the first of that kind comes. Linked, they would bring
// fifty more into every start of the program.
#pragma once

namespace listok::pictures {

// A function in a library. It takes on the type of the pointer that it is assigned to, which its
// header has to give.
class Symbol {
 public:
  explicit Symbol(void* address) : address_(address) {}

  template <typename Function>
  operator Function*() const {
    return reinterpret_cast<Function*>(address_);
  }

 private:
  void* address_;
};

// A library that stays loaded: what it keeps for itself goes at the end.
class LazyLibrary {
 public:
  explicit LazyLibrary(const char* file);  // "libgif.so.7"

  // Null when there is no such function.
  Symbol operator[](const char* function);
  // Whether it is there, with all the functions that were asked for.
  bool whole() const { return whole_; }

 private:
  void* handle_;
  bool whole_;
};

}  // namespace listok::pictures
