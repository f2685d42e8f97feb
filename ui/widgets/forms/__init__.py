"""Forms made from declared fields, and registers of small records."""
