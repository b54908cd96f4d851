"""How well letters are read, on many more than the tests can wait for.

    python -m tests.accuracy [--report docs/accuracy.md]        # or: make accuracy

prints.py     which letter is printed by which producers; prints what is not printed yet
judging.py    what became of each field of a print, and of each claim with its confidence
counting.py   how many of them, by field and by stratum
report.py     the tables, for the terminal and for the docs
"""
