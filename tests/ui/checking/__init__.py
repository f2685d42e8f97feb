"""Tests of findings in the window: marked, listed, led from, mended, told at export."""
