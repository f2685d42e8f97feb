"""A division's measures of one round as a workbook to fill in, and what it says once filled.

Cells that are given are locked; a division fills the others. Hidden beside them stand the keys of
the measures and what each cell held when it was sent, so that a cell nobody touched says nothing.
"""
