"""The sample letters: the yardstick of the readers, made without them.

compose.py    what a letter says, as facts, and the reading expected of it
provinces.py organisations.py matters.py   who writes, and about what
circular.py   letters that ask
answers.py wordings.py layouts.py oddities.py forms.py below.py bundles.py near_misses.py   letters that answer
nothing.py in_part.py takers.py councils.py offices.py reply_forms.py headings.py citing.py reaching.py
misdated.py piles.py afresh.py   letters that answer, as other clerks write them
hands.py long_winded.py half_done.py none_at_all.py politely_not.py municipalities.py elsewhere.py ticked.py
heads_again.py otherwise_put.py late_arrivals.py   a fourth clerk's;  fifth.py fifth_open.py   a fifth one's
corpus.py     every letter once
sheet.py      what stands where on the paper, in blocks
producers.py  who draws the blocks: typst, docx, chromium, distilled, reportlab, fpdf2, text, and files that
              are not printed; damaged.py changes what their text layers say
catalogue.py  the committed samples: which letter is printed by which producer
compare.py    where a reading differs from the expected one
replies.py    mails of such letters for the demonstration and for load
mails.py mail*.py wire.py   mails that are hard to open, and the reading expected of each
"""
