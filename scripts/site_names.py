"""Finds the page of a C++ name or source file in the tag file of Doxygen."""
import html
import os
import re
import xml.etree.ElementTree as tree


class Names:
    def __init__(self, tags):
        self.files = {}      # path: page
        self.places = {}     # last parts of a qualified name: [(namespace, page)]
        if tags and os.path.isfile(tags):
            for compound in tree.parse(tags).getroot():
                self._read(compound)

    def __bool__(self):
        return bool(self.files)

    def _read(self, compound):
        kind, name = compound.get("kind"), compound.findtext("name")
        page = compound.findtext("filename")
        if kind == "file":
            path = compound.findtext("path") + name
            self.files[path[path.rfind("/src/") + 1:]] = page
        if kind in ("class", "struct"):
            self._add(name.split("::"), page)
        if kind in ("class", "struct", "namespace"):
            for member in compound.iter("member"):
                if member.get("kind") == "function" or kind == "namespace":
                    place = f"{member.findtext('anchorfile')}#{member.findtext('anchor')}"
                    self._add(name.split("::") + [member.findtext("name")], place)

    def _add(self, parts, page):
        if "" in parts:
            return
        for count in (1, 2):
            self.places.setdefault("::".join(parts[-count:]), []).append(("::".join(parts[:-count]), page))

    def page(self, code, line):
        """The page of what stands between backticks, where it is known for sure; the line's paths tell the room."""
        if code.startswith("src/"):
            return self.files.get(code)
        if not re.fullmatch(r"([A-Za-z_]+::)*[A-Za-z_]\w*", code):
            return None
        found = self.places.get("::".join(code.split("::")[-2:]), [])
        rooms = re.findall(r"src/(?:edge/)?(\w+)/", line)
        near = [page for space, page in found if any(room in space.split("::") for room in rooms)]
        # Words of one part may be words of a study or a shell, but in tables of functions with their files.
        word = re.fullmatch("[a-z]+", code) is not None
        if word and not (near and line.startswith("|")):
            return None
        pages = list(dict.fromkeys(near or [page for _, page in found]))
        if pages and (near or len({page.split("#")[0] for page in pages}) == 1):
            return pages[0]
        if "::" in code:
            return self.page(code.rpartition("::")[0], line)   # private members have no page: that of their class
        return None

    @staticmethod
    def link(text, target, url):
        return f'<a href="{"../" * url.count("/")}{target}">{text}</a>'

    def linked(self, line, url, everything):
        """The line with links at what has a page."""
        def change(match):
            code = match[1]
            page = self.page(code, line) if everything or code.startswith("src/") else None
            return self.link(f"<code>{html.escape(code)}</code>", "cpp/" + page, url) if page else match[0]
        return re.sub(r"(?<!`)`([^`\n]+)`(?!`)", change, line)
