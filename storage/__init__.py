"""Durable facts: originals, receipts, letters, campaigns, the register, the index, the ledger.

Knows nothing of mail servers, workers, parsing or HTTP. Every function that writes takes the
caller's open session, so that the caller decides what belongs in one transaction
(`database.begin`). Importing this package imports nothing else.
"""
