"""What `ayni run` does with the register, in pandas: register_pandas.py exact|doubles IN.csv OUT.csv

The same checks (four code lists, columns that may not be blank, identifiers once each), the same valuations
(dollars and the grant element) and the same totals; what `ayni run` stores for its next run is not stored here.

`exact` keeps money as decimal.Decimal and rounds once, half up, as the register demands; `doubles`
computes in binary floating point and nudges halves, which is right for the amounts of this file only.
"""

import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext

import numpy as np
import pandas as pd

CENT = Decimal("0.01")
PARTNERS = ["BOL", "BWA", "CMR", "GHA", "HND", "IND", "MUS", "PAK", "PER", "VNM"]
GROUPS = ["A", "B", "C"]
METHODS = ["ACTUAL", "FACE", "NAT_SALARY", "LOADED_SALARY", "NONE"]
CURRENCIES = ["BWP", "CNY", "PEN", "USD"]


def checked(frame):
    assert frame["partner"].isin(PARTNERS).all()
    assert frame["group"].isin(GROUPS).all()
    assert frame["method"].isin(METHODS).all()
    assert (frame["currency"].isin(CURRENCIES) | frame["currency"].isna()).all()
    assert frame[["id", "activity", "year"]].notna().all(axis=None)
    assert not frame["id"].duplicated().any()
    return frame


def grant_element(frame):
    terms = frame.dropna(subset=["maturity"])
    d, periods = 0.05, terms["maturity"] * 2
    grace = (terms["grace"] * 2 - 1).clip(lower=0)
    rate = terms["interest"] / 200
    mean = ((1 + d) ** -grace - (1 + d) ** -periods) / (d * (periods - grace))
    return 100 * (1 - rate / d) * (1 - mean)


def dollars_in_doubles(frame):
    value = frame["amount"].where(
        frame["method"] != "NAT_SALARY",
        frame["persons"] * frame["hours"] * frame["pay"] / frame["pay_hours"])
    return np.floor(value / frame["rate"] * 100 + 0.5 + 1e-7)


def exact(row):
    method, amount, rate, persons, hours, pay, pay_hours = row
    if method == "NONE":
        return None
    rate = Decimal(rate)
    if method == "NAT_SALARY":
        value = Decimal(persons) * Decimal(hours) * Decimal(pay) / (Decimal(pay_hours) * rate)
    else:
        value = Decimal(amount) / rate
    return int(value.quantize(CENT, ROUND_HALF_UP) * 100)


def main(mode, source, target):
    getcontext().prec = 38
    money = ["amount", "rate", "pay", "pay_hours", "hours"]
    types = {name: str for name in money} if mode == "exact" else {}
    frame = checked(pd.read_csv(source, dtype={"id": str, **types}))
    if mode == "exact":
        columns = ["method", "amount", "rate", "persons", "hours", "pay", "pay_hours"]
        persons = frame["persons"].fillna(0).astype(int)
        rows = zip(frame["method"], frame["amount"], frame["rate"], persons, frame["hours"],
                   frame["pay"], frame["pay_hours"])
        assert len(columns) == 7
        frame["cents"] = pd.Series([exact(row) for row in rows], dtype="Int64")
    else:
        frame["cents"] = dollars_in_doubles(frame).astype("Int64")
    frame["grant"] = grant_element(frame)
    parts = []
    for keys in (["partner", "group", "year"], ["group", "year"], ["partner", "year"], ["year"]):
        part = frame.groupby(keys, as_index=False).agg(cents=("cents", "sum"), n=("id", "size"))
        parts.append(part)
    totals = pd.concat(parts).fillna({"partner": "_T", "group": "_T"})
    totals = totals.sort_values(["partner", "group", "year"])
    with open(target, "w", encoding="utf-8") as out:
        for row in totals.itertuples():
            cents = int(row.cents)
            value = "" if row.group == "C" else f"{cents // 100}.{cents % 100:02d}"
            out.write(f"{row.partner},{row.group},{row.year},{value},{row.n}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
