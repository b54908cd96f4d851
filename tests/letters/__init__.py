"""The sample letters: the yardstick of the readers, made without them.

compose.py    what a letter says, as facts, and the reading expected of it
circular.py   the department's own letters
sheet.py      what stands where on the paper, in blocks
typst.py docx.py chromium.py text.py   the producers: `render(letter, path)` draws the blocks
"""
