"""A made-up register of cooperation: generate.py COMPONENTS FOLDER

Writes components, activities, participations, shares, owner_shares and country_groups as CSV, seeded, with one record in
some thousands that breaks a rule.
"""

import csv
import pathlib
import random
import sys

COUNTRIES = ["BOL", "BWA", "CMR", "GHA", "HND", "KEN", "MOZ", "NPL", "PER", "SEN", "TLS", "VNM"]
MODALITIES = {"A": ["GRANT", "LOAN"], "B": ["GOODS", "WORKS", "EXPERT"], "C": ["VOLUNTEER", "LEARNING"]}
UNITS = ["PERSON_HOUR", "EVENT", "PIECE"]


def table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def rare(random_, chance=2000):
    return random_.randrange(chance) == 0


def main(count, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(17)
    activities = max(1, count * 2 // 5)
    table(folder / "country_groups.csv", ["group", "country", "from", "to"],
          [("SOUTH", country, "1964-06-15", "2023-06-30" if country == "VNM" else "") for country in COUNTRIES])
    kinds, years, partners = [], [], []
    rows, people, shares = [], [], []
    for number in range(activities):
        identifier, year = f"A{number:07}", 2015 + dice.randrange(10)
        kind = "TRI" if dice.randrange(10) == 0 else "BIL"
        partner = dice.choice(COUNTRIES)
        rows.append((identifier, kind, f"{year}-{1 + dice.randrange(12):02}-01", f"{year}-12-28"))
        people.append((identifier, "OFFICE", "PROVIDER", "" if rare(dice) else "PER" if partner != "PER" else "BOL"))
        if not rare(dice):
            people.append((identifier, "THEM", "RECIPIENT", partner))
        if kind == "TRI" and not rare(dice, 300):
            people.append((identifier, "THIRD", "FUNDER", "NOR"))
        first = dice.randrange(1, 100)
        shares.append((identifier, "sector", "11420", first))
        shares.append((identifier, "sector", "16062", 100 - first if not rare(dice) else 90 - first))
        years.append(year)
        partners.append(partner)
    table(folder / "activities.csv", ["activity", "type", "start", "end"], rows)
    table(folder / "participations.csv", ["activity", "partner", "role", "country"], people)
    table(folder / "shares.csv", ["activity", "vocabulary", "code", "percent"], shares)
    rows, owners = [], []
    for number in range(count):
        activity = dice.randrange(activities)
        group = dice.choice("AAABBC")
        identifier = f"C{number:07}"
        cents = dice.randrange(100, 50_000_000)
        amount = f"{cents // 100}.{cents % 100:02}" if group != "C" and not rare(dice) else ""
        quantity = f"{dice.randrange(1, 4000)}.00" if group != "A" and not rare(dice) else ""
        unit = dice.choice(UNITS) if quantity and not rare(dice) else ""
        year = years[activity]
        end = f"{year + (1 if dice.randrange(500) == 0 else 0)}-11-30"
        rows.append((identifier, f"A{activity:07}", "P" if dice.randrange(5) else "R", partners[activity], year, group,
                     dice.choice(MODALITIES[group]), f"{year}-02-01", end, amount, quantity, unit))
        if amount and dice.randrange(5) == 0:
            own = dice.randrange(cents + 1)
            rest = cents - own + (1 if rare(dice) else 0)
            owners.append((identifier, "PER", f"{own // 100}.{own % 100:02}"))
            owners.append((identifier, "NOR", f"{rest // 100}.{rest % 100:02}"))
    table(folder / "components.csv", ["component", "activity", "direction", "partner", "year", "group", "modality",
                                      "start", "end", "amount", "quantity", "unit"], rows)
    table(folder / "owner_shares.csv", ["component", "owner", "amount"], owners)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
