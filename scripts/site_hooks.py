"""What mkdocs does not do by itself for the site (scripts/site).

- Pages that stand outside docs/ (README.md and others) become pages, with their links changed.
- KaTeX is copied from the Debian package, so that formulas need no network.
- `names` of functions and classes and paths of sources link to the C++ reference.
"""
import logging
import os
import posixpath
import re

from mkdocs.structure.files import File

from site_names import Names

log = logging.getLogger("mkdocs.plugins.vitrum")
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
katex = "/usr/share/javascript/katex"

# From the top of the source tree to the site.
outside = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "data/cuzr/README.md": "data/cuzr.md",
    "data/lj2d/README.md": "data/lj2d.md",
    "docs/decisions": "decisions/0001-event-driven-histories.md",
    "COPYING": "COPYING",
    "CITATION.cff": "CITATION.cff",
}
# Pages on which names become links. Elsewhere only paths do.
named = ("equations.md", "tutorial/", "methods/", "cpp.md")
# Pages all of whose paths of sources must be there.
complete = ("equations.md", "tutorial/", "cpp.md")

names = Names(os.environ.get("VITRUM_CPP_TAGS", ""))
fence = re.compile(r"^(```.*?^```[^\n]*$)", re.MULTILINE | re.DOTALL)


class Outside(File):
    """A file of the site whose source is not in docs/."""

    def __init__(self, source, place, config):
        super().__init__(place, config["docs_dir"], config["site_dir"], config["use_directory_urls"])
        self.abs_src_path = source


def on_files(files, config):
    for source, place in outside.items():
        if os.path.isfile(os.path.join(root, source)):
            files.append(Outside(os.path.join(root, source), place, config))
    for name in ["katex.min.css", "katex.min.js", "contrib/auto-render.js"]:
        files.append(Outside(f"{katex}/{name}", f"katex/{name}", config))
    for name in sorted(os.listdir(f"{katex}/fonts")):
        if name.endswith(".woff2"):
            files.append(Outside(f"{katex}/fonts/{name}", f"katex/fonts/{name}", config))
    return files


def on_nav(nav, config, files):
    for file in files.documentation_pages():
        if file.page not in nav.pages:
            log.warning("%s is not in the list of pages in mkdocs.yml", file.src_path)
    return nav


def source_of(page):
    """Path of the page's source, from the top of the source tree."""
    return os.path.relpath(page.file.abs_src_path, root)


def site_path(path):
    """Where a path of the source tree stands on the site, or nothing."""
    if path in outside:
        return outside[path]
    return path[len("docs/"):] if path.startswith("docs/") else None


def changed_link(match, page):
    target, anchor = re.fullmatch(r"([^#]*)(.*)", match[2]).groups()
    if not target or ":" in target:
        return match[0]
    if target.startswith("cpp/"):
        return names.link(match[1], target, page.url) if names else match[1]
    source = posixpath.normpath(posixpath.join(posixpath.dirname(source_of(page)), target))
    place = site_path(source)
    if place is None:
        if not os.path.exists(os.path.join(root, source)):
            log.warning("%s links to %s, which is not there", page.file.src_path, target)
        return match[1]      # the reader has it in the source tree
    return f"[{match[1]}]({posixpath.relpath(place, posixpath.dirname(page.file.src_path) or '.')}{anchor})"


def named_page(match, page):
    """`docs/NAME.md` in running text, as a link."""
    if not os.path.isfile(os.path.join(root, match[1])):
        log.warning("%s names %s, which is not there", page.file.src_path, match[1])
        return match[0]
    place = posixpath.relpath(match[1][len("docs/"):], posixpath.dirname(page.file.src_path) or ".")
    return f"[{match[1]}]({place})"


def on_page_markdown(markdown, page, config, files):
    everything = page.file.src_path.startswith(named)

    def prose(text):
        text = re.sub(r"\[([^\[\]]+)\]\(([^()\s]+)\)", lambda match: changed_link(match, page), text)
        text = re.sub(r"(?<![\w/\[`])(?<!\]\()`?(docs/[\w/]+\.md)`?(?![\w`\]])", lambda match: named_page(match, page), text)
        return "\n".join(names.linked(line, page.url, everything) for line in text.split("\n")) if names else text

    parts = fence.split(markdown)
    parts[::2] = [prose(part) for part in parts[::2]]
    if names and page.file.src_path.startswith(complete):
        missing = r"`(src/[\w/]+\.(?:h|cpp))`"
        if page.file.src_path == "equations.md":
            missing = r"`(src/[\w/]+\.(?:h|cpp)|[A-Za-z_:]+)`"
        for name in re.findall(missing, "".join(parts[::2])):
            log.warning("%s names %s, which the C++ reference does not know", page.file.src_path, name)
    return "".join(parts)
