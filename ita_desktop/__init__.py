"""ITA Desktop: everything the program does, without its windows."""

__version__ = "0.2.0"

FILE_SUFFIX = ".itadb"
"""What the name of an office file (แฟ้มงาน) ends in."""
