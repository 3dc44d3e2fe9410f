"""The measures of the register in pandas: measures_pandas.py FOLDER OUT.csv

Money in whole cents, of which the own part is taken by the owners' shares and rounded half up; quantities in
hundredths. Totals over partners, over modalities and over both, each with its activities counted once.
"""

import sys
import time

import numpy as np
import pandas as pd

KEYS = ["direction", "partner", "group", "modality", "year"]


def hundredths(column):
    return (column * 100).round()


def observations(components, unit, value):
    return pd.DataFrame({**{key: components[key] for key in KEYS}, "unit": unit, "activity": components["activity"],
                         "value": value, "lacks": value.isna().astype(int)})


def main(folder, target):
    components = pd.read_csv(f"{folder}/components.csv", dtype={"activity": str, "component": str, "unit": str})
    owners = pd.read_csv(f"{folder}/owner_shares.csv", dtype={"component": str})
    start = time.monotonic()
    assert not components["component"].duplicated().any()
    assert not owners.duplicated(["component", "owner"]).any()
    owners["cents"] = hundredths(owners["amount"])
    paid = owners.groupby("component")["cents"].sum()
    own = owners[owners["owner"] == "PER"].groupby("component")["cents"].sum()
    whole, part = components["component"].map(paid), components["component"].map(own)
    cents = hundredths(components["amount"])
    split = whole.notna() & (whole != 0)
    # Products of cents are beyond the whole numbers of doubles: Python's own are exact.
    exact = [int(c) * int(p) * 2 // int(w) for c, p, w in zip(cents[split & cents.notna()], part[split & cents.notna()],
                                                              whole[split & cents.notna()])]
    cents[split & cents.notna()] = (np.array(exact) + 1) // 2
    inmoney, counted = components["group"].isin(["A", "B"]), components["group"].isin(["B", "C"])
    quantity = hundredths(components["quantity"]).where(components["unit"].notna())
    rows = pd.concat([
        observations(components[inmoney], "USD", cents[inmoney]),
        observations(components[counted], components.loc[counted, "unit"].fillna("_U"), quantity[counted]),
    ])
    parts = []
    for summed in ([], ["partner"], ["modality"], ["partner", "modality"]):
        keys = [key for key in KEYS + ["unit"] if key not in summed]
        grouped = rows.groupby(keys)
        total = pd.DataFrame({"value": grouped["value"].sum(min_count=1), "activities": grouped["activity"].nunique(),
                              "lacks": grouped["lacks"].sum()}).reset_index()
        for key in summed:
            total[key] = "_T"
        parts.append(total)
    totals = pd.concat(parts).sort_values(["direction", "partner", "group", "modality", "unit", "year"])
    with open(target, "w", encoding="utf-8") as out:
        for row in totals.itertuples():
            value = "" if pd.isna(row.value) else f"{int(row.value) // 100}.{int(row.value) % 100:02d}"
            out.write(f"{row.direction},{row.partner},{row.group},{row.modality},{row.unit},{row.year},{value},"
                      f"{row.activities},{row.lacks}\n")
    print(f"{time.monotonic() - start:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
