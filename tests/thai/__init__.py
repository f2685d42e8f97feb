"""Tests of the Thai language: digits, dates, numbers, timelines, where a line may break."""
