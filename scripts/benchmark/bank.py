"""Banks of any size, made from a small one; the same number of sheets gives the same bytes."""

import shutil
from pathlib import Path

LANGUAGES = ("ru", "en")
SYLLABLES = {
    "en": [c + v for c in "bdklmnprst" for v in "aeio"],
    "ru": [c + v for c in "бдклмнпрст" for v in "аеио"],
}


def word(number: int, language: str) -> str:
    """A word of its own for every number: three syllables, four from 64,000 on."""
    syllables = SYLLABLES[language]
    text = ""
    while number or len(text) < 6:
        number, rest = divmod(number, len(syllables))
        text += syllables[rest]
    return text


def mark(line: str, own: str) -> str:
    """The line with a word of its own at the end, where it holds text."""
    if not line.strip() or line.startswith("## "):
        return line
    return f"{line} {own}"


def copy_item(text: str, number: int, language: str) -> str:
    """The item as number `number`: no line of its text is that of another copy.

    Typst remembers paragraphs it has set before. In a real bank no two are alike, so here too.
    """
    _, front, body = text.split("---\n", 2)
    own = word(number, language)
    lines = [mark(line, own) for line in body.splitlines()]
    return "\n".join(["---", front + "---", *lines, ""])


def make_bank(source: Path, folder: Path, sheets: int) -> None:
    """Writes a bank of `sheets` sheets, half of them Russian, half English."""
    folder.mkdir(parents=True)
    shutil.copy(source / "listok.yaml", folder)
    for language in LANGUAGES:
        (folder / language).mkdir()
        originals = sorted((source / language).glob("*.md"))
        texts = [path.read_text(encoding="utf-8") for path in originals]
        for number in range(1, sheets // len(LANGUAGES) + 1):
            which = (number - 1) % len(originals)
            name = originals[which].stem.split("-", 1)[1]
            item = copy_item(texts[which], number, language)
            path = folder / language / f"{number:05}-{name}.md"
            path.write_text(item, encoding="utf-8")


def changing_item(folder: Path) -> Path:
    """The item that `change_one_word` changes: one in the middle of the Russian ones."""
    items = sorted((folder / LANGUAGES[0]).glob("*.md"))
    return items[len(items) // 2]


def change_one_word(folder: Path, turn: int) -> None:
    """Puts another word at the end of one item, a new one for each turn."""
    path = changing_item(folder)
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = lines[-1].rsplit(" ", 1)[0]
    lines[-1] = f"{kept} {word(60_000 + turn, LANGUAGES[0])}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
