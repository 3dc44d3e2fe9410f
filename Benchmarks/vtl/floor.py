"""A script's result by hand-written SQL in DuckDB: floor.py NAME FOLDER OUT

The same is looked at as Ayni does: types while reading, identifiers that are missing, identifiers that stand twice.
"""

import sys

import duckdb

from scripts import KEYS, READ, SQL


def main(name, folder, out):
    query = SQL[name]
    session = duckdb.connect()
    session.sql("set threads = 2")
    for dataset, columns in READ.items():
        if dataset not in query:
            continue
        session.sql(f"create table {dataset} as from read_csv('{folder}/{dataset}.csv', {columns})")
        keys = KEYS[dataset]
        missing = " or ".join(f"{key.strip()} is null" for key in keys.split(","))
        assert session.sql(f"select count(*) from {dataset} where {missing}").fetchone()[0] == 0
        twice = f"select 1 from {dataset} group by {keys} having count(*) > 1 limit 1"
        assert session.sql(twice).fetchone() is None
    session.sql(f"copy ({query}) to '{out}/DS_r.csv' (header)")


if __name__ == "__main__":
    main(*sys.argv[1:4])
