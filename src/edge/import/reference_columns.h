// The tables that a reference is made of, and their columns.
#pragma once

#include <string>
#include <vector>

#include "edge/import/raw_table.h"
#include "study/reference_tables.h"

namespace vitrum::imports {

struct ColumnKind {
  const char* name;
  bool needed;
  bool whole;      ///< whole numbers
  bool in_stress;  ///< has the unit of a stress
};

struct TableKind {
  const char* name;
  std::vector<ColumnKind> columns;
  const ColumnKind* find(const std::string& column) const;
};

/// stress, events, local.
const std::vector<TableKind>& table_kinds();
/// @throws std::out_of_range for another name.
const TableKind& table_kind(const std::string& name);

/// The table that a file is called after, or else the one that most of its columns belong to.
std::string table_named(const std::string& stem, const RawTable& table);

/// Checks a table and puts its rows into `tables`. Everything wrong is complained about:
/// unknown and missing columns, words that are no finite numbers, strains that do not rise, an unknown state,
/// no row, another unit than lj. `tables` is of use only when there was no complaint.
void take_table(const RawTable& table, Complaints& complaints, study::ReferenceTables& tables);

}  // namespace vitrum::imports
