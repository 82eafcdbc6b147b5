"""Scores an archive of articles on Apache Spark: Parquet in, Parquet out, the columns of `tickertone batch`.

    spark-submit score.py IN OUT [--text-column NAME]

Every task hands its rows, some thousands at a time, to a `tickertone` of its own on one thread. A task whose worker or
program dies is tried again by Spark. The program must be on each machine, on the PATH or where --program says.
"""

import argparse
import pathlib
import sys

from pyspark.sql import DataFrame, SparkSession

HELPER = pathlib.Path(__file__).resolve().parents[1] / "python" / "tickertone.py"
COLUMNS = (
    "score double, label string, negative double, neutral double, positive double, confidence double, "
    "mixed boolean, words long, entities string, error string"
)


def score(articles: DataFrame, text_column: str = "text", program: str = "tickertone") -> DataFrame:
    """The columns of `articles` but the text, then those of the record."""

    def each(frames):
        from tickertone import score  # Spark brings the file to the workers.

        for frame in frames:
            records = score(frame[text_column], threads=1, program=program)
            yield frame.drop(columns=text_column).join(records)

    articles.sparkSession.sparkContext.addPyFile(str(HELPER))
    others = articles.drop(text_column).schema
    schema = ", ".join([f"`{field.name}` {field.dataType.simpleString()}" for field in others] + [COLUMNS])
    return articles.mapInPandas(each, schema)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--program", default="tickertone")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("tickertone").getOrCreate()
    scored = score(spark.read.parquet(arguments.input), arguments.text_column, arguments.program)
    scored.write.parquet(arguments.output)
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
