"""The bench on which a table's layout is arranged."""
