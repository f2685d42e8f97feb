"""Tests of forms, editors, and Thai text on the screen."""
