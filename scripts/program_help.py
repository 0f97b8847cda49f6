"""What `vitrum --help` and `vitrum COMMAND --help` say, taken apart."""
import re
import subprocess
from dataclasses import dataclass, field


@dataclass
class Command:
    name: str                # empty: the program itself
    summary: str
    usage: str = ""
    sections: dict = field(default_factory=dict)    # Positionals, Options, Subcommands: [(term, meaning)]
    remarks: str = ""        # what stands behind the lists


def parse(name, text):
    summary, *lines = text.rstrip("\n").split("\n")
    command, section = Command(name, summary), None
    for number, line in enumerate(lines):
        heading = re.match(r"(Positionals|Options|Subcommands):$", line)
        if heading:
            section = command.sections.setdefault(heading[1], [])
        elif line.startswith("Usage: "):
            command.usage = line[len("Usage: "):]
        elif section is not None and line.startswith("  "):
            # CLI11 puts the meaning into column 30, on a line of its own where the term is long.
            term, meaning = (line[2:30].rstrip(), line[30:]) if line[29:30] in (" ", "") else (line[2:].rstrip(), "")
            if term:
                section.append((term, meaning))
            else:
                section[-1] = (section[-1][0], f"{section[-1][1]} {meaning}".strip())
        elif line and section is not None:
            command.remarks = "\n".join(lines[number:])
            break
    return command


def commands_of(vitrum):
    """The program itself, then each of its commands."""
    def text(*words):
        return subprocess.run([vitrum, *words, "--help"], check=True, stdout=subprocess.PIPE, text=True).stdout

    program = parse("", text())
    return [program] + [parse(name, text(name)) for name, _ in program.sections["Subcommands"]]


def flags(term):
    """The ways to write an option: -o, --output."""
    return re.findall(r"(?<![\w-])--?[a-z][a-z-]*", term.split(" ")[0])


def value(term):
    """What stands behind it, as CLI11 says: TEXT, INT, FLOAT, or nothing."""
    words = re.sub(r"REQUIRED|\.\.\.|:\w+", "", term).split()[1:]
    return words[0] if words else ""
