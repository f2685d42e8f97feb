"""Tests of what is found in records: lists of mistakes, and of what is right though odd."""
