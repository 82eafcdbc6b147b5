"""Scores a column of texts with the command line `tickertone`, which must be on the PATH."""

import io
import os
import subprocess

import pandas


def score(texts: pandas.Series, threads: int | None = None, program: str = "tickertone") -> pandas.DataFrame:
    """A row for each text, with the index of `texts`: score, label, confidence, words, entities (JSON) and the like."""
    lines = pandas.DataFrame({"text": texts.array}).to_json(orient="records", lines=True)
    cores = {} if threads is None else {"RAYON_NUM_THREADS": str(threads)}
    done = subprocess.run([program, "batch", "--to", "csv"], input=lines, stdout=subprocess.PIPE, text=True,
                          encoding="utf-8", env=os.environ | cores)  # fmt: skip
    if done.returncode not in (0, 1):  # 1: some texts could not be scored; their rows say why
        raise RuntimeError(f"tickertone ended with status {done.returncode}")
    types = {"mixed": "boolean", "words": "Int64", "label": "string", "entities": "string", "error": "string"}
    return pandas.read_csv(io.StringIO(done.stdout), dtype=types).drop(columns="id").set_index(texts.index)
