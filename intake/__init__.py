"""Saraban Intake, the service: the doors, the order of work, the decisions, the commands.

Three packages. `parsers` reads: bytes in, frozen values out, in a child process that may be killed.
`storage` remembers: originals, receipts, letters, the register, the ledger. They are strangers to each
other; this package knows both and translates in `rows`.

The life of a message:

    channels/   a door takes bytes from a mailbox, a peer or a file
    receive     makes them durable and queues them, in one commit; only then the door says thanks
    work        hands each receipt to the pipeline once, whatever dies
    pipeline    READ THIS FIRST: read, decide, keep, file, index, record
    matching    which campaign does it answer? (pure)
    filing      filed, review, duplicate, unrelated or quarantined? (pure)
    reasons     why, in words

Around it: `settings` (the only reader of the environment), `app` (the composition root), `service` (all
of it until SIGTERM), `facts` and `export/` (what people ask for), `cli`. Importing this package imports
nothing else.
"""
