"""Writes expected.csv: facts of Python's datetime about days, seed 20240229."""

import csv
import datetime
import random
import sys

random.seed(20240229)
epoch = datetime.date(1970, 1, 1)
days = {
    datetime.date(*day)
    for day in [
        (1, 1, 1), (9999, 12, 31), (1582, 10, 15), (1900, 2, 28), (1900, 3, 1), (2000, 2, 29),
        (2020, 12, 31), (2021, 1, 3), (2021, 1, 4), (2024, 2, 29), (2024, 12, 30), (2026, 12, 31),
        (1969, 12, 31), (1970, 1, 1),
    ]
}
while len(days) < 400:
    span = (1, 3652059) if random.random() < 0.5 else (715000, 745000)
    days.add(datetime.date.fromordinal(random.randint(*span)))
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["date", "days", "iso_year", "iso_week", "weekday", "day_of_year"])
for day in sorted(days):
    iso = day.isocalendar()
    writer.writerow(
        [day.isoformat(), (day - epoch).days, iso[0], iso[1], iso[2], day.timetuple().tm_yday]
    )
