"""docs/man/vitrum.1 and docs/commands.md say what the program's help says, and man reads the former without a warning:
man_test.py VITRUM SOURCES."""
import os
import re
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader

vitrum, sources = sys.argv[1:]
manual = SourceFileLoader("manual", f"{sources}/scripts/manual").load_module()
wrong = []

for path, text in manual.pages(vitrum).items():
    if open(f"{sources}/{path}").read() != text:
        wrong.append(f"{path} is not what the program's help makes of it; do: scripts/manual {vitrum}")


# Independently of how the pages are made: every command and option of the help stands in them, and no other.
def output(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout


def options(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


top = output(vitrum, "--help")
commands = re.findall(r"^  ([a-z-]+)  ", top.partition("Subcommands:")[2].partition("Examples:")[0], re.MULTILINE)
if len(commands) < 5:
    wrong.append(f"the help lists few commands: {commands}")
wanted = {"": options(top.partition("Options:")[2].partition("Subcommands:")[0])}
for command in commands:
    wanted[command] = options(output(vitrum, command, "--help").partition("Options:")[2].partition("\n\n")[0])


def compare(path, sections):
    """Sections: what each command's text is, "" for the program itself."""
    if set(sections) != set(wanted):
        wrong.append(f"{path}: commands {sorted(sections)}, in the help {sorted(wanted)}")
        return
    for command, text in sections.items():
        if options(text) != wanted[command]:
            wrong.append(f"{path}: vitrum {command}: {sorted(options(text))}, in the help {sorted(wanted[command])}")


page = re.split(r"^## vitrum ?(.*)$", open(f"{sources}/docs/commands.md").read().partition("## Examples")[0], flags=re.MULTILINE)
terms = ["\n".join(re.findall(r"^\| `(.*?)`", text, re.MULTILINE)) for text in page[2::2]]
compare("docs/commands.md", dict(zip(page[1::2], terms)))

if not shutil.which("man"):
    print("man is missing: its own reading of docs/man/vitrum.1 is not tested")
else:
    read = subprocess.run(["man", "--warnings", "-l", f"{sources}/docs/man/vitrum.1"], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, env=dict(os.environ, LC_ALL="C.UTF-8", MANWIDTH="120"))
    if read.stderr:
        wrong.append(read.stderr)
    own, _, rest = read.stdout.partition("OPTIONS\n")[2].partition("\nCOMMANDS\n")
    parts = re.split(r"^   vitrum ([a-z-]+) .*$", rest.partition("\nFILES\n")[0], flags=re.MULTILINE)

    def first_words(text):
        """Lines that begin an entry; what it means stands further right."""
        return "\n".join(line.partition("   ")[0] for line in re.findall(r"^ {7}(-.*)$", text, re.MULTILINE))

    compare("docs/man/vitrum.1", {"": first_words(own)} | {name: first_words(text) for name, text in zip(parts[1::2], parts[2::2])})

print("\n".join(wrong))
sys.exit(1 if wrong else 0)
