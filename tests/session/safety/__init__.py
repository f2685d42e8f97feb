"""Tests of backups, of the way back to them, and of content in doubt."""
