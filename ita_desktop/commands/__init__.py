"""The features of the program as commands: one file each, with the words it takes."""
