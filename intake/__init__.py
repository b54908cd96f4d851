"""Saraban Intake: the service. Start with `pipeline.py`."""
