"""What comes in: pasted tables, tables of Word files, workbooks; understood, shown, made one edit."""
