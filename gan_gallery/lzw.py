"""The variable-width LZW code of GIF files (GIF89a, appendix F)."""

_MOST_CODES = 4096


def lzw_encode(indices: bytes, min_code_size: int) -> bytes:
    """Return palette indices as packed codes, least significant bit first."""
    clear, end = 1 << min_code_size, (1 << min_code_size) + 1
    table: dict[bytes, int] = {}
    packed = bytearray()
    bits, num_bits = 0, 0
    width, next_code = min_code_size + 1, end + 1

    def emit(code: int) -> None:
        nonlocal bits, num_bits
        bits |= code << num_bits
        num_bits += width
        while num_bits >= 8:
            packed.append(bits & 0xFF)
            bits >>= 8
            num_bits -= 8

    emit(clear)
    prefix = b""
    for start in range(len(indices)):
        longer = prefix + indices[start : start + 1]
        if len(longer) == 1 or longer in table:
            prefix = longer
            continue
        emit(table[prefix] if len(prefix) > 1 else prefix[0])
        if next_code < _MOST_CODES:
            table[longer] = next_code
            if next_code == 1 << width:  # this code is the first that needs another bit
                width += 1
            next_code += 1
        else:
            emit(clear)
            table.clear()
            width, next_code = min_code_size + 1, end + 1
        prefix = longer[-1:]
    if prefix:
        emit(table[prefix] if len(prefix) > 1 else prefix[0])
    emit(end)
    if num_bits:
        packed.append(bits & 0xFF)
    return bytes(packed)


def lzw_decode(packed: bytes, min_code_size: int, size: int) -> bytes:
    """Return at most `size` palette indices; fewer when the codes end early.

    Raises:
        ValueError: if a code refers to one that was not defined yet.
    """
    clear, end = 1 << min_code_size, (1 << min_code_size) + 1
    literals = [bytes((index,)) for index in range(clear)] + [b"", b""]
    table = list(literals)
    width, previous = min_code_size + 1, b""
    indices = bytearray()
    bits, num_bits, position = 0, 0, 0
    while len(indices) < size:
        while num_bits < width:
            if position == len(packed):
                return bytes(indices)
            bits |= packed[position] << num_bits
            num_bits += 8
            position += 1
        code = bits & ((1 << width) - 1)
        bits >>= width
        num_bits -= width
        if code == end:
            break
        if code == clear:
            table, width, previous = list(literals), min_code_size + 1, b""
            continue
        if code < len(table):
            entry = table[code]
        elif code == len(table) and previous:
            entry = previous + previous[:1]
        else:
            raise ValueError(f"code {code} is not defined")
        indices += entry
        if previous and len(table) < _MOST_CODES:
            table.append(previous + entry[:1])
            if len(table) == 1 << width and width < 12:
                width += 1
        previous = entry
    return bytes(indices[:size])
