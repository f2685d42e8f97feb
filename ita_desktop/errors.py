"""What a person can mend, said in Thai.

Anything that is not a :class:`UserError` is our own fault: it reaches the exception hook of the
window or the command line and is written to the log with its traceback.
"""

from __future__ import annotations


class UserError(Exception):
    """A problem the user can mend: what is wrong, and what to do about it.

    Raised at the door where the problem shows (file, printer, foreign document) and shown once, by
    the window or by the command line. Both sentences are Thai and end without a full stop.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy
