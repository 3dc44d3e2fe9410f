"""VTL scripts CSV to CSV, beside hand-written SQL and vtlengine: run.py ROWS [ROUNDS] [--work FOLDER]

Each program is a process of its own, start included, on two threads; they take turns. The median of wall and CPU
seconds and of peak memory is printed with its ratio to the hand-written SQL, and results are compared by their
rows and the sums of their numbers.
"""

import argparse
import csv
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from scripts import SQL, VTL

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def command(program, ayni, tools, name, script, folder, out):
    if program == "ayni":
        return [str(ayni), "vtl", "run", str(script), "--folder", str(folder),
                "--output", str(out), "--threads", "2"], {}
    path, file = ("engine", "floor.py") if program == "SQL" else ("vtl", "peer.py")
    return [str(tools / "python/bin/python"), "-W", "ignore", str(HERE / file), name, str(folder), str(out)], {
        "PYTHONPATH": str(tools / path), "VTL_THREADS": "2"}


def once(program, ayni, tools, name, script, folder, out):
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    words, environment = command(program, ayni, tools, name, script, folder, out)
    start = time.monotonic()
    process = subprocess.Popen(words, env={**os.environ, **environment}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    problem = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status:
        print(f"{program} failed at {name}: {problem[-300:]}", file=sys.stderr)
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def summary(out):
    """The number of rows and the sum of each measure that all programs name alike."""
    rows, sums = 0, {}
    with open(out / "DS_r.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows += 1
            for name, text in row.items():
                if text and (name.startswith("Me_") or name == "imbalance"):
                    try:
                        sums[name] = sums.get(name, 0) + float(text)
                    except ValueError:
                        pass
    return rows, {name: round(value, 1) for name, value in sorted(sums.items())}


def alike(left, right):
    """Whether two results are the same but for the last digits of their sums."""
    return left[0] == right[0] and left[1].keys() == right[1].keys() and all(
        abs(value - right[1][name]) <= 1e-9 * abs(value) + 0.2 for name, value in left[1].items())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("rounds", type=int, nargs="?", default=3)
    parser.add_argument("--work")
    parser.add_argument("--tools", type=pathlib.Path, default=ROOT / ".tools")
    parser.add_argument("--ayni", type=pathlib.Path, default=ROOT / ".build/release/ayni")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--without-peer", action="store_true")
    words = parser.parse_args()
    work = pathlib.Path(words.work or tempfile.mkdtemp())
    folder, out = work / f"data-{words.rows}", work / "out"
    if not folder.exists():
        subprocess.run([sys.executable, str(HERE / "generate.py"), str(words.rows), str(folder)], check=True)
    print(f"{words.rows} rows, median of {words.rounds}: wall s, CPU s, MiB (ratio to SQL)")
    for name, text in VTL.items():
        if words.only and name not in words.only:
            continue
        script = work / "script.vtl"
        script.write_text(text, encoding="utf-8")
        programs = (["SQL"] if name in SQL else []) + ["ayni"] + ([] if words.without_peer else ["vtlengine"])
        times, results = {program: [] for program in programs}, {}
        for _ in range(words.rounds):
            for program in programs:
                measured = once(program, words.ayni, words.tools, name, script, folder, out)
                if measured is not None:
                    times[program].append(measured)
                    results[program] = summary(out)
        medians = {program: [statistics.median(column) for column in zip(*rounds)]
                   for program, rounds in times.items() if rounds}
        for program, values in medians.items():
            ratios = [value / floor for value, floor in zip(values, medians["SQL"])] if "SQL" in medians else None
            shown = "  ".join(f"{value:8.2f}" for value in values)
            print(f"{name:16} {program:10} {shown}   " + (" ".join(f"{ratio:5.2f}" for ratio in ratios or [])))
        known = list(results.values())
        print(f"{name:16} " + ("same results" if all(alike(known[0], other) for other in known) else f"RESULTS DIFFER {results}"), flush=True)
    if not words.work:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
