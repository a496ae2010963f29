"""Reads an item the simple way, for the peers that cannot read Markdown themselves."""

from pathlib import Path
from typing import NamedTuple


class Block(NamedTuple):
    kind: str  # title, heading, point or paragraph
    text: str  # with `code` still between backquotes


PREFIXES = {"# ": "title", "## ": "heading", "- ": "point"}


def read_item(path: Path) -> list[Block]:
    """The blocks of an item; knows no more Markdown than content/llm-interview holds."""
    _, _, body = path.read_text(encoding="utf-8").split("---\n", 2)
    blocks = []
    for line in filter(None, map(str.strip, body.splitlines())):
        for prefix, kind in PREFIXES.items():
            if line.startswith(prefix):
                blocks.append(Block(kind, line.removeprefix(prefix)))
                break
        else:
            blocks.append(Block("paragraph", line))
    return blocks
