"""Each notebook of the project makes a report that can be sent: everything found is in it, and it is small."""

from pathlib import Path

import pytest

from lundian.errors import LundianError
from lundian.report.find import find
from lundian.report.make import report
from lundian.report.notebook import read_document
from tests.report.test_make import words_of

TOPICS = ("consumption_equality", "industrial_internet", "platform_critique", "how_far_to_trust_it")


@pytest.fixture(params=TOPICS)
def topic(request) -> str:
    """Return each topic whose notebook is executed."""
    try:
        read_document(find(request.param, "en"))
    except LundianError as error:
        pytest.skip(f"{error} (a changed notebook has no outputs until it is run)")
    return request.param


@pytest.mark.parametrize("to", ["html", "docx"])
def test_everything_found_is_in_the_report(topic, tmp_path, to):
    """Each sentence that the notebook computed stands in the report, which is smaller than 3 MB."""
    path = Path(report(topic, to, out=tmp_path / f"report.{to}"))
    assert path.stat().st_size < 3_000_000
    words, outputs = words_of(path), [o for cell in find(topic, "en").notebook.cells for o in cell.get("outputs", ())]
    findings = [o["data"]["text/markdown"].replace("\\", "") for o in outputs if "text/markdown" in o.get("data", {})]
    assert findings
    assert [finding for finding in findings if "".join(finding.split()) not in words] == []
