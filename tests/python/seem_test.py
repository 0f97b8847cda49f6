"""Paper 2 through Python: its equations again in numpy, and the same harvest from files and from records."""

import os
import signal
import threading
import time
import unittest

import numpy

import support
import vitrum

LAW = {"softening": 1e9, "tau_a": 1e9, "tau_b": 1e9}  # the linear law: u_el = Omega tau^2 / (2 G_0)
SETS = {name: str(support.SOURCE / f"data/lj2d/loadings-1000-{name}.h5") for name in ("hot", "slow")}


def state_space(loadings, law):
    """Strain, stress and X_1 of each specimen by eqs. 5 and 7 of paper 2, without softening: of its states and, before
    the state that follows it, of both sides of every event.
    """
    states, events = loadings.content.states, loadings.content.events
    for i, start in enumerate(loadings.content.specimens.energy):
        mine, its = states.specimen == i, events.specimen == i
        first = numpy.repeat(events.state[its], 2)
        order = numpy.concatenate([numpy.arange(mine.sum()) + 0.5, first])
        order = numpy.argsort(order, kind="stable")

        def both(of_states, before, after):
            return numpy.concatenate([of_states[mine], numpy.stack([before[its], after[its]], axis=1).ravel()])[order]

        strain = both(states.strain, events.strain, events.strain)
        stress = both(states.stress, events.stress_before, events.stress_after)
        energy = both(states.energy, events.energy_before, events.energy_after) + start
        yield strain, stress, energy - law.reference - law.volume * stress**2 / (2 * law.modulus)


def seen_at(at, strain, values):
    """The value at a strain, on the straight line between the points about it; at that of an event what follows it."""
    behind = numpy.searchsorted(strain, at + 1e-12, side="right")
    if behind == len(strain):
        return values[-1]
    share = (at - strain[behind - 1]) / (strain[behind] - strain[behind - 1])
    return values[behind - 1] + share * (values[behind] - values[behind - 1])


