"""Specimens on the rig: the program's histories to the last bit, and laws that any of them must obey."""

import threading
import time
import unittest

import numpy

import support
import vitrum


def steps(record):
    """Between neighbouring states: strain increments, mean stress, rise of the energy, whether an event lies there."""
    strain, stress, energy = (numpy.asarray(record[f"history/states/{n}"]) for n in ("strain", "stress_xy", "energy"))
    event = numpy.zeros(strain.size, bool)
    event[numpy.asarray(record.events.state)] = True
    return numpy.diff(strain), (stress[1:] + stress[:-1]) / 2, numpy.diff(energy), event[1:]


class AgainstTheProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = support.folder()
        tests = {"glass.probes": {"strains": [0.0], "radii": [3.0], "angles": [0, 45], "spacing": 5.0},
                 "lattice.patches": {"strains": [0.0], "sizes": [1, 2], "angles": [0, 90], "samples": 2}}
        changes = [part for table, keys in tests.items() for key, value in keys.items()
                   for part in ("--set", f"{table}.{key}={value}")]
        cls.probes, cls.patches = ({k: v for k, v in keys.items() if k not in ("strains", "samples")}
                                   for keys in tests.values())
        code, _, errors = support.run_program("run", support.TINY, "--output", cls.held.name, *changes)
        assert code == 0, errors
        cls.results = vitrum.results(cls.held.name)

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def equal(self, mine, theirs, skip=()):
        ours, file = dict(support.leaves(mine)), dict(support.leaves(theirs))
        for name, value in file.items():
            if name.startswith(skip):
                continue
            self.assertIn(name, ours)
            if isinstance(value, str):
                self.assertEqual(ours[name], value)
            else:
                self.assertTrue(support.same_bits(ours[name], value), name)

    def test_a_glass_has_the_bits_of_a_study(self):
        program = vitrum.Program(snapshots=[0.01, 0.03]).shear(0.03).unload()
        for sample in (0, 2):
            glass = support.tiny_glass(sample)
            file = self.results.glasses[sample]
            self.assertTrue(support.same_bits(glass.positions, file.glass.positions))
            self.equal(vitrum.load(glass, program), file, skip=("glass/", "made_from", "tested_states"))

    def test_a_lattice_has_the_bits_of_a_study(self):
        program = vitrum.Program(snapshots=[0.1, 0.3], leg_fields=True, sites=True)
        program.shear(0.3).unload().reload_backward(0.05).stress(0.1).creep(1, 0.2, 0.1)
        lattice = vitrum.Lattice(columns=8, rows=6, initial="liquid", seed=7, sample=1)
        self.equal(vitrum.load(lattice, program), self.results.lattices[1], skip=("local_yield",))

    def test_local_tests_have_the_bits_of_a_study(self):
        theirs, = self.results.local_yield("glass", 1)
        self.assertGreater(len(theirs.tau_c), 10)
        self.equal(support.tiny_glass(1).local_yield(**self.probes), theirs)
        theirs, = self.results.local_yield("lattice", 1)
        self.assertGreater(len(theirs.tau_c), 50)
        lattice = vitrum.Lattice(columns=8, rows=6, initial="liquid", seed=7, sample=1)
        self.equal(lattice.local_yield(**self.patches), theirs)

    def test_a_glass_is_read_from_its_file(self):
        glass = vitrum.Glass.read(f"{self.held.name}/glass-001.h5")
        numpy.testing.assert_allclose(glass.positions, self.results.glasses[1].glass.positions, atol=1e-12)
        self.assertEqual(glass.species_names, ["L", "S"])


