"""DuckDB's own client: reading_duckdb.py make|read ROWS FILE

`make` writes a Parquet file of six columns. `read` fetches the rows as Arrow record batches through the
stream that the client hands out (the Arrow PyCapsule interface), releases each batch, and prints rows and
seconds. The batches are never turned into objects of Python: it is the least that the client can do.
"""

import ctypes
import sys
import time

import duckdb

QUERY = "SELECT * FROM read_parquet(['{}'])"
TABLE = """
COPY (SELECT i AS id, (i * 7919) % 1000003 / 7.0 AS share,
             CAST(((i * 104729) % 100000000) / 100.0 AS DECIMAL(18,2)) AS amount,
             DATE '1990-01-01' + CAST(i % 12000 AS INTEGER) AS day,
             'P' || (i % 250) || '-' || (i * 31 % 9973) AS partner,
             TIMESTAMP '2020-01-01' + to_microseconds(i * 1000003) AS moment
      FROM range({}) t(i)) TO '{}' (FORMAT parquet)
"""


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.c_void_p),
    ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))), ("private_data", ctypes.c_void_p),
]


class Stream(ctypes.Structure):
    pass


Stream._fields_ = [
    ("get_schema", ctypes.c_void_p),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.c_void_p), ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]


def read(path):
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    connection = duckdb.connect()
    start = time.monotonic()
    capsule = connection.sql(QUERY.format(path)).__arrow_c_stream__()
    stream = ctypes.cast(pointer(capsule, b"arrow_array_stream"), ctypes.POINTER(Stream))
    rows = batches = 0
    while True:
        array = Array()
        if stream.contents.get_next(stream, ctypes.byref(array)) != 0:
            raise SystemExit("the stream failed")
        if not array.release:
            break
        rows, batches = rows + array.length, batches + 1
        array.release(ctypes.byref(array))
    return rows, batches, time.monotonic() - start


if __name__ == "__main__":
    verb, count, file = sys.argv[1], sys.argv[2], sys.argv[3]
    if verb == "make":
        duckdb.sql(TABLE.format(count, file))
    else:
        rows, batches, seconds = read(file)
        print(f"{rows}\t{seconds:.3f}\t{batches}")
