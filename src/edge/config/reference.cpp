// docs/studies.md: the reference of all keys, from the same description that reads them.
#include "edge/config/schema.h"
#include "edge/config/unknown_name.h"
#include "edge/config/write_settings.h"

namespace vitrum::config {

namespace {

constexpr const char* introduction =
    R"(# Study files

<!-- Made by `vitrum new --reference`; a test fails when this file and the program disagree. -->

A study is one [TOML](https://toml.io) file. It says which samples are made, what is done to them, and
how they are compared. `vitrum new > my.toml` prints one with every key to start from, `vitrum check
my.toml` lists everything that is wrong with it and estimates its cost, and `vitrum run my.toml` does it.

- A key that is left out keeps its default; there is no other place where defaults live.
- A study without a table `[glass]` has no glasses, one without `[lattice]` no lattices.
- Whole numbers may be written with an exponent: `atoms = 1e4`.
- A key or table that is not known is an error, never ignored.
- `run --set table.key=value` (and `check --set`) overrides one key, as often as wanted:
  `--set glass.samples=2 --set "glass.leg[1].strain=0.1" --set "lattice.snapshots=[0.1, 0.2]"`. Legs
  count from 1. The value is TOML; a bare word is taken as text. Overrides are checked like the file and
  stored with the results.
- Strain is the engineering shear strain, gamma = 2 eps_xy. Lengths are in sigma_SL, energies in eps_SL,
  times in t_SL = sigma_SL sqrt(m/eps_SL) (paper 1, sec. 2.1); with another potential, in its own units; with a
  table file of metals in angstrom, eV, ps and K.

The loading program of a model is the list of its legs, in the order of the file:

```toml
[[lattice.leg]]
kind = "shear"
strain = 2.0

[[lattice.leg]]
kind = "unload"

[[lattice.leg]]
kind = "reload backward"
strain = 0.4
```

The glasses of a study are those of paper 1 unless `glass.potential` names another potential. One of your own:

```toml
[glass]
potential = "custom"
dimension = 3
density = 1.2

[[glass.species]]
name = "A"
fraction = 0.8

[[glass.species]]
name = "B"
fraction = 0.2

[[glass.pair]]
species = ["A", "A"]
epsilon = 1.0
sigma = 1.0
inner = 2.25
outer = 2.5
```

and so on for A with B and B with B. Metals take a table file of LAMMPS' eam/alloy or eam/fs:

```toml
[glass]
potential = "CuZr_mm.eam.fs"
atoms = 4000
density = 0.06306

[[glass.species]]
name = "Cu"
fraction = 64

[[glass.species]]
name = "Zr"
fraction = 36
```

With such a file `force_tolerance` is 1e-6, `glass.events.dissipation` 1e-4 and, in `glass.liquid`, `melt_duration` 100,
`cooling_duration` 110, `duration` 100, `timestep` 0.002, `thermostat_time` 0.2, `barostat_time` 2, `cooling_rate` 10, `final_temperature` 100 and
`resample` true where nothing else is given. `density` is in atoms per cubic angstrom. Without `[[glass.species]]` glasses that
are read have all elements of the table. A study with `glass.from` starts from stored glasses, of another study or
another program, in place of preparing its own; a study of which a source has changed must be done again.

The strain that a leg reaches lies on the grid of increments, counted from where the leg begins, wherever
that is known beforehand (it is not after an unloading leg).
)";

// A bar would end the table's cell.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

std::string row(const Key& key, const std::string& default_value) {
  return "| `" + key.name + "` | " + type_name(key.member) + " | " + default_value + " | " +
         cell(allowed(key.member)) + " | " + key.unit + " | " + cell(key.help) + ". |\n";
}

std::string code(const std::string& text) { return "`" + text + "`"; }

}  // namespace

std::string settings_reference() {
  study::Settings settings;
  std::string out = introduction;
  for (const Table& table : describe(settings)) {
    out += "\n## " + header(table) + "\n\n" + table.help + ".\n\n";
    out += "| key | type | default | allowed | unit | meaning |\n|---|---|---|---|---|---|\n";
    if (table.items)
      for (const Key& key : table.items->blank(table.path).keys) out += row(key, "none");
    else
      for (const Key& key : table.keys) out += row(key, code(toml_value(key.member)));
  }
  return out;
}

}  // namespace vitrum::config
