"""Pictures of evidence: list, form, acts."""
