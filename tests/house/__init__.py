"""Tests of the house itself: its law, its set-up, its lock files."""
