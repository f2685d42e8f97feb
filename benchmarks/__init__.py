"""How fast the program is, and against whom: see README.md in this folder."""
