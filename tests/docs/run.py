"""Runs every block of a document in one temporary folder, as its reader would: run.py VITRUM SOURCES WORK DOCUMENT...

`sh` blocks are run in their order, `vitrum` and build/release/vitrum being the program under test, and studies/ and data/ the
tree's. A `toml` block that begins with a line `# NAME.toml` is written as that file, `python` blocks are run, and blocks of
other kinds are read only; blocks.py lists the comments that say otherwise. A figure (.svg) that the commands make must be the one
that stands beside the document.
"""
import os
import re
import shutil
import subprocess
import sys
import time

from blocks import blocks_of, difference

known = ("sh", "toml", "python", "text", "csv", "json", "c++", "cmake", "")

program = """#!/bin/sh
case "$1" in
  run | check) set -f; exec {vitrum} "$@" $TESTED_WITH ;;   # -f: brackets are no patterns
  *) exec {vitrum} "$@" ;;
esac
"""


def prepare(work, vitrum, sources):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(f"{work}/build/release")
    os.makedirs(f"{work}/bin")
    for name in (f"{work}/bin/vitrum", f"{work}/build/release/vitrum"):
        with open(name, "w") as file:
            file.write(program.format(vitrum=vitrum))
        os.chmod(name, 0o755)
    for folder in ("studies", "data", "docs"):
        os.symlink(f"{sources}/{folder}", f"{work}/{folder}")


def run(command, work, options=""):
    environment = dict(os.environ, PATH=f"{work}/bin:{os.environ['PATH']}", TESTED_WITH=options,
                       OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1", OMPI_MCA_rmaps_base_oversubscribe="1")
    return subprocess.run(command, cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def do(block, work, printed):
    """Does what the block says; returns what is wrong, and what was printed."""
    if block.language not in known:
        return f"a block of unknown kind '{block.language}'", printed
    if block.remark.startswith("not run"):
        return ("" if re.match(r"not run: \w", block.remark) else "no reason why it is not run"), printed
    if block.language == "sh":
        what, _, said = block.remark.partition(": ")
        command = said if what == "tested by" else block.text
        done = run(["bash", "-euo", "pipefail", "-c", command], work, said if what == "tested with" else "")
        return ("" if done.returncode == 0 else f"exit status {done.returncode}\n{done.stdout}{done.stderr}"), done.stdout
    if block.language == "python":
        done = run([sys.executable, "-c", block.text], work)
        return ("" if done.returncode == 0 else done.stderr), done.stdout
    named = re.match(r"# (\S+\.toml)\b", block.text)
    if block.language == "toml" and named:
        with open(f"{work}/{named[1]}", "w") as file:
            file.write(block.text)
    prints = re.fullmatch(r"prints(?: within ([\d.]+) %)?", block.remark)
    if prints:
        end = printed.split("\n")[-1 - block.text.count("\n"):]
        wrong = difference(block.text, "\n".join(end), float(prints[1]) / 100 if prints[1] else None)
        return (f"{wrong}; printed was\n{printed}" if wrong else ""), printed
    return "", printed


def figures_that_differ(made, shown):
    """Figures of the document that stand beside it and that its commands have made otherwise."""
    names = [name for name in os.listdir(made) if name.endswith(".svg") and os.path.exists(f"{shown}/{name}")]
    return [name for name in names if open(f"{made}/{name}").read() != open(f"{shown}/{name}").read()]


def main(vitrum, sources, work, *documents):
    failures = 0
    for document in documents:
        folder = os.path.join(work, re.sub(r"\W", "_", document))
        prepare(folder, vitrum, sources)
        printed = ""
        for block in blocks_of(open(f"{sources}/{document}").read()):
            start = time.monotonic()
            wrong, printed = do(block, folder, printed)
            if time.monotonic() - start > 0.5:
                print(f"{document}:{block.line}: {time.monotonic() - start:.1f} s")
            if wrong:
                failures += 1
                print(f"{document}:{block.line}: {wrong}\n{block.text}")
                break
        for figure in figures_that_differ(folder, os.path.dirname(f"{sources}/{document}")):
            failures += 1
            print(f"{document}: {figure} is not what its commands make: {folder}/{figure}")
        if not failures:
            shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3]), *sys.argv[4:]))
