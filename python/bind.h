// What the files of the Python module share. Each binds one topic; module.cpp calls them all.
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <string>

#include "app/study_work.h"
#include "record/group.h"

namespace vitrum::python {

namespace py = pybind11;

void bind_errors(py::module_& module);
void bind_records(py::module_& module);
void bind_studies(py::module_& module);
void bind_program(py::module_& module);
void bind_rig(py::module_& module);
void bind_glass(py::module_& module);
void bind_lattice(py::module_& module);
void bind_seem(py::module_& module);
void bind_compare(py::module_& module);

/// A group that Python looks at; part of a tree that lives as long as anything of it is looked at.
struct GroupView {
  std::shared_ptr<const Group> group;
};

/// A vitrum.Record that owns `group`.
py::object as_record(Group group);
/// The group behind a vitrum.Record. @throws InputError when it is none.
const Group& group_of(const py::handle& record);

/// A read-only numpy array on memory that `owner` keeps alive.
template <class Number>
py::object array_view(const Number* data, const std::vector<std::size_t>& shape,
                      std::shared_ptr<const void> owner);

/// The number of a sample. @throws InputError when it is negative.
std::uint64_t sample_number(std::int64_t sample);

/// Settings of one model, given as the text of a study.
app::ReadStudy settings_from(const std::string& text);

}  // namespace vitrum::python
