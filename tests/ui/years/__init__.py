"""Tests of the years of one file in the window."""
