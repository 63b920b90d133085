"""The one error meant for a reader: a single clear sentence that says where, what and what to do."""


class LundianError(ValueError):
    """Something a reader can mend: its message names the place, what is wrong and what to do."""
