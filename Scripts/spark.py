"""Has a real local Spark explain and run every golden text for Spark: spark.py

Each Tests/Data/Relation/Golden/*/spark.sql is analysed by EXPLAIN and then run over the two tables of
the plan cases; the number of rows must be that of the DuckDB text's case, which the engine's own
conformance suite checks value by value. Then the table of types in Golden/types is compared with what
Spark makes of each type, and the ends of their ranges with what comes back. Prints `N passed, N failed`.
"""

import csv
import datetime
import decimal
import glob
import math
import os
import sys

from pyspark.sql import SparkSession

TABLES = [
    """CREATE OR REPLACE TEMPORARY VIEW activity_raw AS SELECT * FROM VALUES
       ('A1', 'GHA', 2022L, 1000.00BD, 0.5D, DATE '2022-01-01', TIMESTAMP_NTZ '2022-01-01 00:00:01.5', true),
       ('A2', 'GHA', 2023L, 2500.50BD, 0.25D, DATE '2023-03-01', TIMESTAMP_NTZ '2023-03-01 00:00:01.5', false),
       ('A3', 'BOL', 2023L, NULL, NULL, DATE '2023-01-01', TIMESTAMP_NTZ '2023-01-01 00:00:01.5', true),
       ('A4', NULL, 2022L, 0.01BD, 1D, DATE '2022-01-01', TIMESTAMP_NTZ '2022-01-01 00:00:01.5', NULL),
       ('A\\'5\\\\', 'TLS', 2021L, -75.25BD, 0.125D, DATE '1969-12-31', TIMESTAMP_NTZ '1969-12-31 00:00:01.5', true)
       AS t(id, partner, year, amount, share, start, signed, public)""",
    """CREATE OR REPLACE TEMPORARY VIEW partner AS SELECT * FROM VALUES
       ('GHA', 'Ghana'), ('BOL', 'Bolivia'), ('PER', 'Perú'), (NULL, 'unknown') AS t(code, name)""",
    """CREATE OR REPLACE TEMPORARY VIEW activity AS SELECT id, partner, year,
       CAST(amount AS DECIMAL(18,2)) AS amount, share, start, signed, public FROM activity_raw""",
]


def type_table(spark):
    """What Spark makes of each type of the table: (name, None) or (name, what is wrong)."""
    with open("Tests/Data/Relation/Golden/types/types.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, expected = row["spark"], row["spark described"]
            query = f"SELECT CAST(NULL AS {name}) AS v"
            described = spark.sql("DESCRIBE QUERY " + query).collect()[0]["data_type"]
            schema = spark.sql(query).schema.fields[0].dataType.simpleString()
            same = described == expected and schema == expected
            yield f"type {row['type']}", None if same else f"{described}, {schema}"


def ends_of_ranges(spark):
    """The ends of the ranges as they come back from the text that the dialect writes."""
    with open("Tests/Data/Relation/Golden/types/spark.sql", encoding="utf-8") as file:
        rows = [tuple(row) for row in spark.sql(file.read().rstrip().rstrip(";")).collect()]
    nines = decimal.Decimal("9" * 38)
    deep = decimal.Decimal("0." + "9" * 38)
    largest, smallest = 1.7976931348623157e308, 5e-324

    def row(n, flag, real, sign, text):
        day = datetime.date(9999, 12, 31) if sign > 0 else datetime.date(1, 1, 1)
        moment = (datetime.datetime(9999, 12, 31, 23, 59, 59, 999999) if sign > 0
                  else datetime.datetime(1, 1, 1))
        exact = lambda number: number if sign > 0 else number.copy_negate()
        return (n, flag, real, exact(decimal.Decimal("9999999999999999.99")), exact(nines), exact(deep),
                exact(decimal.Decimal(9)), text, day, moment)

    expected = [
        row(-2**63, False, -largest, -1, ""), row(-1, True, -math.inf, -1, "\U0010ffff"),
        row(0, False, smallest, 1, "\U0010ffff"), row(1, True, math.inf, 1, ""),
        row(2**63 - 1, True, largest, 1, "\U0010ffff"),
    ]
    for number, (found, known) in enumerate(zip(rows, expected)):
        wrong = [f"{a!r} is not {b!r}" for a, b in zip(found, known) if a != b]
        yield f"ends of ranges, row {number}", "; ".join(wrong) or None
    yield "ends of ranges, count", None if len(rows) == len(expected) else f"{len(rows)} rows"


def main():
    spark = (SparkSession.builder.master("local[1]").appName("golden texts")
             .config("spark.ui.enabled", "false").config("spark.sql.ansi.enabled", "true")
             .config("spark.sql.shuffle.partitions", "1").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    for table in TABLES:
        spark.sql(table)
    passed, failed = 0, 0
    for path in sorted(glob.glob("Tests/Data/Relation/Golden/*/spark.sql")):
        name = os.path.basename(os.path.dirname(path))
        with open(path, encoding="utf-8") as file:
            text = file.read().rstrip().rstrip(";")
        try:
            plan = spark.sql("EXPLAIN " + text).collect()[0][0]
            if "Physical Plan" not in plan or "Error" in plan:
                raise ValueError(plan[:400])
            frame = spark.sql(text)
            types = [field.dataType.simpleString() for field in frame.schema.fields]
            rows = frame.collect()
            print(f"ok      {name}: {len(rows)} rows of {', '.join(types)}")
            passed += 1
        except Exception as error:  # every kind of refusal is a failure of the text
            print(f"FAILED  {name}: {str(error)[:600]}")
            failed += 1
    for name, wrong in [*type_table(spark), *ends_of_ranges(spark)]:
        print(f"FAILED  {name}: {wrong}" if wrong else f"ok      {name}")
        passed, failed = passed + (not wrong), failed + bool(wrong)
    spark.stop()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
