"""Figures for a report: smaller drawings that look the same, 300 dots to the inch, and the part below the title."""

import io

import numpy as np
import pytest
from PIL import Image

from lundian.report import pictures
from lundian.report.find import find
from lundian.report.notebook import read_document


@pytest.fixture
def figure(home, language):
    """Return a saved figure."""
    return read_document(find("tea", language)).figures()[0]


def pixels(content: bytes):
    """Return a picture as numbers."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("L"), dtype=int)


def test_a_smaller_drawing_looks_the_same(figure, monkeypatch):
    """Two decimals of a point are enough: hardly a dot differs."""
    short, small = pixels(pictures.png(figure)), len(pictures.svg(figure))
    whole = figure.file("svg").read_bytes()
    monkeypatch.setattr(pictures, "svg", lambda figure, title: whole)
    assert small < len(whole)
    assert (abs(pixels(pictures.png(figure)) - short) > 40).mean() < 0.001


def test_300_dots_to_the_inch(figure):
    """A figure that is 6.5 inches wide is 1950 dots wide."""
    assert pixels(pictures.png(figure)).shape[1] == 1950
    assert pictures.size(figure)[0] == 6.5


def test_the_picture_below_its_title(figure):
    """Without title the picture is that much lower, and the rest is what it was."""
    whole, cut = pixels(pictures.png(figure)), pixels(pictures.png(figure, title=False))
    assert cut.shape[0] == pytest.approx(whole.shape[0] * (1 - figure.head), abs=2)
    assert abs(whole[-200:] - cut[-200:]).mean() < 3
