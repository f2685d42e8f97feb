"""The pages of a document beside the form."""