class Glasses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.glass = support.tiny_glass()

    def test_positions_are_a_view_that_stays(self):
        glass = self.glass.copy()
        before, again = glass.positions, glass.positions
        self.assertEqual(before.shape, (200, 2))
        self.assertTrue(numpy.shares_memory(before, again))
        self.assertFalse(before.flags.owndata or before.flags.writeable)
        kept = before.copy()
        glass.strain_to(1e-4)
        self.assertTrue(support.same_bits(before, kept))
        self.assertGreater(numpy.abs(glass.positions - before).max(), 0)
        del glass
        self.assertTrue(support.same_bits(before, kept))

    def test_stress_is_the_derivative_of_the_energy(self):
        # dU/dgamma = V Sigma_xy on an elastic branch, fourth-order difference
        step, energies = 1e-4, []
        for k in (-2, -1, 1, 2):
            other = self.glass.copy()
            other.strain_to(k * step)
            energies.append(other.energy)
        slope = (energies[0] - 8 * energies[1] + 8 * energies[2] - energies[3]) / (12 * step)
        self.assertAlmostEqual(slope / self.glass.volume, self.glass.stress_xy, delta=1e-6)

    def test_stress_is_symmetric_and_the_cell_has_the_volume(self):
        stress = self.glass.stress
        self.assertEqual(stress.shape, (2, 2))
        self.assertEqual(stress[0, 1], stress[1, 0])
        self.assertEqual(stress[0, 1], self.glass.stress_xy)
        self.assertAlmostEqual(numpy.linalg.det(self.glass.cell), self.glass.volume)

    def test_work_is_stored_or_dissipated(self):
        record = vitrum.load(self.glass.copy(), vitrum.Program().shear(0.06))
        self.assertGreater(len(record.events.strain), 0)
        increment, stress, rise, event = steps(record)
        heat = self.glass.volume * stress * increment - rise
        self.assertLess(numpy.abs(heat[~event]).max(), 1e-5)
        self.assertGreater(heat[event].min(), 0)
        self.assertTrue((record.events.dissipated > 0).all())

    def test_unloading_ends_without_stress(self):
        glass = self.glass.copy()
        record = vitrum.load(glass, vitrum.Program().shear(0.02).unload())
        self.assertAlmostEqual(glass.stress_xy, 0, delta=1e-9)
        self.assertEqual(record.leg[-1], 1)

    def test_measurements_along_the_way_leave_it_as_it_is(self):
        plain = vitrum.load(self.glass.copy(), vitrum.Program(increment=1e-3).shear(0.02))
        program = vitrum.Program(increment=1e-3, measure_every=0.01, measure_stability=True, measure_back_stress=True)
        record = vitrum.load(self.glass.copy(), program.shear(0.02))
        numpy.testing.assert_allclose(record.along.strain, [0, 0.01, 0.02], atol=1e-12)
        self.assertTrue((record.along.stability > 0).all())
        self.assertTrue(numpy.isfinite(record.along.back_stress).all())
        self.assertLess(record.along.back_stress[-1], record.stress_xy[-1])
        self.assertTrue(support.same_bits(plain.stress_xy, record.stress_xy))
        with self.assertRaisesRegex(vitrum.InputError, "how often and what"):
            vitrum.Program(measure_every=0.01)

    def test_the_slope_of_the_curve_is_the_modulus(self):
        modulus = self.glass.moduli()
        other = self.glass.copy()
        other.strain_to(1e-6)
        slope = (other.stress_xy - self.glass.stress_xy) / 1e-6
        self.assertAlmostEqual(slope, modulus.simple_shear_modulus, delta=1e-3 * abs(slope))

    def test_local_tests_leave_the_glass_and_begin_at_its_stress(self):
        glass = self.glass.copy()
        energy = glass.energy
        one = glass.local_yield(radii=[3.0], angles=[0.0, 90.0], places=[3.0, 3.0, 7.0, 8.0], threads=1)
        two = glass.local_yield(radii=[3.0], angles=[0.0, 90.0], places=numpy.array([[3.0, 3.0], [7.0, 8.0]]),
                                threads=2)
        self.assertEqual(glass.energy, energy)
        self.assertTrue(all(support.same_bits(one[n], two[n]) for n in ("tau_c", "tau_i", "x", "angle")))
        numpy.testing.assert_allclose(one.tau_i[0], -one.tau_i[1], atol=1e-12)  # opposite directions
        numpy.testing.assert_allclose(one.tau_i[0], one.stress_xy[0], atol=1e-12)
        self.assertTrue((one.tau_c >= one.tau_i)[one.found == 1].all())

    def test_larger_discs_cannot_meet_their_images(self):
        with self.assertRaisesRegex(vitrum.InputError, "radius|radii|disc"):
            self.glass.local_yield(radii=[50.0])
        with self.assertRaisesRegex(vitrum.InputError, r"shape \(2, 3\)"):
            self.glass.local_yield(radii=[3.0], places=numpy.zeros((2, 3)))


