"""Tests of what documents say: as blocks, and as text held against what was accepted."""
