"""Tests of copies that go out and come back, and of the history."""
