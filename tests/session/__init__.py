"""Tests of one open file without windows: edits, undo, saving, searching, scores."""
