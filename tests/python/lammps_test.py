"""Potentials that only LAMMPS has, from Python: the bits of a study, LAMMPS' own words for mistakes, and on after them."""

import pathlib
import unittest

import numpy

import support
import vitrum

SILICON = pathlib.Path("/usr/share/lammps/potentials/Si.sw")
WITH_LAMMPS = "with LAMMPS" in support.run_program("--version")[1]

# Two species that do not crystallise, by a potential that Vitrum does not have.
PAIRS = {"engine": "lammps", "dimension": 2, "atoms": 120, "density": 1.0, "increment": 1e-3,
         "lammps": ["pair_style lj/smooth/linear 2.5", "pair_coeff 1 1 0.5 0.6",
                    "pair_coeff 1 2 1.0 1.0", "pair_coeff 2 2 0.5 1.2"],
         "species": [{"name": "S", "mass": 1, "fraction": 1}, {"name": "L", "mass": 1, "fraction": 1}],
         "liquid": {"melt_temperature": 2.0, "temperature": 0.5, "melt_duration": 2, "cooling_duration": 2, "duration": 5, "drift_limit": 1000}}


@unittest.skipUnless(WITH_LAMMPS, "built without LAMMPS")
class Lammps(unittest.TestCase):
    def test_a_glass_and_its_local_tests_have_the_bits_of_a_study(self):
        # The least that takes a few seconds: each increment is relaxed by LAMMPS.
        probes = {"radii": [2.5], "angles": [0, 90], "spacing": 10.0, "increment": 1e-3, "most_strain": 0.1}
        with support.folder() as held:
            study = {"study": {"seed": 7}, "lattice": {"samples": 0},
                     "glass": {**PAIRS, "samples": 2, "probes": {"strains": [0.0], **probes},
                               "leg": [{"kind": "shear", "strain": 0.02}]}}
            results = vitrum.run(study, output=held, progress=False)
            glass = vitrum.Glass.prepare(seed=7, sample=1, progress=False, **PAIRS)
            self.assertTrue(support.same_bits(glass.positions, results.glasses[1].glass.positions))
            [theirs] = results.local_yield("glass", 1)
            ours = glass.local_yield(progress=False, **probes)
            self.assertEqual(len(ours.tau_c), 2)
            self.assertTrue(support.same_bits(ours.tau_c, theirs.tau_c))
            record = vitrum.load(glass, vitrum.Program(increment=1e-3).shear(0.02))
            self.assertTrue(support.same_bits(record.stress_xy, results.glasses[1].stress_xy))

    def test_what_lammps_says_against_a_line_is_an_exception(self):
        for lines, said in ((["pair_style ljx 2.5"], "Unrecognized pair style 'ljx'"),
                            (["pair_style lj/smooth/linear 2.5", "pair_coeff * * one 1.0"], "one")):
            with self.assertRaisesRegex(vitrum.InputError, f"glass.lammps: LAMMPS: .*{said}"):
                vitrum.Glass.prepare(**{**PAIRS, "lammps": lines})
        glass = vitrum.Glass.prepare(seed=7, progress=False, **PAIRS)
        self.assertLess(numpy.abs(glass.stress_xy), 1)

    @unittest.skipUnless(SILICON.exists(), "the package lammps-data is missing")
    def test_a_study_of_silicon_has_the_bits_of_the_program(self):
        study = support.SOURCE / "tests/app/lammps.toml"
        with support.folder() as held:
            folder = pathlib.Path(held)
            code, _, errors = support.run_program("run", study, "--output", folder / "program")
            self.assertEqual(code, 0, errors)
            theirs = vitrum.results(folder / "program")
            ours = vitrum.run(study, output=folder / "python", progress=False)
            for mine, other in zip(ours.glasses, theirs.glasses, strict=True):
                self.assertTrue(support.same_bits(mine.stress_xy, other.stress_xy))
                self.assertTrue(support.same_bits(mine.glass.positions, other.glass.positions))


if __name__ == "__main__":
    unittest.main()
