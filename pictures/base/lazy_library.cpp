#include "pictures/base/lazy_library.hpp"

#include <dlfcn.h>

namespace listok::pictures {

LazyLibrary::LazyLibrary(const char* file)
    : handle_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)), whole_(handle_ != nullptr) {}

Symbol LazyLibrary::operator[](const char* function) {
  void* const address = handle_ == nullptr ? nullptr : ::dlsym(handle_, function);
  whole_ = whole_ && address != nullptr;
  return Symbol(address);
}

}  // namespace listok::pictures
