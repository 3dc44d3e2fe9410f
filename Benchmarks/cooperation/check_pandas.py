"""The rules V1 to V6 and V12 of the register in pandas: check_pandas.py FOLDER OUT.csv

Amounts are whole cents and percentages whole numbers, so that doubles do not blur a comparison to the cent.
"""

import sys
import time

import pandas as pd


def cents(column):
    return (column * 100).round().astype("Int64")


def main(folder, target):
    read = lambda name, **types: pd.read_csv(f"{folder}/{name}.csv", dtype={"activity": str, "component": str, **types})
    activities, people = read("activities"), read("participations", country=str)
    shares, components, owners = read("shares"), read("components", unit=str), read("owner_shares")
    groups = read("country_groups", to=str)
    start = time.monotonic()
    assert not components["component"].duplicated().any() and not activities["activity"].duplicated().any()
    assert not people.duplicated(["activity", "partner", "role"]).any()
    assert not shares.duplicated(["activity", "vocabulary", "code"]).any()
    assert not owners.duplicated(["component", "owner"]).any()
    found = []

    def note(rule, records, field):
        found.append(pd.DataFrame({"rule": rule, "record": records.drop_duplicates(), "field": field}))

    sides = people[people["role"].isin(["PROVIDER", "RECIPIENT"])]
    gives = set(sides.loc[sides["role"] == "PROVIDER", "activity"])
    takes = set(sides.loc[sides["role"] == "RECIPIENT", "activity"])
    both = activities["activity"].isin(gives) & activities["activity"].isin(takes)
    note("V1", activities.loc[~both, "activity"], "ROLE")
    named = sides.groupby("activity")["country"]
    countries = pd.DataFrame({"n": named.nunique(), "size": named.size(), "known": named.count()})
    alone = countries[(countries["n"] == 1) & (countries["size"] == countries["known"])].index
    note("V1", activities.loc[both & activities["activity"].isin(alone), "activity"], "COUNTRY")
    placed = people.merge(activities[["activity", "type", "start"]], on="activity").merge(groups, on="country", how="left")
    south = placed["from"].notna() & (placed["from"] <= placed["start"]) \
        & (placed["to"].isna() | (placed["start"] < placed["to"]))
    placed = placed.assign(south=south)
    foreign = placed[(placed["type"] == "BIL") & ~placed["south"] & placed["role"].isin(["PROVIDER", "RECIPIENT"])]
    note("V2", foreign["activity"], "TYPE")
    tri = activities.loc[activities["type"] == "TRI", ["activity"]]
    placed = placed[placed["type"] == "TRI"]
    partners = placed.groupby("activity")["partner"].nunique()
    southern = placed[placed["south"]].groupby("activity")["country"].nunique()
    count = tri["activity"].map(partners).fillna(0)
    note("V3", tri.loc[count < 3, "activity"], "PARTNER")
    note("V3", tri.loc[(count >= 3) & (tri["activity"].map(southern).fillna(0) < 2), "activity"], "COUNTRY")
    paid = cents(owners["amount"]).groupby(owners["component"]).sum()
    owned = components[components["component"].isin(paid.index)]
    differs = cents(owned["amount"]) != owned["component"].map(paid)
    note("V4", owned.loc[differs.fillna(False), "component"], "AMOUNT")
    sums = shares.groupby(["activity", "vocabulary"])["percent"].sum().reset_index()
    note("V5", sums.loc[(sums["percent"] != 100), "activity"], "PERCENT")
    money, quantity = components["group"].isin(["A", "B"]), components["group"].isin(["B", "C"])
    note("V6", components.loc[money & components["amount"].isna(), "component"], "AMOUNT")
    note("V6", components.loc[quantity & components["quantity"].isna(), "component"], "QUANTITY")
    note("V6", components.loc[quantity & components["unit"].isna(), "component"], "UNIT")
    lump = (components["end"].str[:4].astype(int) > components["start"].str[:4].astype(int)) & components["amount"].notna()
    note("V12", components.loc[lump, "component"], "AMOUNT")
    pd.concat(found).sort_values(["rule", "record", "field"]).to_csv(target, index=False, header=False)
    print(f"{time.monotonic() - start:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
