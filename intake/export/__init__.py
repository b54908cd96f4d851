"""What leaves the service for auditors: the receiving register and the facts behind it."""
