"""Pages drawn, and two of them beside each other as a PNG."""

import re
import struct
import subprocess
import zlib
from pathlib import Path

Drawn = tuple[int, int, bytes]  # width, height, RGB


def drawn(pdf: Path) -> Drawn:
    page = subprocess.run(["pdftoppm", "-r", "70", "-singlefile", pdf], check=True, capture_output=True).stdout
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", page)
    return int(head[1]), int(head[2]), page[head.end():]


def beside_each_other(before: Drawn, after: Drawn) -> bytes:
    height = max(before[1], after[1])

    def row(page: Drawn, at: int) -> bytes:
        width = 3 * page[0]
        return page[2][at * width:(at + 1) * width] if at < page[1] else b"\xff" * width

    rows = b"".join(b"\0" + row(before, at) + b"\xff\0\0" * 2 + row(after, at) for at in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", before[0] + after[0] + 2, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))
