"""Tests of other programs' files and clipboards, in and out."""
