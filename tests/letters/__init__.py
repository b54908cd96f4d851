"""The sample letters: the yardstick of the readers, made without them.

compose.py    what a letter says, as facts, and the reading expected of it
provinces.py organisations.py   who writes
circular.py   letters that ask
answers.py wordings.py layouts.py oddities.py forms.py below.py bundles.py near_misses.py   letters that answer
corpus.py     every letter once
sheet.py      what stands where on the paper, in blocks
typst.py docx.py chromium.py distilled.py text.py   the producers: `render(letter, path)` draws the blocks
catalogue.py  which letter is printed by which producer
compare.py    where a reading differs from the expected one
replies.py    mails of such letters for the demonstration and for load
"""
