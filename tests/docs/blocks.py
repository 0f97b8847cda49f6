"""Fenced blocks of a Markdown document, and what its comments say of them.

A comment on the line before a block tells what to do with it:

  <!-- not run: REASON -->         the block is left out
  <!-- tested by: COMMAND -->      the command is run in its place
  <!-- tested with: OPTIONS -->    these are added to every `vitrum run` and `vitrum check` of the block, to make it small
  <!-- prints -->                  the block is the end of the output of the one before it: words as they stand, numbers
  <!-- prints within 5 % -->       to the last digit that stands there, or within so much
"""
import re
from dataclasses import dataclass


@dataclass
class Block:
    line: int        # of the first line inside the fence, from 1
    language: str
    text: str
    remark: str      # what the comment before it says, or nothing


def blocks_of(text):
    blocks, opened, remark = [], None, ""
    for number, line in enumerate(text.split("\n"), 1):
        fence = re.match(r"(\s*)```(.*)$", line)
        if opened is None and fence:
            opened, indent = Block(number + 1, fence[2].strip(), "", remark), len(fence[1])
        elif opened is not None and fence and not fence[2]:
            blocks.append(opened)
            opened, remark = None, ""
        elif opened is not None:
            opened.text += line[indent:] + "\n"
        elif line.strip():
            comment = re.match(r"\s*<!-- (.*) -->$", line)
            remark = comment[1] if comment else ""
    if opened is not None:
        raise ValueError(f"the block that begins in line {opened.line} has no end")
    return blocks


number = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


def last_digit(text):
    """What one more in the last digit means: 0.01 for 3.14."""
    mantissa, _, exponent = text.partition("e")
    return 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))


def difference(expected, found, share=None):
    """What is wrong with the output `found`, or nothing."""
    def words(text):
        return number.sub("#", " ".join(text.split()))

    if words(expected) != words(found):
        return "other words"
    for wanted, got in zip(number.findall(expected), number.findall(found)):
        allowed = 0.51 * last_digit(wanted) if share is None else abs(float(wanted)) * share
        if abs(float(wanted) - float(got)) > allowed:
            return f"{got} instead of {wanted}"
    return ""
