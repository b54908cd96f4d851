"""The doors through which messages arrive; each only calls `receive`."""
