"""What ends a measurement before its time."""


class MeasurementError(Exception):
    """Something without which there is nothing to report; its text is for the person who measures."""
