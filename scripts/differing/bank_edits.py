"""What people and programs do to a bank."""

import os
import shutil
import struct
import zlib
from pathlib import Path

from .world import World

WORDS = {"ru": "слово место пример вопрос ответ число строка модель".split(),
         "en": "word place sample query reply digit lines model".split()}


def png(red: int, green: int, width: int = 8) -> bytes:
    """A picture of one colour; all of a width have one size in bytes."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
    row = b"\0" + bytes((red, green, 60)) * width
    header = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    pixels = zlib.compress(row * width, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def item_text(world: World, language: str, number: int) -> str:
    words = [world.random.choice(WORDS[language]) for _ in range(12)]
    return (f"# {words[0].title()} {number}\n\n## {heading(language, 0)}\n\n{' '.join(words)}?\n\n"
            f"## {heading(language, 1)}\n\n{' '.join(reversed(words))}.\n")


def heading(language: str, which: int) -> str:
    return {"ru": ("Вопрос", "Ответ"), "en": ("Question", "Answer")}[language][which]


def settings(world: World, author: str = "A. Author", footer: str = "{n} / {total}",
             more: str = "") -> None:
    titles = ", ".join(f"{language}: Bank" for language in world.languages)
    footers = ", ".join(f"{language}: '{footer}'" for language in world.languages)
    lines = [f"title: {{{titles}}}", f"languages: [{', '.join(world.languages)}]",
             f"author: {author}", f"footer: {{{footers}}}",
             "sections:",
             "  question: {ru: Вопрос, en: Question}",
             "  answer: {ru: Ответ, en: Answer}",
             "editions:",
             "  question: {sections: [question]}"]
    (world.bank / "listok.yaml").write_text("\n".join([*lines, more]) + "\n", encoding="utf-8")


def begin(world: World, count: int) -> None:
    world.bank.mkdir(parents=True)
    settings(world)
    for language in world.languages:
        (world.bank / language).mkdir()
        for number in range(1, count + 1):
            file = world.bank / language / f"{number:02}-item.md"
            file.write_text(item_text(world, language, number), encoding="utf-8")
    (world.bank / "picture.png").write_bytes(png(200, 30))


def some_item(world: World) -> Path:
    return world.random.choice(
        [item for language in world.languages for item in world.items(language)])


def save(file: Path, text: str) -> None:
    """As editors do: a new file in the place of the old one."""
    draft = file.with_name(file.name + "~")
    draft.write_text(text, encoding="utf-8")
    draft.rename(file)


def change_word(world: World) -> None:
    item = some_item(world)
    words = WORDS[item.parent.name]
    text = item.read_text(encoding="utf-8")
    save(item, text.replace(world.random.choice(words), world.random.choice(words)))


def change_in_place(world: World) -> None:
    """Letters for letters, and the time set back: size and time are as they were."""
    item = some_item(world)
    before = item.stat()
    data = item.read_bytes()
    letters = (b"w", b"d") if item.parent.name == "en" else ("с".encode(), "м".encode())
    with item.open("r+b") as file:
        file.write(data.replace(*letters) if world.random.random() < 0.5 else
                   data.replace(letters[1], letters[0]))
    os.utime(item, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(world: World) -> None:
    language = world.random.choice(world.languages)
    one, other = world.random.sample(world.items(language), 2)
    aside = one.with_name("aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def copy_over(world: World) -> None:
    """`cp -p`: another text, of an old time."""
    language = world.random.choice(world.languages)
    one, other = world.random.sample(world.items(language), 2)
    shutil.copy2(one, other)


def unpack(world: World) -> None:
    """As from an archive in which all files have one time."""
    for item in world.items(world.random.choice(world.languages)):
        text = item.read_text(encoding="utf-8")
        if world.random.random() < 0.5:
            text = text.replace("word", "reed").replace("слово", "олово")
        item.unlink()
        item.write_text(text, encoding="utf-8")
        os.utime(item, (1_000_000_000, 1_000_000_000))


def move_in(world: World) -> None:
    """A file of an old time comes under a new name."""
    number = world.random.randint(40, 60)
    for language in world.languages:
        file = world.root / "elsewhere.md"
        file.write_text(item_text(world, language, number), encoding="utf-8")
        os.utime(file, (1_100_000_000, 1_100_000_000))
        file.rename(world.bank / language / f"{number}-late.md")


def remove(world: World) -> None:
    item = some_item(world)
    if len(world.items(item.parent.name)) < 4:
        return
    for language in world.languages:
        (world.bank / language / item.name).unlink(missing_ok=True)


def lose_a_translation(world: World) -> None:
    if len(world.languages) > 1:
        some_item(world).unlink()


def repair(world: World) -> None:
    """Every item in every language, without what is wrong with it."""
    names = {item.name for language in world.languages for item in world.items(language)}
    for language in world.languages:
        for name in sorted(names):
            file = world.bank / language / name
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            wrong = ("[none]", "no-such", "![", "`", "Wrong", "line\n\nline")
            if not text.startswith("# ") or any(part in text for part in wrong):
                number = int(name[:2]) if name[:2].isdigit() else 7
                save(file, item_text(world, language, number))


def rename(world: World) -> None:
    item = some_item(world)
    new = f"{world.random.randint(10, 30)}-named.md"
    for language in world.languages:
        file = world.bank / language / item.name
        if file.exists():
            file.rename(file.with_name(new))


def break_item(world: World) -> None:
    item = some_item(world)
    text = item.read_text(encoding="utf-8")
    wrong = (text.lstrip("# "), text + "\n![](no-such.png)\n", text + "\n## Wrong\n\nText.\n",
             text + "\nline" * 400 + "\n", text + "\n" + "line\n\n" * 150)
    save(item, world.random.choice(wrong))


def warn(world: World) -> None:
    """Something to be said of an item of which a sheet is made all the same."""
    item = some_item(world)
    text = item.read_text(encoding="utf-8")
    save(item, text + world.random.choice(
        (f"\n`{'x' * 120}`\n", "\n- one\n- two\n", "\nSee `this`.\n")))


def blank_lines(world: World) -> None:
    item = some_item(world)
    save(item, item.read_text(encoding="utf-8").replace("\n\n", "\n\n\n", 1))


def show_picture(world: World) -> None:
    item = some_item(world)
    save(item, item.read_text(encoding="utf-8") + "\n![Picture](picture.png)\n")


def paint(world: World) -> None:
    """A picture of the same size in bytes, at the same time."""
    picture = world.bank / "picture.png"
    before = picture.stat() if picture.exists() else None
    picture.write_bytes(png(world.random.randrange(256), world.random.randrange(256)))
    if before:
        os.utime(picture, ns=(before.st_atime_ns, before.st_mtime_ns))


def lose_picture(world: World) -> None:
    (world.bank / "picture.png").unlink(missing_ok=True)


def stray_file(world: World) -> None:
    file = world.bank / world.languages[0] / "notes.txt"
    if file.exists():
        file.unlink()
    else:
        file.write_text("of no use\n", encoding="utf-8")


def configure(world: World) -> None:
    more = world.random.choice(("", "", "page: {fit: uniform}", "pages: 2", "page: {size: 10}",
                                "page: {paper: a5}", "preamble: own.sty", "bibliography: x"))
    (world.bank / "own.sty").write_text(
        f"\\ProvidesPackage{{own}}\n% {world.random.randint(10, 99)}\n"
        "\\newcommand\\ownword{ours}\n", encoding="utf-8")
    settings(world, f"A. Author {world.random.randrange(3)}",
             world.random.choice(("{n} / {total}", "{title}", "sheet {n}")), more)


def date(world: World) -> None:
    world.date = world.random.choice(("", "1000000000", "1700000000"))
