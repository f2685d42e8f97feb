"""ITA Desktop: everything the program does, without its windows."""
