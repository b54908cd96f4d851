"""Thai text: repair, digits, dates, reference numbers, places. Pure functions on strings."""
