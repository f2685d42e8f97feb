"""Tests of the years of one file: the next one begun, two compared, one split off."""
