"""The completions offer what the program's help lists: completion_test.py VITRUM SOURCES WORK."""
import os
import re
import shutil
import subprocess
import sys

vitrum, sources, work = sys.argv[1:]
shutil.rmtree(work, ignore_errors=True)
os.makedirs(f"{work}/folder")
for name in ("a.toml", "b.h5", "notes.txt"):
    open(f"{work}/{name}", "w").close()
wrong = []


def output(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def offered(*words):
    """What bash offers for the last of these words, behind `vitrum`."""
    script = f"""
set -u
. {sources}/completions/vitrum.bash
COMP_WORDS=({vitrum} {" ".join(f"'{word}'" for word in words)})
COMP_CWORD={len(words)}
_vitrum
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], cwd=work, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.stderr:
        wrong.append(f"{words}: {done.stderr}")
    return [line for line in done.stdout.split("\n") if line]


def expect(words, wanted):
    found = offered(*words)
    if sorted(found) != sorted(wanted):
        wrong.append(f"vitrum {' '.join(words)}: offered {sorted(found)}, expected {sorted(wanted)}")


top = output(vitrum, "--help")
commands = re.findall(r"^  ([a-z-]+)  ", top.partition("Subcommands:")[2].partition("Examples:")[0], re.MULTILINE)
expect([""], commands)
expect(["ru"], [name for name in commands if name.startswith("ru")])
expect(["nothing-like-it"], [])
options = {}
for command in commands:
    text = output(vitrum, command, "--help").partition("Options:")[2].partition("\n\n")[0]
    options[command] = re.findall(r"^  (-h),(--help)|^  (?:-\w,)?(--[a-z-]+)", text, re.MULTILINE)
    options[command] = [name for names in options[command] for name in names if name]
    options[command] += re.findall(r"^  (-\w),--(?!help)", text, re.MULTILINE)
    expect([command, "-"], options[command])

expect(["run", ""], ["a.toml", "folder"])
expect(["check", "a"], ["a.toml"])
expect(["info", ""], ["b.h5", "folder"])
expect(["report", ""], ["folder"])
expect(["evaluate", "not"], ["notes.txt"])
formats = re.search(r"--to TEXT REQUIRED +(.*)", output(vitrum, "export", "--help"))[1]
expect(["export", "b.h5", "--to", ""], re.split(r", | or ", formats))
expect(["run", "a.toml", "--set", "glass.ato"], ["glass.atoms="])

# Every setting that is offered is one of the reference, and all of the tables that stand once are offered.
settings, table = set(), ""
for line in output(vitrum, "new", "--reference").split("\n"):
    heading, key = re.match(r"## (\[+)(.*?)\]+$", line), re.match(r"\| `(\w+)` \|", line)
    if heading:
        table = heading[2] + ("[1]" if heading[1] == "[[" else "")
    elif key:
        settings.add(f"{table}.{key[1]}=")
found = set(offered("run", "a.toml", "--set", ""))
if not found <= settings:
    wrong.append(f"offered, but no setting: {sorted(found - settings)}")
missing = {name for name in settings - found if "[1]" not in name}
if missing or len(found) < 100:
    wrong.append(f"settings that are not offered: {sorted(missing)}")

# zsh: the file is read without a mistake, and offers the same commands.
if shutil.which("zsh"):
    script = f"""
compadd() {{ shift 1; [[ $1 == -* ]] && shift 2; print -l ${{(P)argv[-1]}} }}
_describe() {{ print -l ${{(P)2}} }}
_files() {{ print files $* }}
words=({vitrum} $=1 ""); CURRENT=$#words
. {sources}/completions/_vitrum
"""
    def in_zsh(words):
        return subprocess.run(["zsh", "-f", "-c", script, "zsh", words], cwd=work, stdout=subprocess.PIPE, text=True).stdout.split("\n")[:-1]

    names = [line.split(":")[0] for line in in_zsh("")]
    if names != commands:
        wrong.append(f"zsh offers {names} instead of {commands}")
    if in_zsh("run") != ["files -g *.toml"]:
        wrong.append(f"zsh offers {in_zsh('run')} for run")
    if sorted(in_zsh("export --to")) != sorted(re.split(r", | or ", formats)):
        wrong.append(f"zsh offers {in_zsh('export --to')} for --to")
    if set(in_zsh("run --set")) != found:
        wrong.append("zsh offers other settings than bash")
else:
    print("zsh is missing: its completion is not tested")

print("\n".join(wrong))
sys.exit(1 if wrong else 0)
