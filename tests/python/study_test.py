"""Studies from Python: as the program runs them, refused in its words, stopped and gone on with."""

import os
import pathlib
import signal
import subprocess
import sys
import textwrap
import threading
import time
import unittest

import numpy

import support
import vitrum

LONGER = {"glass.samples": 0, "lattice.samples": 16, "lattice.columns": 24, "lattice.rows": 24}


def one_leg(strain):
    """A study of lattices as a dict."""
    return {"study": {"seed": 5, "title": "From a dict"}, "glass": {"samples": 0},
            "lattice": {"samples": 8, "columns": 6, "rows": 6, "leg": [{"kind": "shear", "strain": strain}]},
            "compare": {"from": 0.1, "bins": 8, "bootstrap": 20}}


class Studies(unittest.TestCase):
    def setUp(self):
        self.held = support.folder()
        self.folder = pathlib.Path(self.held.name)
        self.addCleanup(self.held.cleanup)

    def assert_same_records(self, one, other):
        self.assertEqual(list(one), list(other))
        for name in one:
            theirs = dict(support.leaves(other[name].content))
            for key, value in support.leaves(one[name].content):
                if isinstance(value, str):
                    self.assertEqual(value, theirs[key])
                else:
                    self.assertTrue(support.same_bits(value, theirs[key]), f"{name} {key}")

    def test_a_study_is_what_the_program_makes_of_it(self):
        mine = vitrum.run(support.TINY, output=self.folder / "mine", set={"lattice.samples": 24})
        code, _, errors = support.run_program("run", support.TINY, "--output", self.folder / "its", "--set",
                                              "lattice.samples=24")
        self.assertEqual(code, 0, errors)
        its = vitrum.results(self.folder / "its")
        self.assert_same_records(mine, its)
        self.assertEqual(mine.summary["quantities"], its.summary["quantities"])
        self.assertGreater(len(mine.summary["quantities"]), 30)

    def test_dicts_and_texts_are_studies_too(self):
        one = vitrum.run(one_leg(0.3), output=self.folder / "dict")
        text = textwrap.dedent("""
            study = {seed = 5, title = "From a dict"}
            compare = {from = 0.1, bins = 8, bootstrap = 20}
            glass = {samples = 0}
            [lattice]
            samples = 8
            columns = 6
            rows = 6
            [[lattice.leg]]
            kind = "shear"
            strain = 0.3
            """)
        self.assert_same_records(one, vitrum.run(text, output=self.folder / "text"))
        self.assertEqual(len(one.lattices), 8)
        before = (self.folder / "dict/lattice-000.h5").stat().st_mtime_ns
        vitrum.run(one_leg(0.3), output=self.folder / "dict")
        self.assertEqual((self.folder / "dict/lattice-000.h5").stat().st_mtime_ns, before)  # nothing is done twice
        one.page.unlink()
        self.assertTrue(vitrum.report(one.folder).page.exists())

    def test_every_case_of_the_program_is_refused_in_its_words(self):
        cases = sorted((support.SOURCE / "tests/errors/cases").glob("*.toml"))
        self.assertGreater(len(cases), 20)
        here = os.getcwd()
        os.chdir(support.SOURCE / "tests/errors/cases")
        self.addCleanup(os.chdir, here)
        refused = 0
        for case in cases[:: max(1, len(cases) // 25)]:
            code, _, errors = support.run_program("check", case.name)
            if code == 0:
                vitrum.check(case.name)
                continue
            with self.assertRaises(vitrum.InputError) as caught:
                vitrum.check(case.name)
            self.assertEqual(str(caught.exception), errors.rstrip("\n"), case)
            self.assertEqual("\n".join(caught.exception.messages), str(caught.exception))
            refused += 1
        self.assertGreater(refused, 15)

    def test_all_mistakes_come_at_once(self):
        study = one_leg(0.3)
        study["lattice"].update(colums=3, rows=0)
        with self.assertRaises(vitrum.InputError) as caught:
            vitrum.run(study, set={"lattice.slip_systems": 7})
        self.assertEqual(len(caught.exception.messages), 3)
        self.assertIn("did you mean columns?", str(caught.exception))
        self.assertIsInstance(caught.exception, (ValueError, vitrum.Error))
        with self.assertRaisesRegex(TypeError, "no setting"):
            vitrum.check({"study": {"title": object()}})

    def test_other_studies_are_not_mixed_in_a_folder(self):
        vitrum.run(one_leg(0.3), output=self.folder)
        with self.assertRaises(vitrum.InputError):
            vitrum.run(one_leg(0.4), output=self.folder)

    def test_check_tells_cost_and_settings(self):
        told = vitrum.check(support.TINY)
        self.assertGreater(told["cost"]["all"]["core_seconds"], told["cost"]["lattice"]["core_seconds"])
        self.assertIn("atoms = 200", told["settings"])
        self.assertEqual(told["output"], "results/tiny")

    def test_progress_rises_to_the_end(self):
        shares, remarks = [], []
        vitrum.run(support.TINY, output=self.folder, set={"study.threads": 1, "glass.samples": 6},
                   progress=lambda share, what: remarks.append(what) if share is None else shares.append(share))
        self.assertEqual(shares, sorted(shares))
        self.assertGreater(len(shares), 1)
        self.assertIn("expected in all", remarks[0])

    def test_ctrl_c_keeps_the_work_and_the_same_call_goes_on(self):
        script = f"""
            import sys, vitrum
            try:
                vitrum.run({str(support.TINY)!r}, output={str(self.folder / "stopped")!r}, set={LONGER!r},
                           progress=lambda share, what: print("at", share, flush=True))
            except KeyboardInterrupt:
                sys.exit(130)
            """
        child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True)
        for line in child.stdout:
            if line.startswith("at 0.") and float(line.split()[1]) > 0.02:
                break
        child.send_signal(signal.SIGINT)
        child.stdout.read()
        child.stdout.close()
        self.assertEqual(child.wait(timeout=120), 130)
        self.assertLess(len(vitrum.results(self.folder / "stopped")), 2)
        self.assertTrue(list((self.folder / "stopped/checkpoint").glob("*.h5")))
        went_on = vitrum.run(support.TINY, output=self.folder / "stopped", set=LONGER)
        whole = vitrum.run(support.TINY, output=self.folder / "whole", set=LONGER)
        self.assert_same_records(went_on, whole)
        self.assertFalse(list((self.folder / "stopped/checkpoint").glob("*.h5")))

    def test_ctrl_c_stops_a_loading_which_goes_on(self):
        lattice = vitrum.Lattice(columns=64, rows=64, seed=9)
        loading = vitrum.Loading(lattice, vitrum.Program().shear(0.5))

        def interrupt():
            while True:
                try:
                    lattice.energy
                except vitrum.InputError:  # it is being loaded
                    os.kill(os.getpid(), signal.SIGINT)
                    return
                time.sleep(1e-3)

        threading.Thread(target=interrupt).start()
        with self.assertRaises(KeyboardInterrupt):
            loading.run(progress=False)
        self.assertTrue(0 < loading.progress < 1)
        loading.run(progress=False)
        whole = vitrum.load(vitrum.Lattice(columns=64, rows=64, seed=9), vitrum.Program().shear(0.5))
        self.assertTrue(support.same_bits(loading.record().stress_xy, whole.stress_xy))

    def test_another_python_thread_goes_on_meanwhile(self):
        ticks, done = [0], threading.Event()

        def tick():
            while not done.wait(1e-3):
                ticks[0] += 1

        other = threading.Thread(target=tick)
        other.start()
        vitrum.run(support.TINY, output=self.folder)
        done.set()
        other.join()
        self.assertGreater(ticks[0], 50)


class Calibrations(unittest.TestCase):
    def test_a_calibration_leaves_its_numbers(self):
        with support.folder() as folder:
            study = one_leg(1.0)
            study["lattice"]["samples"] = 6
            vitrum.run(study, output=f"{folder}/reference")
            study["reference"] = {"records": [f"{folder}/reference"], "from": 0.4}
            study["calibrate"] = {"search": "surrogate", "variants": ["C"], "samples": 4, "trials": 36,
                                  "final_samples": 4, "strain": 1.0, "from": 0.4, "tested_states": 2}
            results = vitrum.run(study, output=f"{folder}/calibrated")
            keys = str(results.summary["quantities"])
            self.assertIn("threshold_shape", keys)
            self.assertTrue(numpy.isfinite(vitrum.check(study)["cost"]["calibration"]["core_seconds"]))


if __name__ == "__main__":
    unittest.main()