class Lattices(unittest.TestCase):
    def test_elastic_loading_is_linear(self):
        lattice = vitrum.Lattice(columns=6, rows=6, shear_modulus=10.0)
        lattice.strain_to(1e-6)
        self.assertAlmostEqual(lattice.stress_xy, 10.0 * 1e-6, delta=1e-15)

    def test_energy_is_work_less_heat(self):
        lattice = vitrum.Lattice(columns=8, rows=8, seed=3)
        record = vitrum.load(lattice, vitrum.Program().shear(0.5))
        self.assertGreater(len(record.events.strain), 50)
        self.assertTrue((record.events.dissipated >= 0).all())
        increment, stress, rise, _ = steps(record)
        # stress falls at the end of the increment: exact work is that up to stress_before
        before = numpy.asarray(record.stress_xy)[1:].copy()
        heat = numpy.zeros(before.size)
        for state, value, loss in zip(record.events.state, record.events.stress_before, record.events.dissipated):
            before[state - 1] = value
            heat[state - 1] += loss
        work = lattice.volume * (numpy.asarray(record.stress_xy)[:-1] + before) / 2 * increment
        numpy.testing.assert_allclose(work - rise, heat, atol=1e-9)

    def test_fields_average_to_the_stress(self):
        lattice = vitrum.Lattice(columns=7, rows=5, initial="liquid", seed=2)
        fields = lattice.fields()
        self.assertEqual(fields.stress_xy.shape, (5, 7))
        self.assertEqual(fields.directional_distance.shape, (8, 5, 7))
        self.assertAlmostEqual(fields.stress_xy.mean(), lattice.stress_xy, delta=1e-12)
        self.assertFalse(fields.stress_xy.flags.writeable or fields.stress_xy.flags.owndata)

    def test_patches_of_one_element_yield_where_the_element_says(self):
        lattice = vitrum.Lattice(columns=6, rows=6, seed=5)
        tests = lattice.local_yield(sizes=[1, 2], angles=[0.0, 45.0])
        self.assertEqual(set(tests.elements), {1, 2})
        self.assertTrue((tests.tau_c > tests.tau_i)[tests.found == 1].all())
        self.assertEqual(lattice.strain, 0)

    def test_the_kernel_is_in_balance(self):
        kernel = vitrum.kernel(9, 7, 13.2, 59.0)
        self.assertEqual(kernel.stress_xy.shape, (7, 9))
        # macroscopic strain held: the mean stress is that of the mean plastic strain, -G/N of a unit shear
        self.assertAlmostEqual(kernel.stress_xy.sum(), -13.2, delta=1e-9)
        centre = kernel.stress_xy[list(kernel.dy).index(0), list(kernel.dx).index(0)]
        self.assertEqual(centre, kernel.stress_xy.min())


