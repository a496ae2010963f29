"""What may happen between two builds, and how often."""

from collections.abc import Callable

from . import bank_edits as bank
from . import output_edits as output
from .world import World

Edit = Callable[[World], None]

# After these nothing is made.
HARMLESS: tuple[Edit, ...] = (
    output.nothing, output.touch, output.other_rights, output.hard_link, output.restore)

EDITS: dict[Edit, int] = {
    bank.change_word: 4, bank.change_in_place: 3, bank.swap: 2, bank.copy_over: 2, bank.unpack: 1,
    bank.move_in: 1, bank.remove: 1, bank.rename: 1, bank.lose_a_translation: 1, bank.repair: 3,
    bank.break_item: 2, bank.warn: 2, bank.blank_lines: 1, bank.show_picture: 2, bank.paint: 2,
    bank.lose_picture: 1, bank.stray_file: 1, bank.configure: 2, bank.date: 1,
    output.edit_tex: 2, output.edit_part: 3, output.lose_part: 1, output.undo_edits: 1,
    output.local_style: 2, output.lose_result: 1, output.spoil_result: 1, output.swap_results: 1,
    output.forget: 1,
}


def some_edit(world: World) -> Edit:
    return world.random.choices(list(EDITS), list(EDITS.values()))[0]
