"""Writes expected.csv: largest remainders by Python's fractions, seed 20240229."""

import csv
import fractions
import math
import random
import sys

random.seed(20240229)
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["units", "weights", "shares"])
for _ in range(200):
    units = random.randrange(10 ** random.choice([1, 2, 5, 12, 30]))
    weights = [random.randrange(10 ** random.choice([1, 2, 8])) for _ in range(random.randint(1, 12))]
    if sum(weights) == 0:
        continue
    quotas = [fractions.Fraction(units * weight, sum(weights)) for weight in weights]
    shares = [math.floor(quota) for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (-(quotas[i] - shares[i]), i))
    for position in order[: units - sum(shares)]:
        shares[position] += 1
    writer.writerow([units, " ".join(map(str, weights)), " ".join(map(str, shares))])
