"""Calls our side of the comparison, build/release/bench/against_lammps."""
import csv
import json
import os
import subprocess


class Driver:
    def __init__(self, program, core, increment, tolerance):
        self.program, self.core = str(program), core
        self.physics = ["--increment", str(increment), "--force-tolerance", str(tolerance)]

    def call(self, *arguments):
        command = ["taskset", "-c", str(self.core), self.program, *map(str, arguments)]
        environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
        return json.loads(done.stdout) if done.stdout else {}

    def glass(self, path, atoms, duration):
        """A glass of so many atoms, made when it is not there yet."""
        return self._file(path, "prepare", "--atoms", atoms, "--duration", duration)

    def sheared(self, path, glass, strain):
        return self._file(path, "shear-to", glass, "--strain", strain, *self.physics)

    def _file(self, path, *arguments):
        if not path.exists():
            print(f"  making {path.name}", flush=True)
            unfinished = path.with_suffix(".tmp")
            self.call(*arguments, "--output", unfinished)
            unfinished.rename(path)
        return path

    def forces(self, data):
        return self.call("forces", data)

    def shear(self, data, increments, output, *more):
        """Rows 0 (the start) to `increments`, and the area and peak memory."""
        facts = self.call("shear", data, "--increments", increments, "--output", output, *self.physics,
                          *more)
        with open(output) as file:
            rows = [dict(energy=float(r["energy"]), stress=float(r["stress_xy"]), residual=float(r["residual"]),
                         seconds=float(r["seconds"]), evaluations=int(r["evaluations"]))
                    for r in csv.DictReader(file)]
        return rows, facts
