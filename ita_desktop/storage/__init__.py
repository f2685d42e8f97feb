"""The one door to the SQLite file of an office: nothing else in the program knows of SQL."""
