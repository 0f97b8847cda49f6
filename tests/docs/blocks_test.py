"""The runner of blocks itself: what it must find, and what it must let pass."""
import os
import subprocess
import sys
import tempfile

from blocks import blocks_of, difference

blocks = blocks_of("""text
<!-- not run: needs a cluster -->

```sh
mpirun
```
```toml
# a.toml
x = 1
```
- list
  ```sh
  true
  ```
""")
assert [(block.line, block.language, block.remark) for block in blocks] == [
    (5, "sh", "not run: needs a cluster"), (8, "toml", ""), (13, "sh", "")], blocks
assert blocks[2].text == "true\n"
try:
    blocks_of("```sh\ntrue\n")
    assert False, "a block without end"
except ValueError:
    pass

assert difference("mean 0.53 of 12", "mean  0.5349 of 12\n") == ""
assert difference("mean 0.53", "mean 0.536")
assert difference("mean 0.53", "median 0.53")
assert difference("1.2e-3", "1.24e-3") == "" and difference("1.2e-3", "1.3e-3")
assert difference("100", "104", 0.05) == "" and difference("100", "106", 0.05)
assert difference("1 2", "1")

here = os.path.dirname(os.path.abspath(__file__))
with tempfile.TemporaryDirectory() as folder:
    for name in ("studies", "data", "docs"):
        os.mkdir(f"{folder}/{name}")

    def status(text):
        with open(f"{folder}/x.md", "w") as file:
            file.write(text)
        done = subprocess.run([sys.executable, f"{here}/run.py", "/bin/echo", folder, f"{folder}/work", "x.md"],
                              stdout=subprocess.PIPE, text=True)
        return done.returncode, done.stdout

    assert status("```sh\nvitrum run a\n```\n<!-- prints -->\n```text\nrun a\n```\n") == (0, "")
    assert status("<!-- tested with: --set b=1 -->\n```sh\nvitrum run a\n```\n<!-- prints -->\n```text\nrun a --set b=1\n```\n")[0] == 0
    assert status("<!-- tested by: true -->\n```sh\nfalse\n```\n")[0] == 0
    assert status("<!-- not run: no time -->\n```sh\nfalse\n```\n")[0] == 0
    assert status("```toml\n# a.toml\nx = 1\n```\n```sh\ngrep -q 'x = 1' a.toml\n```\n")[0] == 0
    code, said = status("one\n\n```sh\ntrue\nfalse | true\n```\n")
    assert code == 1 and "x.md:4: exit status 1" in said, said
    assert status("<!-- not run: -->\n```sh\nfalse\n```\n")[0] == 1
    assert status("```bash\ntrue\n```\n")[0] == 1
    assert status("```sh\necho 1\n```\n<!-- prints -->\n```text\n2\n```\n")[0] == 1
    with open(f"{folder}/figure.svg", "w") as file:
        file.write("old\n")
    assert status("```sh\necho old > figure.svg\n```\n")[0] == 0
    code, said = status("```sh\necho new > figure.svg\n```\n")
    assert code == 1 and "figure.svg is not what" in said, said
