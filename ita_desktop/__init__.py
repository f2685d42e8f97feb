"""ITA Desktop: everything the program does, without its windows."""

__version__ = "0.1.0"
