"""Settings as text: the one form in which the compiled part takes and checks them."""

import json
import math
import os


def toml_value(value):
    """A Python value as TOML: text, numbers, truth, lists of them, numpy arrays, paths."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, os.PathLike):
        return toml_value(os.fspath(value))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else str(value)
    if hasattr(value, "tolist"):
        return toml_value(value.tolist())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml_value(one) for one in value) + "]"
    raise TypeError(f"{value!r} is no setting: write numbers, texts, True, False, or lists of them")


def _is_table(value):
    return isinstance(value, dict)


def _is_list_of_tables(value):
    return isinstance(value, (list, tuple)) and len(value) > 0 and all(_is_table(one) for one in value)


def toml_text(tables, path=""):
    """A dict of settings as TOML: dicts are tables, lists of dicts are arrays of tables."""
    lines = [
        f"{key} = {toml_value(value)}"
        for key, value in tables.items()
        if not _is_table(value) and not _is_list_of_tables(value)
    ]
    for key, value in tables.items():
        name = f"{path}.{key}" if path else key
        if _is_table(value):
            lines += [f"[{name}]", toml_text(value, name)]
        elif _is_list_of_tables(value):
            for one in value:
                lines += [f"[[{name}]]", toml_text(one, name)]
    return "\n".join(line for line in lines if line)
