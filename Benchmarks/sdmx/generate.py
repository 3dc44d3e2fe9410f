#!/usr/bin/env python3
"""Writes one dataset shaped like the global SDG structure: generate.py FOLDER [OBSERVATIONS]

Ten dimensions, one measure, two attributes of series and two of observations, twenty years a series.
Writes structure.json (SDMX-JSON 2.0) and data.csv (SDMX-CSV 2.0); seeded, so always the same.
"""

import json
import pathlib
import random
import sys

LISTS = {
    "FREQ": ["A"],
    "REPORTING_TYPE": ["N", "R", "G"],
    "SERIES": [f"S{number:03d}_IND" for number in range(465)],
    "REF_AREA": [str(number) for number in range(4, 254)],
    "SEX": ["_T", "M", "F"],
    "AGE": ["_T"] + [f"Y{number}T{number + 4}" for number in range(0, 95, 5)],
    "URBANISATION": ["_T", "U", "R"],
    "EDUCATION_LEV": ["_T"] + [f"ISCED11_{number}" for number in range(9)],
    "DISABILITY_STATUS": ["_T", "PD", "PWD"],
    "UNIT_MEASURE": ["PT", "NUMBER", "USD", "INDEX", "PER_100000_POP"],
    "UNIT_MULT": ["0", "3", "6"],
    "OBS_STATUS": ["A", "E", "M"],
    "NATURE": ["C", "CA", "E", "G"],
}
DIMENSIONS = list(LISTS)[:9]
URN = "urn:sdmx:org.sdmx.infomodel."


def structure():
    def concept(name):
        return f"{URN}conceptscheme.Concept=BENCH:CS(1.0.0).{name}"

    def coded(name):
        return {"enumeration": f"{URN}codelist.Codelist=BENCH:CL_{name}(1.0.0)"}

    def attribute(name, relationship):
        return {
            "id": name, "usage": "optional", "conceptIdentity": concept(name),
            "localRepresentation": coded(name), "attributeRelationship": relationship,
        }

    head = {"agencyID": "BENCH", "version": "1.0.0"}
    series = {"dimensions": DIMENSIONS}
    return {
        "meta": {"id": "BENCH", "prepared": "2026-01-01T00:00:00Z", "sender": {"id": "BENCH"}},
        "data": {
            "conceptSchemes": [
                {**head, "id": "CS", "name": "Concepts",
                 "concepts": [{"id": n, "name": n} for n in [*LISTS, "TIME_PERIOD", "OBS_VALUE"]]}
            ],
            "codelists": [
                {**head, "id": f"CL_{name}", "name": name,
                 "codes": [{"id": code, "name": code} for code in codes]}
                for name, codes in LISTS.items()
            ],
            "dataStructures": [
                {**head, "id": "DSD", "name": "Benchmark", "dataStructureComponents": {
                    "dimensionList": {
                        "id": "DimensionDescriptor",
                        "dimensions": [
                            {"id": name, "position": number, "conceptIdentity": concept(name),
                             "localRepresentation": coded(name)}
                            for number, name in enumerate(DIMENSIONS, 1)
                        ],
                        "timeDimension": {
                            "id": "TIME_PERIOD", "conceptIdentity": concept("TIME_PERIOD"),
                            "localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}},
                        },
                    },
                    "measureList": {"id": "MeasureDescriptor", "measures": [
                        {"id": "OBS_VALUE", "conceptIdentity": concept("OBS_VALUE"),
                         "localRepresentation": {"format": {"dataType": "Double"}}}
                    ]},
                    "attributeList": {"id": "AttributeDescriptor", "attributes": [
                        attribute("UNIT_MEASURE", series), attribute("UNIT_MULT", series),
                        attribute("OBS_STATUS", {"observation": {}}),
                        attribute("NATURE", {"observation": {}}),
                    ]},
                }}
            ],
            "dataflows": [
                {**head, "id": "DF", "name": "Benchmark",
                 "structure": f"{URN}datastructure.DataStructure=BENCH:DSD(1.0.0)"}
            ],
        },
    }


def main(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "structure.json").write_text(json.dumps(structure()))
    dice = random.Random(17)
    keys = set()
    columns = [*DIMENSIONS, "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "NATURE"]
    with open(folder / "data.csv", "w", encoding="ascii") as file:
        file.write("STRUCTURE,STRUCTURE_ID,ACTION," + ",".join(columns) + "\n")
        while len(keys) * 20 < count:
            key = tuple(dice.choice(LISTS[name]) for name in DIMENSIONS)
            if key in keys:
                continue
            keys.add(key)
            unit = dice.choice(LISTS["UNIT_MEASURE"]) + "," + dice.choice(LISTS["UNIT_MULT"])
            value = dice.uniform(1, 1000)
            for year in range(2004, 2024):
                value *= 1 + dice.uniform(-0.05, 0.06)
                status = dice.choice("AAAAAAEM") + "," + dice.choice(LISTS["NATURE"])
                file.write(
                    f"dataflow,BENCH:DF(1.0.0),I,{','.join(key)},{year},{value:.4f},{unit},{status}\n"
                )


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1_000_000)
