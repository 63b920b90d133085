"""Serve the explore page."""

import signal
import webbrowser
from contextlib import suppress
from typing import Annotated

import typer

from lundian.errors import LundianError


def explore(
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; a free one where it is left out.")] = 0,
) -> None:
    """Serve a page to explore articles on, to this machine alone."""
    from lundian.explore.serve import serving

    with suppress(KeyboardInterrupt), serving(port) as (address, server):
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server stops too
        print(f"The page is at {address}\nStop it with Ctrl-C.", flush=True)
        if browser and not webbrowser.open(address):
            print("No browser could be opened; copy the address into one.", flush=True)
        if server.wait():
            raise LundianError("The page's server ended by itself; start it again.")
