"""Measures tickertone and its peers on labelled sets, and writes docs/ACCURACY.md's tables and pictures."""
