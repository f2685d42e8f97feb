"""Tests of the office file on real disks, its versions, its seal, and what ships with it."""
