"""A script by vtlengine on DuckDB: peer.py NAME FOLDER OUT"""

import json
import pathlib
import sys

import vtlengine

from scripts import VTL


def main(name, folder, out):
    script, folder = VTL[name], pathlib.Path(folder)
    described = json.loads((folder / "structures.json").read_text())["datasets"]
    used = [dataset for dataset in described if dataset["name"] in script]
    vtlengine.run(
        script=script, data_structures={"datasets": used},
        datapoints={dataset["name"]: folder / f"{dataset['name']}.csv" for dataset in used},
        output_folder=pathlib.Path(out), return_only_persistent=True, use_duckdb=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
