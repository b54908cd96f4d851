"""How well pictures of letters are read: whole pages, printed, damaged, and read beside Tesseract.

    python -m tests.scans [--report docs/ocr-accuracy.md]        # or: make ocr-accuracy

samples.py    which letters are scanned: the typeface, the fineness and the damage of each scan
paper.py      a letter on paper, in the typeface wanted, and what stands on it line by line
damages.py    what becomes of a page between the paper and the reader; overlays.py what is put on it by hand
packing.py    pictures of pages as the file that a scanner, a fax or a phone sends
stock.py      the scans in a folder, made once
tesseract.py  the yardstick: Tesseract on the same pictures, its text read by the same reader of letters
judging.py    what became of each number, day, line and letter of a scan
report.py     the tables, for the terminal and for the docs
"""
