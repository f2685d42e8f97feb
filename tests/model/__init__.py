"""Tests of records, fields, edits, merging and scoring: pure values."""
