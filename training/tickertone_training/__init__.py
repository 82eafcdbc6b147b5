"""Trains tickertone's network: data -> teacher -> soft labels -> student -> weights file."""
