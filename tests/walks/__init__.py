"""Walks through the program on a screen of their own, by keyboard and mouse alone."""
