"""Comments beside what they are about."""
