"""No sentence of the source articles is in the project, in Parquet files and notebook outputs either."""

import subprocess
import sys

from tests.conftest import ROOT


def test_no_text_of_the_source_articles(shared):
    """The checker finds no run of the source articles' text in any file that git has or would take."""
    tool = [sys.executable, shared / "tools" / "foreign_text.py", ROOT, shared / "articles"]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
