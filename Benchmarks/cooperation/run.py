"""Checks and measures of a register beside the same in pandas: run.py COMPONENTS [ROUNDS] [--work FOLDER]

Whole processes, CSV to CSV, their start included, taking turns; results are compared row by row. `ayni run` imports,
stores, computes and publishes. Two parts of it are timed apart, as runs of their own: publication, where nothing but the
release is to be made, and the step alone, where the imports stand ready; beside the step stands what pandas takes once
its tables are read.
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

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def once(words, environment=None):
    start = time.monotonic()
    process = subprocess.Popen(words, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    printed, said = process.stdout.read().decode(), process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{words[0]} failed: {said[-400:]}")
    figures = time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    return figures, printed


def rows(path, columns):
    with open(path, newline="", encoding="utf-8") as file:
        return sorted(tuple(row[column] for column in columns) for row in csv.DictReader(file))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("components", type=int)
    parser.add_argument("rounds", type=int, nargs="?", default=3)
    parser.add_argument("--work")
    words = parser.parse_args()
    work = pathlib.Path(words.work or tempfile.mkdtemp())
    data = work / f"data-{words.components}"
    if not data.exists():
        subprocess.run([sys.executable, HERE / "generate.py", str(words.components), str(data)], check=True)
    ayni, python = ROOT / ".build/release/ayni", ROOT / ".tools/python/bin/python"
    environment = {"PYTHONPATH": str(ROOT / ".tools/bench")}
    results = {"check": ("findings", ["RULE", "RECORD", "FIELD"]),
               "measures": ("measures", ["DIRECTION", "PARTNER", "MODALITY_GROUP", "MODALITY", "UNIT_MEASURE",
                                         "TIME_PERIOD", "VALUE", "ACTIVITIES", "INCOMPLETE"])}
    for name, (dataset, columns) in results.items():
        project = work / name
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(HERE / name, project)
        shutil.copytree(data, project / "data")
        times = {"ayni": [], "publication": [], "step alone": [], "pandas": [], "pandas, read": []}
        run = [str(ayni), "run", "--quiet", "--project", str(project)]
        step = project / "steps" / f"{dataset}.toml"
        for turn in range(words.rounds):
            for made in (".ayni", "releases"):
                shutil.rmtree(project / made, ignore_errors=True)
            times["ayni"].append(once(run)[0])
            shutil.rmtree(project / "releases", ignore_errors=True)
            times["publication"].append(once(run)[0])
            step.write_text(f"# turn {turn}\n" + (HERE / name / "steps" / step.name).read_text(), encoding="utf-8")
            shutil.rmtree(project / "releases", ignore_errors=True)
            times["step alone"].append(once(run)[0])
            figures, printed = once([str(python), "-W", "ignore", str(HERE / f"{name}_pandas.py"), str(data),
                                     str(work / "pandas.csv")], environment)
            times["pandas"].append(figures)
            times["pandas, read"].append((float(printed), 0.0, 0.0))
        release = next((project / "releases").glob("*/sdmx"), project / ".ayni/candidate/sdmx")
        with open(work / "pandas.csv", newline="", encoding="utf-8") as file:
            theirs = sorted(tuple(row) for row in csv.reader(file))
        ours = rows(release / f"{dataset}.csv", columns)
        medians = {program: [statistics.median(column) for column in zip(*rounds)] for program, rounds in times.items()}
        print(f"{name}, {words.components} components: {len(ours)} rows, "
              + ("the same as in pandas" if ours == theirs else f"NOT THE SAME: {len(theirs)} in pandas"))
        for program, (wall, processor, memory) in medians.items():
            print(f"  {program:12} {wall:7.2f} s wall  {processor:7.2f} s processor  {memory:6.0f} MiB")
        wall = {program: values[0] for program, values in medians.items()}
        print(f"  pandas / ayni: all {wall['pandas'] / wall['ayni']:.2f}, without publication "
              f"{wall['pandas'] / (wall['ayni'] - wall['publication']):.2f}, the step on tables that are read "
              f"{wall['pandas, read'] / (wall['step alone'] - wall['publication']):.2f}", flush=True)
        if ours != theirs:
            for label, one, other in (("ours", ours, theirs), ("pandas", theirs, ours)):
                only = sorted(set(one) - set(other))
                print(f"  only {label}: {len(only)}", only[:5])


if __name__ == "__main__":
    main()
