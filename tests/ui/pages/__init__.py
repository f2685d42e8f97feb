"""Tests of the pages, each driven as its clerk would."""
