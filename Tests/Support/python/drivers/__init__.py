"""Drivers for the black-box tests: the program, the local service, AWS's clients and a terminal."""
