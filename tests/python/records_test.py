"""Records: what they hold is what h5py finds in the file, and nothing is copied."""

import gc
import pathlib
import pickle
import shutil
import unittest

import h5py
import numpy

import support
import vitrum


class Records(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = support.folder()
        cls.folder = pathlib.Path(cls.held.name)
        # Local tests, a calibration's reference and loadings: files of every kind.
        code, _, errors = support.run_program(
            "run", support.TINY, "--output", cls.folder / "tiny", "--set", "glass.probes.strains=[0.0]",
            "--set", "glass.probes.radii=[3.0]", "--set", "glass.probes.spacing=7.0", "--set", "glass.probes.angles=[0]",
            "--set", "lattice.patches.strains=[0.3]", "--set", "lattice.patches.sizes=[1, 2]", "--set", "lattice.patches.samples=2")
        assert code == 0, errors
        for kind in ("reference", "loadings"):
            code, _, errors = support.run_program("export", cls.folder / "tiny", "--to", kind, "-o",
                                                  cls.folder / f"{kind}.h5")
            assert code == 0, errors
        cls.files = sorted(cls.folder.rglob("*.h5")) + sorted((support.SOURCE / "data").rglob("*.h5"))

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def test_every_kind_of_file_holds_what_h5py_finds(self):
        kinds = set()
        for path in self.files:
            record = vitrum.open(path)
            kinds.add((record.kind, path.name.split("-")[0]))
            with h5py.File(path) as file:
                self.assertEqual(record.kind, file["kind"].asstr()[()])
                for part in ("content", "provenance"):
                    theirs = dict(support.datasets(file[part]))
                    ours = dict(support.leaves(record[part]))
                    self.assertEqual(set(ours), set(theirs), path)
                    for name, dataset in theirs.items():
                        if dataset.dtype.kind == "S":
                            self.assertEqual(ours[name], dataset.asstr()[()])
                            continue
                        self.assertTrue(support.same_bits(ours[name], dataset[()]), f"{path} {name}")
                        self.assertTrue(support.same_bits(record[f"{part}/{name}"], dataset[()]))
                        group, _, last = f"{part}/{name}".rpartition("/")
                        self.assertEqual(record[group].unit(last), dataset.attrs.get("unit", b"").decode())
                        self.assertEqual(record[group].note(last), dataset.attrs.get("note", b"").decode())
        self.assertGreaterEqual({kind for kind, _ in kinds}, {"sample", "reference", "loadings"})
        self.assertIn(("sample", "lattice"), kinds)

    def test_checkpoints_open_too(self):
        glass = support.tiny_glass()
        loading = vitrum.Loading(glass, vitrum.Program().shear(0.01))
        for _ in range(20):
            loading.advance()
        self.assertGreater(len(dict(support.leaves(loading.checkpoint()))), 10)

    def test_arrays_are_views_of_the_record(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        one, other = record.strain, record["content/history/states/strain"]
        self.assertTrue(numpy.shares_memory(one, other))
        self.assertFalse(one.flags.owndata)
        self.assertFalse(one.flags.writeable)
        with self.assertRaises(ValueError):
            one[0] = 1
        with self.assertRaises(ValueError):
            numpy.asarray(one).flags.writeable = True
        # Nor does a record that was made here copy.
        mine = vitrum.load(support.tiny_glass(), vitrum.Program().shear(0.005))
        self.assertTrue(numpy.shares_memory(mine.stress_xy, mine.history.states.stress_xy))

    def test_an_array_outlives_its_record(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        strain = record.history.states.strain
        expected = strain.copy()
        del record
        gc.collect()
        junk = [numpy.random.default_rng(0).random(strain.size) for _ in range(200)]
        self.assertTrue(support.same_bits(strain, expected))
        del junk

    def test_units_stay_with_slices_and_go_with_arithmetic(self):
        strain = vitrum.open(self.folder / "tiny/glass-000.h5").strain
        self.assertEqual((strain.unit, strain[3:].unit), ("1", "1"))
        self.assertIn("gamma = 2 eps_xy", strain.note)
        self.assertIs(type(strain * 2), numpy.ndarray)
        self.assertIs(type(numpy.sqrt(strain)), numpy.ndarray)
        self.assertTrue(numpy.array_equal(pickle.loads(pickle.dumps(numpy.asarray(strain))), strain))

    def test_numbered_groups_are_found_by_number(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        self.assertTrue(numpy.shares_memory(record.snapshots[0].fields.x, record["snapshots/0000/fields/x"]))
        numpy.testing.assert_allclose([one["strain"] for one in record.snapshots.values()], [0.01, 0.03])
        with self.assertRaises(IndexError):
            record.snapshots[7]
        batch = vitrum.open(self.folder / "tiny/lattice-000.h5").content
        self.assertEqual([batch[i]["sample"] for i in range(12)], list(range(12)))

    def test_records_are_mappings_by_path_too(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        for name in ("history/states/strain", "content", "content/history", "provenance/seed", "history"):
            self.assertIn(name, record)
            record[name]
        for name in ("history/states/strian", "model/x", "nothing", "history/states/strain/more", "content/nothing"):
            self.assertNotIn(name, record)
            self.assertEqual(record.get(name, "instead"), "instead")
            with self.assertRaises(KeyError):
                record[name]
        self.assertIn("fields", record.snapshots[numpy.int64(0)])

    def test_records_and_arrays_travel_to_other_processes(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        again = pickle.loads(pickle.dumps(record))
        self.assertEqual(again.describe(), record.describe())
        for one, other in zip(support.leaves(again.content), support.leaves(record.content), strict=True):
            self.assertEqual(one[0], other[0])
            self.assertTrue(numpy.array_equal(one[1], other[1], equal_nan=not isinstance(one[1], str)))
        stress = pickle.loads(pickle.dumps(record.stress_xy))
        self.assertEqual((stress.unit, stress.note), (record.stress_xy.unit, record.stress_xy.note))
        self.assertNotEqual(stress.unit, "")
        self.assertTrue(numpy.array_equal(stress, record.stress_xy))

    def test_files_come_in_the_order_of_their_numbers(self):
        folder = self.folder / "many"
        folder.mkdir()
        for number in (999, 1000, 10):
            shutil.copy(self.folder / "tiny/glass-000.h5", folder / f"glass-{number:03}.h5")
        self.assertEqual(list(vitrum.results(folder)), ["glass-010", "glass-999", "glass-1000"])

    def test_names_that_are_not_there_are_named(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        with self.assertRaisesRegex(KeyError, "strian.*strain"):
            record["history/states/strian"]
        with self.assertRaisesRegex(AttributeError, "strian"):
            record.strian
        self.assertNotIn("strian", record)
        self.assertIn("history", dir(record))

    def test_provenance_tells_study_and_settings(self):
        record = vitrum.open(self.folder / "tiny/glass-000.h5")
        self.assertEqual(record.provenance.study, support.TINY.read_text())
        self.assertEqual(record.provenance.seed, 7)
        self.assertIn("atoms = 200", record.provenance.settings)
        self.assertEqual(record.provenance.version, vitrum.__version__)

    def test_damaged_files_are_refused_with_the_words_of_the_program(self):
        whole = (self.folder / "tiny/glass-000.h5").read_bytes()
        changed = bytearray(whole)
        changed[len(whole) // 2] ^= 1
        cases = {"empty": b"", "cut": whole[: len(whole) // 2], "changed": bytes(changed),
                 "foreign": b"\x89HDF\r\n\x1a\n" + bytes(1000), "text": b"strain,stress\n0,0\n",
                 "newer": whole.replace(b"vitrum file format 1", b"vitrum file format 9", 1)}
        for name, content in cases.items():
            path = self.folder / f"damaged-{name}.dat"
            path.write_bytes(content)
            self._refused_alike(path)
        self._refused_alike(self.folder / "not-there.h5")

    def _refused_alike(self, path):
        code, _, errors = support.run_program("info", path)
        self.assertEqual(code, 2, path)
        with self.assertRaises(vitrum.InputError) as caught:
            vitrum.open(path)
        self.assertEqual(str(caught.exception), errors.rstrip("\n"))

    def test_results_list_their_samples(self):
        results = vitrum.results(self.folder / "tiny")
        self.assertEqual([one["sample"] for one in results.glasses], [0, 1, 2])
        self.assertEqual([one["sample"] for one in results.lattices], list(range(40)))
        tests = results.local_yield("glass", 1)
        self.assertEqual([one["strain"] for one in tests], [0.0])
        self.assertEqual(tests[0].tau_c.shape, tests[0].x.shape)
        self.assertEqual(len(results.local_yield("lattice", 0)), 1)
        self.assertIn("quantities", results.summary)
        self.assertTrue(results.page.exists())
        with self.assertRaises(vitrum.InputError):
            vitrum.results(self.folder / "nowhere")


if __name__ == "__main__":
    unittest.main()
