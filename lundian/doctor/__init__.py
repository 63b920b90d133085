"""What is well with an installation and what is not, each with its mend in one sentence."""

import pandas as pd

from lundian.doctor import environment, project
from lundian.doctor.check import Check

CHECKS = (
    environment.python,
    environment.packages,
    environment.kernel,
    environment.console,
    environment.reports,
    environment.browser,
    project.font,
    project.models,
    project.folders,
    project.cache,
    project.stored,
    project.features,
    project.texts,
)


def examine() -> list[Check]:
    """Return what every check found, in a fixed order."""
    return [look() for look in CHECKS]


def doctor() -> pd.DataFrame:
    """Look at everything that the package needs.

    Returns
    -------
    pandas.DataFrame
        One row per check: check, well (whether there is nothing to mend), found (in words), mend (what to do; empty where
        all is well).
    """
    rows = [(one.name, one.well, one.found, one.mend) for one in examine()]
    return pd.DataFrame(rows, columns=["check", "well", "found", "mend"])
