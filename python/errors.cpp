// The project's errors as Python exceptions, with the same words.
#include <exception>

#include "base/error.h"
#include "base/input_errors.h"
#include "python/bind.h"

namespace vitrum::python {

namespace {

/// Raises vitrum.errors.<name>(message, messages).
void raise_error(const char* name, const std::string& message, const std::vector<std::string>& messages) {
  py::list all;
  for (const std::string& one : messages) all.append(one);
  const py::object type = py::module_::import("vitrum.errors").attr(name);
  const py::object error = type(message, all);
  PyErr_SetObject(type.ptr(), error.ptr());
}

void translate(std::exception_ptr pending) try {
  if (pending) std::rethrow_exception(pending);
} catch (const InputErrors& errors) {
  raise_error("InputError", errors.what(), errors.each());
} catch (const InputError& error) {
  raise_error("InputError", error.what(), {error.what()});
} catch (const PhysicsError& error) {
  raise_error("PhysicsError", error.what(), {error.what()});
} catch (const StorageError& error) {
  raise_error("StorageError", error.what(), {error.what()});
} catch (const Stopped&) {
  PyErr_SetNone(PyExc_KeyboardInterrupt);
}

}  // namespace

void bind_errors(py::module_& /*module*/) { py::register_exception_translator(translate); }

}  // namespace vitrum::python
