"""The comparison of paper 1, sec. 4.1, against numpy."""

import time
import unittest

import numpy

import support
import vitrum


def sheared(seed, **settings):
    lattice = vitrum.Lattice(columns=8, rows=8, seed=seed, **settings)
    return vitrum.load(lattice, vitrum.Program().shear(1.0))


class Comparisons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.first = [sheared(seed) for seed in range(1, 7)]
        cls.second = [sheared(seed, threshold_scale=1.5) for seed in range(11, 17)]
        cls.found = vitrum.compare(cls.first, cls.second, from_strain=0.4, bins=20, bootstrap=50)

    def test_densities_are_normal_and_give_the_mismatch(self):
        for name in ("stress", "drop", "increment"):
            one = self.found[name]
            width = numpy.diff(one.edges)
            for density in (one.first, one.second):
                self.assertEqual(density.shape, width.shape)
                self.assertAlmostEqual((density * width).sum(), 1, delta=1e-12)
            # eq. 8: L[P] is half the integral of the absolute difference
            expected = (numpy.abs(one.first - one.second) * width).sum() / 2
            self.assertAlmostEqual(one.mismatch, expected, delta=1e-12)
        self.assertAlmostEqual(self.found.macro,
                               numpy.mean([self.found[n].mismatch for n in ("stress", "drop", "increment")]))

    def test_means_of_drops_are_those_of_the_events(self):
        drops = numpy.concatenate([(one.events.stress_before - one.events.stress_after)[one.events.strain > 0.4]
                                   for one in self.first])
        self.assertAlmostEqual(self.found.drop.first_mean, drops.mean(), delta=1e-12)
        self.assertAlmostEqual(self.found.drop.first_deviation, drops.std(), delta=1e-3 * drops.std() + 1e-12)

    def test_a_reference_gives_its_tables_as_records(self):
        path = support.SOURCE / "data/lj2d/atoms-1000.h5"
        tables = vitrum.open(path).content
        samples = vitrum.reference(path)
        self.assertEqual(len(samples), len(set(tables.stress.realization)))
        drops = [one.events.stress_before - one.events.stress_after for one in samples]
        numpy.testing.assert_allclose(numpy.concatenate(drops), tables.events.drop, rtol=1e-6, atol=1e-9)
        self.assertLess(vitrum.compare(samples, samples, bootstrap=20).macro, 1e-15)
        with self.assertRaises(vitrum.InputError):
            vitrum.reference("nowhere.csv")

    def test_an_ensemble_is_like_itself(self):
        same = vitrum.compare(self.first, self.first, from_strain=0.4, bootstrap=20)
        self.assertLess(same.macro, 1e-15)
        self.assertGreater(self.found.macro, self.found.floor)

    def test_windows_that_are_not_covered_are_refused(self):
        for arguments in ({"from_strain": 2.0}, {"to_strain": 3.0}, {"bins": 0}):
            with self.assertRaises(vitrum.InputError):
                vitrum.compare(self.first, self.second, **arguments)
        with self.assertRaises(vitrum.InputError):
            vitrum.compare(self.first[:1], self.second)
        with self.assertRaises(vitrum.InputError):
            vitrum.compare([{}], [{}])
        with self.assertRaisesRegex(vitrum.InputError, "list of two records"):
            vitrum.compare(self.first[0], self.second)

    def test_it_tells_how_far_it_is_and_may_be_stopped(self):
        heard = []

        def enough(share, what):
            heard.append(share)
            if share > 0:
                raise StopIteration("enough")

        begin = time.monotonic()
        with self.assertRaisesRegex(StopIteration, "enough"):
            vitrum.compare(self.first, self.second, from_strain=0.4, bootstrap=10**8, progress=enough)
        self.assertLess(time.monotonic() - begin, 60)  # all of it would take hours
        self.assertTrue(heard and heard == sorted(heard) and heard[-1] < 1)


if __name__ == "__main__":
    unittest.main()
