"""Tests of documents set up, worded, laid out, signed, and of their pictures."""
