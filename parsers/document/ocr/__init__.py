"""The reading of pictures of letters: from pixels to the same pages that a text layer gives (`reading.py`)."""
