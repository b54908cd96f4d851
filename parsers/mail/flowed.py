"""Paragraphs that a mail program broke into lines, and marked so that they can be joined (RFC 3676).

A line that ends in a space goes on in the next one of the same quotation depth; a signature's `-- `
does not. Without this a number that was wrapped in a letter would stay in two halves.
"""


def joined(text: str, *, delete_space: bool) -> str:
    """`text` of the format `flowed` with each paragraph on one line.

    `delete_space` is its parameter `delsp`: the space before a soft line break is none of the text's.
    """
    paragraphs: list[list[str]] = []
    open_depth: int | None = None
    for line in text.splitlines():
        quoted = line.lstrip(">")
        depth = len(line) - len(quoted)
        content = quoted.removeprefix(" ")  # stuffed (4.4)
        goes_on = content.endswith(" ") and content != "-- "
        written = content[:-1] if goes_on and delete_space else content
        if depth == open_depth:
            paragraphs[-1].append(written)
        else:
            paragraphs.append([f"{'>' * depth} {written}" if depth else written])
        open_depth = depth if goes_on else None
    return "\n".join("".join(paragraph) for paragraph in paragraphs)
