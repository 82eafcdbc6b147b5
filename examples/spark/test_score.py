"""Runs the job on a Spark cluster of processes on this machine: equal to `tickertone batch`, and whole though one of its
programs is killed.  `make test-spark`, or `python test_score.py PROGRAM [ROWS...]` to time it on 1 and on 2 workers too.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import pyarrow
import pyarrow.parquet
from pyspark.sql import SparkSession

import score

HERE = pathlib.Path(__file__).resolve().parent
AUTHORED = HERE.parents[1] / "training" / "authored"


def texts(count: int) -> list[str]:
    """Texts of our own, over and over with a number behind them."""
    files = [AUTHORED / f"{name}.tsv" for name in ("paragraphs", "longform", "opposed", "microblog")]
    own = [line.split("\t")[-1] for file in files for line in file.read_text("utf-8").splitlines()]
    return [f"{own[i % len(own)]} ({i})" for i in range(count)]


def archive(folder: pathlib.Path, count: int) -> pathlib.Path:
    """An archive of eight files, one of its texts missing."""
    column = [None if i == 3 else text for i, text in enumerate(texts(count))]
    table = pyarrow.table({"id": range(count), "text": column})
    folder.mkdir()
    for part in range(8):
        rows = table.slice(part * count // 8, (part + 1) * count // 8 - part * count // 8)
        pyarrow.parquet.write_table(rows, folder / f"{part}.parquet")
    pyarrow.parquet.write_table(table, folder.with_suffix(".parquet"))
    return folder


def mortal(program: str, folder: pathlib.Path) -> str:
    """The program, but the first who calls it is killed."""
    script = folder / "mortal"
    script.write_text(f'#!/bin/sh\nmkdir "{folder}/dead" 2>/dev/null && kill -9 $$\nexec "{program}" "$@"\n')
    script.chmod(0o755)
    return str(script)


def run(workers: int, source: pathlib.Path, program: str) -> tuple[pyarrow.Table, float]:
    """What the job gives, by id, and how long it took without the start of Spark."""
    spark = (
        SparkSession.builder.master(f"local-cluster[{workers},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.sql.files.maxPartitionBytes", 1 << 20)
        .config("spark.sql.files.openCostInBytes", 1 << 20)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.range(workers).mapInPandas(lambda frames: frames, "id long").count()  # The workers stand.
    began = time.monotonic()
    target = source.with_name(f"{source.name}-{workers}")
    score.score(spark.read.parquet(str(source)), program=program).write.mode("overwrite").parquet(str(target))
    took = time.monotonic() - began
    spark.stop()
    return pyarrow.parquet.read_table(target).sort_by("id"), took


def readme(text: str, program: str) -> None:
    """Runs the README's example as it stands."""
    example = text.split("```python\n")[1].split("```")[0]
    path = f"{pathlib.Path(program).parent}:{os.environ['PATH']}"
    environment = os.environ | {"PYTHONPATH": str(score.HELPER.parent), "PATH": path}
    done = subprocess.run([sys.executable, "-c", example], env=environment, capture_output=True, text=True, check=True)
    assert "positive" in done.stdout and "negative" in done.stdout, done.stdout


def main() -> None:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = archive(folder / "archive", 400)
        spark, _ = run(2, source, mortal(program, folder))
        assert (folder / "dead").exists(), "nothing was killed"
        single = folder / "batch.parquet"
        subprocess.run([program, "batch", f"{source}.parquet", "--output", single], check=False, stderr=subprocess.DEVNULL)
        batch = pyarrow.parquet.read_table(single)
        errors = [table.column("error").to_pylist() for table in (spark, batch)]
        assert [e is None for e in errors[0]] == [e is None for e in errors[1]] and sum(map(bool, errors[0])) == 1
        names = [name for name in batch.column_names if name != "error"]
        assert spark.column_names == batch.column_names
        assert spark.select(names).to_pylist() == batch.select(names).to_pylist()
        print(f"{len(batch)} rows: Spark and batch give the same")
        readme((HERE.parents[1] / "README.md").read_text("utf-8"), program)
        for count in map(int, sys.argv[2:]):
            source = archive(folder / f"archive-{count}", count)
            for workers in (1, 2):
                _, took = run(workers, source, program)
                print(f"{count} rows, {workers} workers: {took:.1f} s, {count / took:.0f} rows a second")


if __name__ == "__main__":
    main()
