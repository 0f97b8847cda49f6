"""The code of docs/python.md runs as it stands there, block after block."""

import os
import pathlib
import re
import unittest

import support


class Documents(unittest.TestCase):
    def test_the_tour_runs(self):
        text = (support.SOURCE / "docs/python.md").read_text()
        blocks = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        self.assertGreater(len(blocks), 5)
        here = os.getcwd()
        with support.folder() as folder:
            for name in ("studies", "data", "tests"):
                pathlib.Path(folder, name).symlink_to(support.SOURCE / name)
            os.chdir(folder)
            try:
                names = {}
                for number, block in enumerate(blocks):
                    exec(compile(block, f"docs/python.md, block {number + 1}", "exec"), names)
            finally:
                os.chdir(here)


if __name__ == "__main__":
    unittest.main()
