"""What a check says: what was looked at, what was found, and how to mend it."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lundian.errors import LundianError


@dataclass(frozen=True)
class Check:
    """One thing looked at: what it is called, what was found, and how to mend it ("" where it is well)."""

    name: str
    found: str
    mend: str = ""

    @property
    def well(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.mend


def check(name: str) -> Callable:
    """Return a decorator for a function that gives (what was found, how to mend it); what it raises is found as well.

    >>> check("tea")(lambda: ("cold", "warm it"))()
    Check(name='tea', found='cold', mend='warm it')
    """

    def wrap(look: Callable[[], tuple[str, str]]) -> Callable[[], Check]:
        @functools.wraps(look)
        def looked() -> Check:
            try:
                return Check(name, *look())
            except LundianError as error:
                return Check(name, "something stands in the way", str(error))
            except Exception as error:  # a check that fails is a finding, and the others go on
                return Check(name, f"{type(error).__name__}: {error}", INSTALL)

        return looked

    return wrap


def lines(checks: list[Check]) -> Iterator[str]:
    """Yield what a reader sees: a line for each check, and a line behind those that need mending."""
    for one in checks:
        yield f"{'ok  ' if one.well else 'MEND'}  {one.name}: {one.found}"
        if not one.well:
            yield f"      {one.mend}"


INSTALL = "Install the packages again: python -m pip install --force-reinstall -r requirements.txt"
