"""Tests of rounds of reports: due, asked for, read back."""
