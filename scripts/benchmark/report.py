"""The tables of a bench, as Markdown."""

from statistics import median

from .contestant import Contestant
from .rounds import Entry, Rounds, Sample

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
STATES = {"cold": "cold", "nothing": "nothing to do", "changed": "one changed"}


def short(value: float) -> str:
    """With three digits, as a rule: more would be noise."""
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}"


def spread(values: list[float], unit: str = "") -> str:
    """The median, and the least and the most where there are several."""
    text = short(median(values)) + unit
    return f"{text} ({short(min(values))}–{short(max(values))})" if len(values) > 1 else text


def seconds(values: list[float]) -> str:
    if median(values) >= 1:
        return spread(values, " s")
    return spread([value * 1000 for value in values], " ms")


def megabytes(values: list[int]) -> str:
    return spread([value / 1e6 for value in values], " MB")


def times(samples: list[Sample], state: str) -> str:
    usages = [usage for sample in samples if (usage := getattr(sample, state))]
    return seconds([usage.seconds for usage in usages]) if usages else "—"


def row(*cells) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def table(*header: str) -> list[str]:
    return [row(*header), "|---" + "|---:" * (len(header) - 1) + "|"]


def size_table(rounds: Rounds, sheets: int) -> list[str]:
    lines = [f"### {sheets:,} sheets", "",
             *table("", *STATES.values(), "biggest process", "bytes a sheet", "runs")]
    for one in [rounds.ours, *rounds.peers]:
        entry = rounds.entry(one, sheets)
        if entry.samples:
            memory = [max(sample.cold.own, sample.cold.child) for sample in entry.samples]
            size = median(sample.size for sample in entry.samples)
            lines.append(row(one.name, *(times(entry.samples, state) for state in STATES),
                             megabytes(memory), f"{size:,.0f}", len(entry.samples)))
        if entry.note:
            lines.append(row(one.name, entry.note, *[""] * 5))
    return [*lines, ""]


def ratios(entry: Entry, state: str) -> str:
    """How many times as long as listok it took, run by run."""
    values = [getattr(theirs, state).seconds / getattr(ours, state).seconds
              for ours, theirs in entry.pairs if getattr(theirs, state)]
    return spread(values) if values else entry.note.partition(":")[0] or "—"


def ratio_table(rounds: Rounds, sizes: list[int]) -> list[str]:
    lines = ["### Times as long as listok", "",
             *table("", *(f"{sheets:,} sheets" for sheets in sizes))]
    for peer in rounds.peers:
        for state, title in STATES.items():
            if state == "cold" or peer.tells_changes:
                cells = (ratios(rounds.entry(peer, sheets), state) for sheets in sizes)
                lines.append(row(f"{peer.name}, {title}", *cells))
    return [*lines, ""]


def memory_table(rounds: Rounds, sizes: list[int]) -> list[str]:
    lines = ["### Memory of listok, cold", "",
             *table("sheets", "listok itself", "its biggest engine")]
    for sheets in sizes:
        cold = [sample.cold for sample in rounds.entry(rounds.ours, sheets).samples]
        lines.append(row(f"{sheets:,}", megabytes([usage.own for usage in cold]),
                         megabytes([usage.child for usage in cold])))
    return [*lines, ""]


def write(rounds: Rounds, sizes: list[int], machine: str, skipped: dict[str, str]) -> str:
    contestants: list[Contestant] = [rounds.ours, *rounds.peers]
    versions = dict.fromkeys(line for one in contestants for line in one.versions())
    lines = [f"Machine: {machine}.", "", f"Versions: {'; '.join(versions)}.", ""]
    for name, lack in skipped.items():
        lines += [f"Skipped: {name} (not installed: {lack}).", ""]
    if rounds.peers:
        lines += ratio_table(rounds, sizes)
    for sheets in sizes:
        lines += size_table(rounds, sheets)
    lines += memory_table(rounds, sizes)
    return "\n".join(lines)


def insert(page: str, text: str) -> str:
    """The page with the text between the marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"
