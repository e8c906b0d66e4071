"""Writes send-rate.json: the rates that botocore's adaptive mode allows after answers at given moments.

Run it with a Python that has botocore, in this directory: python3 generate-send-rate.py
"""

import json
import pathlib
import random

import botocore
from botocore.retries import adaptive, bucket, throttling

START = 1000.25


class Clock(bucket.Clock):
    """A clock that is set by hand."""

    def __init__(self) -> None:
        """Start where the recording starts."""
        self.now = START

    def current_time(self) -> float:
        """Return the moment it was set to."""
        return self.now


class Detector:
    """Takes the word of whoever asks for whether an answer was a throttling."""

    def is_throttling_error(self, *, throttled: bool) -> bool:
        """Return what was said."""
        return throttled


def limiter(clock: Clock) -> tuple[adaptive.ClientRateLimiter, bucket.TokenBucket]:
    """Make a limiter as botocore does for a client, and the bucket that holds its rate."""
    tokens = bucket.TokenBucket(max_rate=1, clock=clock)
    return (
        adaptive.ClientRateLimiter(
            rate_adjustor=throttling.CubicCalculator(starting_max_rate=0, start_time=clock.now),
            rate_clocker=adaptive.RateClocker(clock),
            token_bucket=tokens,
            throttling_detector=Detector(),
            clock=clock,
        ),
        tokens,
    )


def main() -> None:
    """Write the recording."""
    chance = random.Random(20261124)
    clock = Clock()
    rate, tokens = limiter(clock)
    steps = []
    for number in range(400):
        clock.now += chance.choice([0.01, 0.05, 0.125, 0.5, 2.0])
        throttled = number > 20 and chance.random() < 0.1
        rate.on_receiving_response(throttled=throttled)
        steps.append({"at": clock.now, "isThrottled": throttled, "limit": tokens.max_rate})
    document = {"botocore": botocore.__version__, "start": START, "steps": steps}
    pathlib.Path("send-rate.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
