"""The site is built without a warning, needs no network, every link inside it leads somewhere, equations lead to their
functions, and formulas are readable: site_test.py SOURCES WORK."""
import functools
import glob
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

sources, work = sys.argv[1:]
site = f"{work}/site"
built = subprocess.run([f"{sources}/scripts/site", site], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
if built.returncode:
    print(built.stdout)
    sys.exit(built.returncode)
wrong = []


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.loaded, self.anchors = [], [], set()
        self.feed(open(path).read())

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.anchors |= {named[key] for key in ("id", "name") if named.get(key)}
        if tag == "a" and named.get("href"):
            self.links.append(named["href"])
        if tag in ("script", "img", "iframe") and named.get("src"):
            self.loaded.append(named["src"])
        if tag == "link" and named.get("href") and named.get("rel") not in ("canonical", "prev", "next"):
            self.loaded.append(named["href"])


@functools.cache
def page_at(path):
    return Page(path)


reference = os.path.isdir(f"{site}/cpp")
paths = [path for path in glob.glob(f"{site}/**/*.html", recursive=True)
         if not path.startswith(f"{site}/cpp/") and not path.endswith("/404.html")]
pages = {path: page_at(path) for path in paths}
if len(pages) < 30:
    wrong.append(f"the site has only {len(pages)} pages")
for path, page in pages.items():
    name = os.path.relpath(path, site)
    for address in page.links + page.loaded:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            if address in page.loaded:
                wrong.append(f"{name} loads {address} from the network")
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path))) if parts.path else path
        if os.path.isdir(target):
            target += "/index.html"
        if not os.path.exists(target):
            wrong.append(f"{name}: {address} leads nowhere")
        elif parts.fragment and target.endswith(".html"):
            if unquote(parts.fragment) not in page_at(target).anchors | {"__skip"}:
                wrong.append(f"{name}: {address} has no such place")

if reference:
    equations = open(f"{site}/equations.html").read()
    for row in re.findall(r"<tr>(.*?)</tr>", equations, re.DOTALL):
        if "src/" in row and 'href="cpp/' not in row:
            wrong.append(f"equations.html: no link in {row}")
    for name in ("slip_tensor", "density_mismatch", "Lattice::slip", "ElasticLaw::inelastic_energy", "MapWalker::step"):
        if not re.search(rf'<a href="cpp/[^"]+"><code>{name}</code></a>', equations):
            wrong.append(f"equations.html: {name} has no link")

chromium = shutil.which("chromium")
if chromium:
    formulas = 0
    for path in sorted(glob.glob(f"{site}/tutorial/*.html")):
        shown = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/browser",
                                "--dump-dom", f"file://{path}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        formulas += shown.count('class="katex"')
        for mistake in re.findall(r'class="katex-error" title="([^"]*)"', shown):
            wrong.append(f"{os.path.relpath(path, site)}: {mistake}")
    if formulas < 20:
        wrong.append(f"the tutorial shows {formulas} formulas")

shutil.rmtree(work, ignore_errors=True)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
