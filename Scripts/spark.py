"""Has a real local Spark explain and run every golden text for Spark: spark.py

Each Tests/Data/Relation/Golden/*/spark.sql is analysed by EXPLAIN and then run over the two tables of
the plan cases; the number of rows must be that of the DuckDB text's case, which the engine's own
conformance suite checks value by value. Prints `N passed, N failed`.
"""

import glob
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
    spark.stop()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
