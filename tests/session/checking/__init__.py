"""Tests of findings put together, shown in order and mended."""
