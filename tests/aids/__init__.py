"""What tests of several rooms share: made-up offices, files, readers, other programs."""
