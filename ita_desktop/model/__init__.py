"""Records of an office's work, pure values: no input or output, no clock, no toolkit."""
