"""The server of the explore page: what it is started with, and what is said when it can't."""

import re
import shutil
import socket
from urllib.request import urlopen

import pytest

from lundian.errors import LundianError
from lundian.explore.serve import HOST, command, serving
from tests.conftest import ROOT


def test_it_listens_to_this_machine_alone():
    """Its address is the loopback's, and it wants a token."""
    line = command(ROOT / "notebooks" / "explore.ipynb", 1234, "secret")
    assert "--Voila.ip=127.0.0.1" in line
    assert "--token=secret" in line


def test_without_the_notebook(project):
    """The sentence names the file."""
    with pytest.raises(LundianError, match=r"explore\.ipynb is not there"), serving():
        pass


def test_a_port_that_is_taken(monkeypatch):
    """The sentence says what to do."""
    monkeypatch.setenv("LUNDIAN_HOME", str(ROOT))
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        with pytest.raises(LundianError, match="is taken; leave --port out"), serving(other.getsockname()[1]):
            pass


def test_the_page_is_served_and_names_no_other_machine(project):
    """With the token the page comes, and loads no script, style or font from elsewhere; without it there is a login."""
    (project / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explore.ipynb", project / "notebooks")
    with serving() as (address, _):
        html = urlopen(address).read().decode()
        stranger = urlopen(address.partition("?")[0])
    assert "/login" in stranger.url
    assert "lundian-sans.otf" in html
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+|url\(["']?(?:https?:)?//[^)]+""", html)
