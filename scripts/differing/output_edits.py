"""What people and programs do to what was made."""

import os
import shutil
from pathlib import Path

from .bank_edits import save, some_item
from .world import World


def some_made(world: World, pattern: str) -> Path | None:
    return world.random.choice(
        [file for language in world.languages
         for file in sorted((world.out / language).glob(pattern))] or [None])


def edit_tex(world: World) -> None:
    tex = some_made(world, "*.tex")
    if tex is None:
        return
    lines = tex.read_text(encoding="utf-8").splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines) if line.startswith("\\end{document}")), None)
    text = world.random.choice((
        "By hand.\n", "\\InputIfFileExists{part.txt}{}{none}\n", "\\wrongcommand\n",
        "\\InputIfFileExists{more.txt}{}{no more}\n"))
    if end is not None:
        # Inside of the sheet, whose last line stands before the end of the document.
        save(tex, "".join([*lines[:end - 1], text, *lines[end - 1:]]))


def edit_part(world: World) -> None:
    language = world.random.choice(world.languages)
    part = world.out / language / world.random.choice(("part.txt", "more.txt"))
    if not part.parent.exists():
        return
    before = part.stat() if part.exists() else None
    part.write_text(world.random.choice(("first", "other", "third")), encoding="utf-8")
    if before:
        os.utime(part, ns=(before.st_atime_ns, before.st_mtime_ns))


def lose_part(world: World) -> None:
    for language in world.languages:
        (world.out / language / "part.txt").unlink(missing_ok=True)


def undo_edits(world: World) -> None:
    for name in world.hand_work():
        if name.suffix in (".tex", ".new", ".sty", ".txt") and name.parts[0] != ".listok":
            (world.out / name).unlink()


def local_style(world: World) -> None:
    language = world.random.choice(world.languages)
    style = world.out / language / "listok-local.sty"
    if not style.parent.exists():
        return
    if style.exists() and world.random.random() < 0.5:
        style.unlink()
        return
    style.write_text("\\ProvidesPackage{listok-local}\n\\InputIfFileExists{tint.sty}{}{}\n"
                     f"\\newcommand\\localword{{{world.random.randrange(10)}}}\n", encoding="utf-8")
    tint = world.random.choice(("red", "blu", "mag")).ljust(3)
    (style.parent / "tint.sty").write_text(
        f"\\AtBeginDocument{{\\AddToHook{{shipout/background}}{{\\put(20,-20){{{tint}}}}}}}\n",
        encoding="utf-8")


def lose_result(world: World) -> None:
    file = some_made(world, world.random.choice(("*.pdf", "*.synctex.gz", "*.tex", "*.png", "listok.*")))
    if file:
        file.unlink()


def spoil_result(world: World) -> None:
    file = some_made(world, world.random.choice(("*.pdf", "*.synctex.gz", "*.png", "listok.*")))
    if file:
        before = file.stat()
        file.write_bytes(bytes(reversed(file.read_bytes())))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap_results(world: World) -> None:
    one, other = some_made(world, "*.pdf"), some_made(world, "*.pdf")
    if one and other and one != other:
        aside = one.with_name("aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)


def forget(world: World) -> None:
    inside = world.out / ".listok"
    shutil.rmtree(world.random.choice((world.out, inside / "snapshots")), ignore_errors=True)


# What changes nothing that a page depends on: nothing is made after it.
def nothing(world: World) -> None:
    pass


def touch(world: World) -> None:
    moment = world.random.choice((None, (0, 0), (4_000_000_000, 4_000_000_000)))
    for file in (some_item(world), world.bank / "listok.yaml", some_made(world, "*.pdf"),
                 some_made(world, "*.tex")):
        if file and file.exists():
            os.utime(file, moment)


def other_rights(world: World) -> None:
    for file in (some_item(world), some_made(world, "*.pdf")):
        if file:
            file.chmod(0o600 if world.random.random() < 0.5 else 0o644)


def hard_link(world: World) -> None:
    file = some_made(world, "*.pdf")
    if file:
        link = world.root / "link.pdf"
        link.unlink(missing_ok=True)
        os.link(file, link)


def restore(world: World) -> None:
    """As from a backup: the same files, all of them new."""
    for folder in (world.out, world.bank):
        if folder.exists():
            copy = folder.with_name("copy")
            shutil.copytree(folder, copy, symlinks=True)
            shutil.rmtree(folder)
            copy.rename(folder)
