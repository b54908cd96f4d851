"""Reads letters and mail: bytes in, frozen values out.

Pure and synchronous; knows nothing of databases, mailboxes or campaigns. Everything here
runs in a child process that may be killed at any moment (`worker.py`), so nothing here may
own anything durable. Importing this package imports nothing else.
"""
