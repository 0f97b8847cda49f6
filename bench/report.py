"""What the comparisons with other programs share: where and when a table was made, and where it is put."""
import csv
import datetime
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def provenance(**other):
    """Date, machine, and versions: those given, and the revision of this repository."""
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    revision = subprocess.run(["git", "-C", str(ROOT), "describe", "--always", "--dirty"], capture_output=True,
                              text=True).stdout.strip()
    return dict(date=datetime.date.today().isoformat(), machine=model.group(1) if model else platform.machine(),
                **other, revision=revision)


def duration(value):
    return f"{value:.3g} s" if value >= 1 else f"{value * 1e3:.3g} ms" if value >= 1e-3 else f"{value * 1e6:.3g} us"


def write_csv(path, about, rows):
    with open(path, "w") as file:
        writer = csv.DictWriter(file, [*about, *rows[0]])
        writer.writeheader()
        writer.writerows(about | row for row in rows)


def update_page(section, text):
    """Replaces what stands between the marks of a section of docs/performance.md."""
    page = ROOT / "docs/performance.md"
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    content = page.read_text()
    head, tail = content.split(begin)[0], content.split(end)[1]
    page.write_text(f"{head}{begin}\n\n{text}\n\n{end}{tail}")
