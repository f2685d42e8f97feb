"""Records become blocks: what each document says and in which order, never how it is drawn."""