class Harvests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.harvest = vitrum.seem.harvest(SETS, bins=[6, 6], walkers=50, held_out=0.0, **LAW)
        cls.loadings = {name: vitrum.open(path) for name, path in SETS.items()}

    def test_sets_are_those_that_were_given(self):
        self.assertEqual([one.label for one in self.harvest.sets.values()], list(SETS))
        specimens = [len(file.content.specimens.atoms) for file in self.loadings.values()]
        self.assertEqual([one.harvested for one in self.harvest.sets.values()], specimens)

    def test_mean_curves_follow_the_law(self):
        for one, (name, file) in zip(self.harvest.sets.values(), self.loadings.items()):
            curves = list(state_space(file, self.harvest.law))
            # an error of a part in ten of the elastic energy would be seen
            elastic = self.harvest.law.volume * one.measured.stress[-1]**2 / (2 * self.harvest.law.modulus)
            self.assertGreater(0.1 * elastic, 10 * 1e-3 * one.measured.inelastic_deviation[-1])
            for k in range(0, 101, 5):
                at = one.measured.strain[k]
                stress, inelastic = numpy.array([[seen_at(at, strain, values) for values in (stress, inelastic)]
                                                 for strain, stress, inelastic in curves]).T
                for mine, its, spread in (
                        (stress, one.measured.stress, one.measured.stress_deviation),
                        (inelastic, one.measured.inelastic, one.measured.inelastic_deviation)):
                    self.assertLess(abs(mine.mean() - its[k]), 1e-3 * spread[k] + 1e-12, f"{name} at {at}")
                    self.assertLess(abs(mine.std(ddof=1) - spread[k]), 1e-3 * spread[k] + 1e-12, f"{name} at {at}")

    def test_exposure_and_events_are_those_of_the_records(self):
        strain = sum(mine[-1] - mine[0] for file in self.loadings.values()
                     for mine, _, _ in state_space(file, self.harvest.law))
        self.assertAlmostEqual(self.harvest.library.exposure.sum(), strain, delta=1e-9 * strain)
        events = sum(len(file.content.events.strain) for file in self.loadings.values())
        self.assertEqual(len(self.harvest.library.stress_drop), events)

    def test_rates_and_drifts_are_counted_from_the_library(self):
        library, flow = self.harvest.library, self.harvest.flow
        counts = numpy.diff(library.begin).reshape(6, 6)
        known = library.exposure > 0
        numpy.testing.assert_allclose(flow.rate[known], counts[known] / library.exposure[known])
        self.assertTrue(numpy.isnan(flow.rate[~known]).all())
        drops = numpy.add.reduceat(numpy.append(library.stress_drop, 0.0), library.begin[:-1]) * (counts.ravel() > 0)
        drift = self.harvest.law.modulus - drops.reshape(6, 6)[known] / library.exposure[known]
        numpy.testing.assert_allclose(flow.stress_drift[known], drift, rtol=1e-6)

    def test_replays_repeat_and_begin_where_they_are_told(self):
        strains = numpy.linspace(0, 0.3, 16)
        one = self.harvest.replay(strains, walkers=40, start=(0.1, 0.02), seed=3, threads=1)
        two = self.harvest.replay(strains, walkers=40, start=(0.1, 0.02), seed=3, threads=2)
        self.assertTrue(support.same_bits(one.stress, two.stress))
        self.assertEqual(one.stress.shape, (40, 16))
        self.assertTrue((one.stress[:, 0] == 0.1).all() and (one.inelastic[:, 0] == 0.02).all())
        other = self.harvest.replay(strains, walkers=40, start=(0.1, 0.02), seed=4)
        self.assertFalse(support.same_bits(one.stress, other.stress))
        with self.assertRaises(vitrum.InputError):
            self.harvest.replay([0.1, 0.0])
        with self.assertRaisesRegex(vitrum.InputError, "no set 9"):
            self.harvest.replay(strains, set=9)

    def test_states_that_are_no_numbers_are_refused(self):
        for start in ((0.1, float("nan")), (0.1,), (1, 2, 3), (1e200, -1e300)):
            with self.assertRaises(vitrum.InputError):
                self.harvest.replay([0, 0.1], walkers=2, start=start)
        specimen = self.harvest.specimen()
        before = specimen.stress_xy
        with self.assertRaises(vitrum.InputError):
            specimen.strain_to(float("nan"))
        self.assertEqual(specimen.stress_xy, before)

    def test_replays_refuse_what_they_cannot_walk(self):
        strains = numpy.linspace(0, 0.3, 16)
        for wrong in ({"start": (numpy.nan, 0.01)}, {"start": (0.1, numpy.inf)}, {"start": (0.1, 1e9)},
                      {"increment": -1e-5}, {"increment": numpy.nan}, {"increment": numpy.inf}):
            with self.subTest(wrong), self.assertRaises(vitrum.InputError):
                self.harvest.replay(strains, walkers=2, **wrong)
        for wrong in ([numpy.nan], [0, numpy.inf]):
            with self.subTest(wrong), self.assertRaises(vitrum.InputError):
                self.harvest.replay(wrong, walkers=2)

    def test_long_work_tells_how_far_it_is(self):
        for work in (lambda heard: vitrum.seem.harvest(SETS, bins=[6, 6], walkers=50, progress=heard, **LAW),
                     lambda heard: self.harvest.replay([0, 0.1, 0.3], walkers=50, progress=heard)):
            shares = []
            work(lambda share, what: shares.append((share, what)))
            self.assertTrue(shares)
            self.assertTrue(all(0 <= share <= 1 and what for share, what in shares))
            self.assertAlmostEqual(shares[-1][0], 1)

    def test_long_work_stops_when_it_is_asked_to(self):
        def harvest(heard, **settings):
            vitrum.seem.harvest(SETS, bins=[6, 6], progress=heard, **LAW, **settings)
        for part, work in (
                ("walkers", lambda heard: harvest(heard, walkers=100_000)),
                ("smooth map", lambda heard: harvest(heard, walkers=10, smooth=True)),
                ("walkers", lambda heard: self.harvest.replay([0, 0.1, 0.3], walkers=500_000, progress=heard))):
            asked = []

            def interrupt():
                asked.append(time.monotonic())
                os.kill(os.getpid(), signal.SIGINT)

            timer = threading.Timer(0.3, interrupt)

            def heard(_, what, part=part, timer=timer):
                if what.startswith(part) and not timer.ident:
                    timer.start()
            with self.subTest(part):
                with self.assertRaises(KeyboardInterrupt):
                    work(heard)
                self.assertLess(time.monotonic() - asked[0], 2)

    def test_replayed_means_agree_with_what_was_harvested(self):
        hot = self.harvest.sets[0]
        replay = self.harvest.replay(hot.replayed.strain, set=0, walkers=400)
        error = numpy.hypot(replay.stress.std(axis=0) / numpy.sqrt(400), hot.measured.stress_error)
        difference = (replay.stress.mean(axis=0) - hot.measured.stress)[20:] / error[20:]
        self.assertLess(numpy.sqrt((difference**2).mean()), 2)
        # and these are the walkers of the harvest itself
        mine = self.harvest.replay(hot.replayed.strain, set=0, walkers=50)
        numpy.testing.assert_allclose(mine.stress.mean(axis=0), hot.replayed.stress, atol=1e-12)

    def test_a_map_specimen_stands_on_the_rig(self):
        specimen = self.harvest.specimen(set=0, sample=1)
        other = specimen.copy()
        record = vitrum.load(specimen, vitrum.Program().shear(0.2).unload())
        self.assertAlmostEqual(specimen.stress_xy, 0, delta=1e-12)
        self.assertGreater(len(record.events.strain), 5)
        again = vitrum.load(other, vitrum.Program().shear(0.2).unload())
        self.assertTrue(support.same_bits(record.stress_xy, again.stress_xy))
        # eq. 5: the energy is that of the law
        law = self.harvest.law
        energy = law.reference + specimen.inelastic + law.volume * specimen.stress_xy**2 / (2 * law.modulus)
        self.assertAlmostEqual(specimen.energy / record.measures.atoms, energy, delta=1e-9)

    def test_records_at_hand_are_harvested_like_their_files(self):
        program = vitrum.Program().shear(0.2)
        study = {"study": {"seed": 7}, "glass": {"samples": 4, "atoms": 200, "liquid": support.TINY_LIQUID,
                                                 "leg": [{"kind": "shear", "strain": 0.2}]}, "lattice": {"samples": 0}}
        glasses = [support.tiny_glass(sample) for sample in range(4)]
        self.same_whatever_the_source(study, [vitrum.load(one, program) for one in glasses])

    @unittest.skipUnless(support.METAL_TABLE.exists(), "the package lammps-data is missing")
    def test_records_of_metals_at_hand_are_harvested_like_their_files(self):
        study = {"study": {"seed": 7}, "lattice": {"samples": 0},
                 "glass": {"samples": 3, "increment": 5e-4, **support.HASTY_METAL,
                           "leg": [{"kind": "shear", "strain": 0.04}]}}
        glasses = [vitrum.Glass.prepare(seed=7, sample=sample, progress=False, **support.HASTY_METAL)
                   for sample in range(3)]
        records = [vitrum.load(one, vitrum.Program(increment=5e-4).shear(0.04)) for one in glasses]
        for record in records:
            units = [record[name].unit for name, value in support.leaves(record) if hasattr(value, "unit")]
            self.assertFalse([unit for unit in units if "sigma" in unit or "eps" in unit or "model" in unit])
            self.assertEqual(record.states.unit("stress_xy"), "eV/A^3")
            self.assertEqual(record.measures.unit("volume"), "A^3")
        self.assertEqual(glasses[0].moduli().unit("shear_modulus"), "eV/A^3")
        harvest = self.same_whatever_the_source(study, records)
        # G_0 is the slope of the stress of the records, in the units that these name
        slopes = [numpy.polyfit(one.strain[:5], one.stress_xy[:5], 1)[0] for one in records]
        self.assertAlmostEqual(harvest.law.modulus / numpy.mean(slopes), 1, delta=0.5)

    def same_whatever_the_source(self, study, records):
        settings = {"bins": [4, 4], "walkers": 10, "held_out": 0.0, **LAW}
        with support.folder() as folder:
            results = vitrum.run(study, output=folder)
            paths = [str(results.folder / f"glass-{i:03}.h5") for i in range(len(records))]
            sources = {"folder": folder, "paths": paths, "files": [vitrum.open(path) for path in paths],
                       "glasses": results.glasses, "records": records}
            found = {name: vitrum.seem.harvest({"own": of}, **settings) for name, of in sources.items()}
        for name in sources:
            self.assert_same(found["folder"], found[name], name)
        return found["folder"]

    def assert_same(self, one, other, what):
        others = dict(support.leaves(other))
        for name, value in support.leaves(one):
            if isinstance(value, str):
                self.assertEqual(value, others[name], f"{what}: {name}")
            else:
                self.assertTrue(support.same_bits(value, others[name]), f"{what}: {name}")

    def test_walkers_of_a_metal_are_harvested_beside_its_glasses(self):
        path = str(support.SOURCE / "data/cuzr/atoms-1000-1e14.h5")
        settings = {"bins": [6, 6], "walkers": 10, "held_out": 0.0, **LAW}
        harvest = vitrum.seem.harvest({"glasses": path}, **settings)
        self.assert_same(harvest, vitrum.seem.harvest({"glasses": vitrum.open(path)}, **settings), "an open file")
        walkers = [vitrum.load(harvest.specimen(sample=i), vitrum.Program(increment=1e-5).shear(0.3), progress=False)
                   for i in range(4)]
        self.assertEqual(walkers[0].measures.units, "metal")
        self.assertEqual(walkers[0].states.unit("stress_xy"), "eV/A^3")
        self.assertEqual(walkers[0].measures.unit("volume"), "A^3")
        both = vitrum.seem.harvest({"glasses": path, "walkers": walkers}, **settings)
        glasses, walked = both.sets[0], both.sets[1]
        # walkers begin where glasses begin, and flow at their stress: another factor than 1 would be 160
        self.assertAlmostEqual(walked.whole.stress[-1] / glasses.whole.stress[-1], 1, delta=0.3)

    def test_what_cannot_be_harvested_is_said(self):
        with self.assertRaisesRegex(vitrum.InputError, "u_A"):
            vitrum.seem.harvest({"slow": SETS["slow"]})
        with self.assertRaisesRegex(vitrum.InputError, "is not there"):
            vitrum.seem.harvest({"none": "nowhere.h5"})
        with self.assertRaisesRegex(vitrum.InputError, "did you mean walkers"):
            vitrum.seem.harvest(SETS, walker=10)


if __name__ == "__main__":
    unittest.main()
