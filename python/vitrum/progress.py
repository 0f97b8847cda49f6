"""How long work shows how far it is."""

import sys
import time


class Line:
    """A line on standard error, renewed on a terminal; elsewhere one line for every tenth."""

    def __init__(self):
        self._terminal = sys.stderr.isatty()
        self._begin = time.monotonic()
        self._tenths = 0
        self._open = False

    def __call__(self, share, what):
        if share is None:
            self._write(f"{what}\n")
            return
        used = time.monotonic() - self._begin
        to_go = f"{used * (1 - share) / share:.0f} s to go" if share > 0.01 else "estimating"
        text = f"{100 * share:3.0f} %  {to_go}   {what}"
        if self._terminal:
            sys.stderr.write("\r\033[K" + text)
            sys.stderr.flush()
            self._open = True
        elif int(10 * share) > self._tenths:
            self._tenths = int(10 * share)
            self._write(text + "\n")

    def _write(self, text):
        sys.stderr.write(("\r\033[K" if self._open else "") + text)
        sys.stderr.flush()
        self._open = False

    def close(self):
        """Takes the line away."""
        if self._open:
            self._write("")


class shown:
    """`with shown(progress) as show:` gives what the compiled part calls: progress(share, what), or None.

    None: a line if standard error is a terminal; True: always; False: never; anything else is called itself.
    """

    def __init__(self, progress):
        if progress is None:
            progress = sys.stderr is not None and sys.stderr.isatty()
        self._show = Line() if progress is True else progress or None

    def __enter__(self):
        return self._show

    def __exit__(self, *_):
        if isinstance(self._show, Line):
            self._show.close()
