"""Writes an item as Typst source."""

import json
import re
from pathlib import Path

from .item import Block, read_item

PREAMBLE = """\
#set page(paper: "a4", margin: 2cm)
#set text(font: "PT Serif", size: 11pt, lang: "{language}", hyphenate: true)
#set par(justify: true)
#show raw: set text(font: "PT Mono")

"""
PREFIXES = {"title": "= ", "heading": "== ", "point": "- ", "paragraph": ""}


def inline(text: str) -> str:
    """Text as Typst strings, so that no character of it is markup."""
    parts = re.split(r"`([^`]*)`", text)  # every second one is code
    calls = []
    for index, part in enumerate(parts):
        string = json.dumps(part, ensure_ascii=False)
        if part:
            calls.append(f"#raw({string})" if index % 2 else f"#{string}")
    return "".join(calls)


def block(part: Block) -> str:
    space = "" if part.kind == "point" else "\n"
    return f"{space}{PREFIXES[part.kind]}{inline(part.text)}\n"


def write_typst(item: Path, target: Path) -> None:
    """Writes the item at `item` to `target`; its language is the name of its folder."""
    head = PREAMBLE.format(language=item.parent.name)
    target.write_text(head + "".join(map(block, read_item(item))), encoding="utf-8")
