"""Writes datasets for the VTL benchmark: generate.py ROWS FOLDER

DS_1 has areas, a tree of twenty items in three levels and twenty-five years; one total in twenty areas and
years does not add up, one value of Me_2 in fifty is missing. DS_2 has nine keys in ten of DS_1. DS_3 has monthly
series. The seed is fixed, so that every run measures the same files.
"""

import json
import pathlib
import random
import sys

TREE = {"A": 4, "B": 5, "C": 3}
LEAVES = {parent: [f"{parent}{number}" for number in range(1, count + 1)] for parent, count in TREE.items()}
ITEMS = ["T", *TREE, *[leaf for leaves in LEAVES.values() for leaf in leaves], "X1", "X2", "X3", "X4"]
YEARS = range(2000, 2025)


def component(name, type_name, role):
    return {"name": name, "type": type_name, "role": role, "nullable": role != "Identifier"}


def structures():
    keys = [component("area", "String", "Identifier"), component("item", "String", "Identifier"),
            component("year", "Integer", "Identifier")]
    first = keys + [component("Me_1", "Number", "Measure"), component("Me_2", "Number", "Measure"),
                    component("At_1", "String", "Attribute")]
    third = [component("area", "String", "Identifier"), component("period", "Time_Period", "Identifier"),
             component("Me_1", "Number", "Measure")]
    return {"datasets": [
        {"name": "DS_1", "DataStructure": first},
        {"name": "DS_2", "DataStructure": keys + [component("Me_3", "Number", "Measure")]},
        {"name": "DS_3", "DataStructure": third}]}


def values(rng):
    """The value of each item of an area and a year, totals added up."""
    leaves = {item: round(rng.uniform(1, 400), 2) for item in ITEMS if len(item) == 2}
    sums = {parent: round(sum(leaves[leaf] for leaf in LEAVES[parent]), 2) for parent in TREE}
    every = {**leaves, **sums, "T": round(sum(sums.values()), 2)}
    if rng.random() < 0.05:
        every[rng.choice(["T", *TREE])] += 10
    return every


def main(rows, folder):
    rng = random.Random(20261124)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "structures.json").write_text(json.dumps(structures()), encoding="utf-8")
    with open(folder / "DS_1.csv", "w") as first, open(folder / "DS_2.csv", "w") as second:
        first.write("area,item,year,Me_1,Me_2,At_1\n")
        second.write("area,item,year,Me_3\n")
        for area in range(max(1, rows // (len(ITEMS) * len(YEARS)))):
            for year in YEARS:
                every = values(rng)
                for item in ITEMS:
                    other = "" if rng.random() < 0.02 else f"{rng.uniform(0, 4) * every[item]:.2f}"
                    key = f"R{area:05d},{item},{year}"
                    first.write(f"{key},{every[item]:.2f},{other},{rng.choice('AEP')}\n")
                    if rng.random() < 0.9:
                        second.write(f"{key},{rng.uniform(1, 9):.3f}\n")
    with open(folder / "DS_3.csv", "w") as third:
        third.write("area,period,Me_1\n")
        for area in range(max(1, rows // 300)):
            for month in range(300):
                third.write(f"R{area:05d},{2000 + month // 12}-M{month % 12 + 1:02d},{rng.uniform(-50, 100):.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
