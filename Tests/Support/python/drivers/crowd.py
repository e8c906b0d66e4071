"""A service with more users than anybody wants to make one by one."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from .loopback_server import LoopbackServer, QuietHandler

APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/crowd"


class Crowd(LoopbackServer):
    """A service whose only AppInstance has so many users, on few and large pages."""

    #: How many users a page has; the program takes no answer of many megabytes.
    PAGE = 25_000

    def __init__(self, users: int) -> None:
        """Make up the users."""
        pages = [_page(first, min(first + self.PAGE, users), users) for first in range(0, users, self.PAGE)]
        described = json.dumps(
            {"AppInstance": {"AppInstanceArn": APP_INSTANCE, "Name": "Prod Chat"}}
        ).encode()
        token = re.compile(r"next-token=(\d+)")

        class Handler(QuietHandler):
            def _answer(self) -> None:
                body = described
                if self.path.startswith("/app-instance-users?"):
                    following = token.search(self.path)
                    body = pages[int(following[1]) if following else 0]
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            # The name is the one that http.server calls.
            do_GET = _answer  # noqa: N815

        super().__init__(Handler)


def _page(first: int, end: int, users: int) -> bytes:
    page = {
        "AppInstanceArn": APP_INSTANCE,
        "AppInstanceUsers": [
            {
                "AppInstanceUserArn": f"{APP_INSTANCE}/user/{sha256(str(-number).encode()).hexdigest()[:20]}",
                # Names that have little in common, so that a row cannot be drawn by changing some of another.
                "Name": f"Customer {number:06} {sha256(str(number).encode()).hexdigest()[:24]}",
            }
            for number in range(first, end)
        ],
    }
    if end < users:
        page["NextToken"] = str(end // Crowd.PAGE)
    return json.dumps(page).encode()
