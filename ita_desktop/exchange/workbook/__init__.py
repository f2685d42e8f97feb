"""The whole office file as an Excel workbook and back: one sheet for each kind of record.

What a cell says is what the forms say. What a cell cannot say (an id, an order, the fingerprint of
a picture, text in a shape of its own) is kept on a hidden sheet, and holds as long as the cell is
left as it was written.
"""