class Loadings(unittest.TestCase):
    def test_a_loading_goes_on_to_the_same_bits(self):
        program = vitrum.Program().shear(0.02).unload()
        whole = vitrum.load(support.tiny_glass(), program)
        first = vitrum.Loading(support.tiny_glass(), program)
        for _ in range(77):
            self.assertTrue(first.advance())
        second = vitrum.Loading(support.tiny_glass(), program)
        second.resume(first.checkpoint())
        second.run(progress=False)
        self.assertTrue(second.finished and second.progress == 1)
        for name, value in support.leaves(whole):
            if not isinstance(value, str):
                self.assertTrue(support.same_bits(value, dict(support.leaves(second.record()))[name]), name)

    def test_a_snapshot_takes_a_specimen_back(self):
        lattice = vitrum.Lattice(columns=6, rows=6, seed=4)
        there = lattice.snapshot()
        first = vitrum.load(lattice, vitrum.Program().shear(0.4))
        lattice.restore(there)
        again = vitrum.load(lattice, vitrum.Program().shear(0.4))
        self.assertTrue(support.same_bits(first.stress_xy, again.stress_xy))
        with self.assertRaises(vitrum.InputError):
            lattice.restore(support.tiny_glass().snapshot())
        with self.assertRaisesRegex(vitrum.InputError, "record was expected"):
            lattice.restore({"strain": 0})

    def test_the_gil_is_free_and_the_specimen_is_not(self):
        lattice = vitrum.Lattice(columns=32, rows=32, seed=1)
        refused, ticks, done = [], [0], threading.Event()

        def tick():
            while not done.is_set():
                ticks[0] += 1
                try:
                    lattice.energy
                except vitrum.InputError as error:
                    refused.append(str(error))
                time.sleep(1e-3)

        other = threading.Thread(target=tick)
        other.start()
        try:
            vitrum.load(lattice, vitrum.Program().shear(1.0), progress=False)
        finally:
            done.set()
            other.join()
        self.assertGreater(ticks[0], 20)
        self.assertGreater(len(refused), 10)
        self.assertIn("being loaded by another thread", refused[0])
        self.assertIsInstance(lattice.energy, float)  # free again

    def test_local_tests_know_the_potential_of_their_glass(self):
        sparse = vitrum.Glass.prepare(
            seed=1, atoms=150, potential="custom", dimension=2, density=0.55, species=[{"name": "A", "fraction": 1}],
            pair=[{"species": ["A", "A"], "epsilon": 1.0, "sigma": 1.0, "inner": 2.0, "outer": 2.5}],
            liquid={**support.TINY_LIQUID, "temperature": 1.0, "melt_temperature": 2.0}, progress=False)
        tests = sparse.local_yield(radii=[3.0], angles=[0.0, 45.0], places=[5.0, 5.0], progress=False)
        self.assertEqual(tests.tau_c.shape, (2,))
        solid = vitrum.Glass.prepare(seed=1, atoms=300, potential="ka3d", progress=False,
                                     liquid={**support.TINY_LIQUID, "temperature": 1.0, "melt_temperature": 2.0})
        with self.assertRaisesRegex(vitrum.InputError, "two dimensions"):
            solid.local_yield(radii=[1.5])

    def test_no_specimen_is_no_specimen(self):
        for nothing in (lambda: vitrum.load(None, vitrum.Program().shear(0.1)),
                        lambda: vitrum.Loading(None, vitrum.Program().shear(0.1)),
                        lambda: vitrum.Specimen.copy(None)):
            with self.assertRaises(TypeError):
                nothing()

    def test_checkpoints_belong_to_their_program(self):
        lattice = vitrum.Lattice(columns=8, rows=8)
        loading = vitrum.Loading(lattice, vitrum.Program(increment=1e-3).shear(0.05))
        for _ in range(3):
            loading.advance()
        for other in (vitrum.Program(increment=2e-3).shear(0.05), vitrum.Program(increment=1e-3).shear(0.06)):
            with self.assertRaisesRegex(vitrum.InputError, "another loading program"):
                vitrum.Loading(vitrum.Lattice(columns=8, rows=8), other).resume(loading.checkpoint())

    def test_increments_that_change_nothing_are_refused(self):
        with self.assertRaisesRegex(vitrum.InputError, "1e-12"):
            vitrum.load(vitrum.Lattice(columns=8, rows=8), vitrum.Program(increment=1e-20).shear(0.05))

    def test_progress_is_told_and_may_stop_the_loading(self):
        heard = []
        vitrum.load(support.tiny_glass(), vitrum.Program().shear(0.08),
                    progress=lambda share, what: heard.append((share, what)))
        self.assertEqual(heard, sorted(heard))
        self.assertTrue(all(0 <= share <= 1 and "shearing" in what for share, what in heard))
        loading = vitrum.Loading(vitrum.Lattice(columns=64, rows=64), vitrum.Program().shear(2.0))

        def enough(share, what):
            raise StopIteration("enough")

        with self.assertRaisesRegex(StopIteration, "enough"):
            loading.run(enough)
        self.assertFalse(loading.finished)

    def test_programs_that_make_no_sense_are_refused(self):
        glass = support.tiny_glass()
        for program in (vitrum.Program(), vitrum.Program(increment=0).shear(0.1),
                        vitrum.Program().reload_forward(-0.1), vitrum.Program().cycle(0.1, 0),
                        vitrum.Program().shear(float("nan"))):
            with self.assertRaises(vitrum.InputError):
                vitrum.load(glass, program)
        with self.assertRaises(vitrum.InputError):
            glass.strain_to(float("inf"))
        for make in (vitrum.Lattice, vitrum.Glass.prepare):
            with self.assertRaisesRegex(vitrum.InputError, "sample is -1"):
                make(sample=-1)
        self.assertEqual(vitrum.Program().shear(0.1).cycle(0.2, 3).legs,
                         [{"kind": "shear", "strain": 0.1}, {"kind": "cycle", "strain": 0.2, "times": 3}])


if __name__ == "__main__":
    unittest.main()
