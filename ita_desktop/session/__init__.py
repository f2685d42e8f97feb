"""One open office file: the half of the program's face that needs no toolkit."""
