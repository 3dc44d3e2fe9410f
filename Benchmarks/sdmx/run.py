#!/usr/bin/env python3
"""Measures Ayni beside pysdmx, sdmx1 and DuckDB in one run: run.py FOLDER PEERS [OBSERVATIONS]

PEERS is an interpreter with pysdmx and sdmx1. Whole processes, their start included; an Ayni row reads
one format and writes another, or reads and checks. Prints seconds, processor seconds and the peak of memory.
"""

import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
AYNI = str(ROOT / ".build/release/ayni")


def timed(label, command, environment=None):
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}
    )
    out = process.stdout.read().decode().strip()
    error = process.stderr.read().decode().strip()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    cpu = usage.ru_utime + usage.ru_stime
    note = out[-60:] if not status else error[-120:].replace("\n", " ")
    print(f"{label:34} {seconds:8.2f} {cpu:8.2f} {usage.ru_maxrss / 1024:8.0f}  {note}", flush=True)
    return seconds


def main(folder, peers, count):
    folder = pathlib.Path(folder)
    subprocess.run([sys.executable, ROOT / "Benchmarks/sdmx/generate.py", folder, str(count)], check=True)
    file = lambda name: str(folder / name)
    structure = ["--structure", file("structure.json")]
    convert = lambda source, target, format: [AYNI, "convert", file(source), file(target), "--to", format, *structure]
    subprocess.run([AYNI, "convert", file("structure.json"), file("structure21.xml"), "--to", "sdmx-ml-2.1"], check=True)
    print(f"{'what':34} {'wall s':>8} {'cpu s':>8} {'MiB':>8}")
    timed("ayni --version", [AYNI, "--version"])
    timed("ayni CSV 2.0 to ML 2.1", convert("data.csv", "ml21.xml", "sdmx-ml-2.1"))
    timed("ayni CSV 2.0 to ML 3.0", convert("data.csv", "ml30.xml", "sdmx-ml-3.0"))
    timed("ayni CSV 2.0 to JSON 2.0", convert("data.csv", "json20.json", "sdmx-json-2.0"))
    timed("ayni CSV 2.0 to CSV 1.0", convert("data.csv", "csv10.csv", "sdmx-csv-1.0"))
    timed("ayni ML 2.1 to CSV 2.0", convert("ml21.xml", "again21.csv", "sdmx-csv-2.0"))
    timed("ayni ML 3.0 to CSV 2.0", convert("ml30.xml", "again30.csv", "sdmx-csv-2.0"))
    timed("ayni JSON 2.0 to CSV 2.0", convert("json20.json", "againj.csv", "sdmx-csv-2.0"))
    timed("ayni check CSV 2.0", [AYNI, "check", file("data.csv"), *structure])
    timed("ayni check ML 2.1", [AYNI, "check", file("ml21.xml"), *structure])
    same = {subprocess.run(["cksum"], stdin=open(file(n)), capture_output=True).stdout for n in ("again21.csv", "again30.csv", "againj.csv")}
    print("the three ways back to CSV are", "the same" if len(same) == 1 else "DIFFERENT")
    if not peers:
        return
    peer = [peers, str(ROOT / "Benchmarks/sdmx/peer.py")]
    timed("pysdmx reads CSV 2.0", [*peer, "pysdmx-read", file("data.csv")])
    timed("pysdmx reads ML 2.1", [*peer, "pysdmx-read", file("ml21.xml")])
    timed("pysdmx CSV 2.0 to ML 2.1", [*peer, "pysdmx-write-ml21", file("data.csv"), file("peer.xml"), file("structure21.xml")])
    timed("DuckDB reads the CSV", [str(ROOT / ".tools/python/bin/python"), peer[1], "duckdb-csv", file("data.csv")],
          {"PYTHONPATH": str(ROOT / ".tools/engine")})
    timed("sdmx1 reads ML 2.1", [*peer, "sdmx1-read", file("ml21.xml"), file("structure21.xml")])


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else 1_000_000)
