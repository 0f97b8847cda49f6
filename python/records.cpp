// Records: groups of named arrays as numpy arrays on the memory of the C++ record, without copies.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <filesystem>

#include "base/error.h"
#include "edge/store/describe.h"
#include "edge/store/file.h"
#include "edge/store/hdf5_image.h"
#include "python/bind.h"

namespace vitrum::python {

template <class Number>
py::object array_view(const Number* data, const std::vector<std::size_t>& shape,
                      std::shared_ptr<const void> owner) {
  using Owner = std::shared_ptr<const void>;
  const py::capsule base(new Owner(std::move(owner)), [](void* held) { delete static_cast<Owner*>(held); });
  py::array_t<Number> out(std::vector<py::ssize_t>(shape.begin(), shape.end()), data, base);
  out.attr("setflags")(py::arg("write") = false);
  return out;
}

template py::object array_view(const double*, const std::vector<std::size_t>&, std::shared_ptr<const void>);
template py::object array_view(const std::int64_t*, const std::vector<std::size_t>&,
                               std::shared_ptr<const void>);
template py::object array_view(const int*, const std::vector<std::size_t>&, std::shared_ptr<const void>);

namespace {

template <class Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& named) {
  std::vector<std::string> out;
  for (const auto& [name, value] : named) out.push_back(name);
  return out;
}

template <class Value>
const Value& named(const std::map<std::string, Value>& all, const std::string& name) {
  const auto found = all.find(name);
  if (found == all.end()) throw py::key_error(name);
  return found->second;
}

py::object array_of(const GroupView& view, const std::string& name) {
  const Array& array = named(view.group->arrays, name);
  return std::visit(
      [&](const auto& values) -> py::object {
        if (array.shape.empty()) return py::cast(values.front());
        return array_view(values.data(), array.shape, view.group);
      },
      array.values);
}

GroupView child(const GroupView& view, const std::string& name) {
  return {std::shared_ptr<const Group>(view.group, &named(view.group->groups, name))};
}

py::object opened(const std::filesystem::path& path) {
  auto file = std::make_shared<store::File>();
  {
    const py::gil_scoped_release release;
    *file = store::read_file(path);
  }
  const auto part = [&](const Group& group) { return GroupView{std::shared_ptr<const Group>(file, &group)}; };
  return py::make_tuple(file->kind, part(file->provenance), part(file->content));
}

}  // namespace

py::object as_record(Group group) {
  const GroupView view{std::make_shared<const Group>(std::move(group))};
  return py::module_::import("vitrum.record").attr("record_of")(view);
}

const Group& group_of(const py::handle& record) {
  if (!py::hasattr(record, "_group") || !py::isinstance<GroupView>(record.attr("_group")))
    throw InputError("A record was expected (" + std::string(py::str(py::type::of(record))) +
                     " was given); pass what vitrum.load or vitrum.open returned.");
  return *record.attr("_group").cast<const GroupView&>().group;
}

void bind_records(py::module_& module) {
  py::class_<GroupView>(module, "_Group")
      .def("arrays", [](const GroupView& view) { return names_of(view.group->arrays); })
      .def("texts", [](const GroupView& view) { return names_of(view.group->texts); })
      .def("groups", [](const GroupView& view) { return names_of(view.group->groups); })
      .def("array", array_of)
      .def("unit", [](const GroupView& view,
                      const std::string& name) { return named(view.group->arrays, name).unit; })
      .def("note", [](const GroupView& view,
                      const std::string& name) { return named(view.group->arrays, name).note; })
      .def("text",
           [](const GroupView& view, const std::string& name) { return named(view.group->texts, name); })
      .def("group", child)
      .def(py::pickle([](const GroupView& view) { return py::bytes(store::hdf5_image(*view.group)); },
                      [](const py::bytes& image) {
                        return GroupView{std::make_shared<const Group>(
                            store::group_from_hdf5(static_cast<std::string>(image)))};
                      }));
  module.def("_open", opened);
  module.def("_describe", [](const std::filesystem::path& path) { return store::describe_file(path); });
}

}  // namespace vitrum::python
