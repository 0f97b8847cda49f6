"""Paper 2 through Python: its equations again in numpy, and the same harvest from files and from records."""

import unittest

import numpy

import support
import vitrum

LAW = {"softening": 1e9, "tau_a": 1e9, "tau_b": 1e9}  # the linear law: u_el = Omega tau^2 / (2 G_0)
SETS = {name: str(support.SOURCE / f"data/lj2d/loadings-1000-{name}.h5") for name in ("hot", "slow")}


def state_space(loadings, law):
    """Strain, stress and X_1 of each specimen by eqs. 5 and 7 of paper 2, without softening."""
    states, specimens = loadings.content.states, loadings.content.specimens
    for i, start in enumerate(specimens.energy):
        mine = states.specimen == i
        stress = states.stress[mine]
        energy = states.energy[mine] + start
        yield (states.strain[mine], stress,
               energy - law.reference - law.volume * stress**2 / (2 * law.modulus))


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
            for k in (0, 50, 100):
                at = one.measured.strain[k]
                mean = numpy.mean([inelastic[numpy.argmin(abs(strain - at))] for strain, _, inelastic in curves])
                spread = one.measured.inelastic_deviation[k] + 1e-9
                self.assertLess(abs(mean - one.measured.inelastic[k]), 0.3 * spread, f"{name} at {at}")

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
        settings = {"bins": [4, 4], "walkers": 10, **LAW}
        with support.folder() as folder:
            vitrum.run(study, output=folder)
            files = vitrum.seem.harvest({"own": folder}, **settings)
        glasses = [support.tiny_glass(sample) for sample in range(4)]
        records = vitrum.seem.harvest({"own": [vitrum.load(one, program) for one in glasses]}, **settings)
        for name, value in support.leaves(files):
            if not isinstance(value, str):
                self.assertTrue(support.same_bits(value, dict(support.leaves(records))[name]), name)

    def test_what_cannot_be_harvested_is_said(self):
        with self.assertRaisesRegex(vitrum.InputError, "u_A"):
            vitrum.seem.harvest({"slow": SETS["slow"]})
        with self.assertRaisesRegex(vitrum.InputError, "is not there"):
            vitrum.seem.harvest({"none": "nowhere.h5"})
        with self.assertRaisesRegex(vitrum.InputError, "did you mean walkers"):
            vitrum.seem.harvest(SETS, walker=10)


if __name__ == "__main__":
    unittest.main()
