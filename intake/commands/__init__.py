"""The commands of the contract, one module for those that need the same rooms.

A module is imported when one of its commands is called: `parse` must not wait for the database's
libraries, nor `status` for the queue's.
"""
