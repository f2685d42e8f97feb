"""Tests of real windows on real files, by key and mouse events."""
