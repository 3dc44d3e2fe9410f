#!/usr/bin/env python3
"""One piece of work of another program: peer.py WORK INPUT [OUTPUT] [STRUCTURE]

WORK: pysdmx-read, pysdmx-write-ml21 (reads INPUT first; prints the seconds of writing alone), sdmx1-read, duckdb-csv, start.
"""

import sys
import time
import warnings

warnings.simplefilter("ignore")
work, rest = sys.argv[1], sys.argv[2:]
if work == "pysdmx-read":
    from pysdmx.io import read_sdmx
    data = read_sdmx(rest[0], validate=False).data
    print(sum(len(dataset.data) for dataset in data))
elif work == "pysdmx-write-ml21":
    from pysdmx.io import read_sdmx, write_sdmx
    from pysdmx.io.format import Format
    (dsd,) = read_sdmx(rest[2], validate=False).get_data_structure_definitions()
    data = read_sdmx(rest[0], validate=False).data
    for dataset in data:
        dataset.structure = dsd.to_schema()
    start = time.monotonic()
    write_sdmx(data, Format.DATA_SDMX_ML_2_1_STR, output_path=rest[1])
    print(f"{time.monotonic() - start:.2f}")
elif work == "sdmx1-read":
    import sdmx
    (dsd,) = sdmx.read_sdmx(rest[1]).structure.values()
    print(sum(len(data.obs) for data in sdmx.read_sdmx(rest[0], structure=dsd).data))
elif work == "duckdb-csv":
    import duckdb
    duckdb.sql("SET threads = 2")
    duckdb.sql("CREATE TABLE t AS SELECT * FROM read_csv(?, all_varchar = false)", params=[rest[0]])
    print(duckdb.sql("SELECT count(*) FROM t").fetchone()[0])
