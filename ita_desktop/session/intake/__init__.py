"""What comes in: pasted tables, Word tables, workbooks; understood, shown, made one edit."""
