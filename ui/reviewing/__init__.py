"""The file among colleagues: copies sent and taken back, comments, the history, who works."""
