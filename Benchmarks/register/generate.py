"""Writes a register of N components whose values are known to the cent: generate.py N OUT.csv

Amounts stay below a million so that a program that computes in doubles can still be right to the
cent; the seed is fixed, so that every run measures the same file.
"""

import random
import sys

PARTNERS = ["BOL", "BWA", "CMR", "GHA", "HND", "IND", "MUS", "PAK", "PER", "VNM"]
RATES = {"USD": "1", "PEN": "3.7500", "CNY": "7.9734", "BWP": "4.6929"}


def main(count, path):
    random.seed(20261123)
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write("id,activity,partner,year,group,method,currency,amount,rate,persons,hours,pay,pay_hours,"
                  "interest,maturity,grace,payments\n")
        for number in range(count):
            currency = random.choice(list(RATES))
            partner = random.choice(PARTNERS)
            year = random.randint(2010, 2025)
            kind = random.random()
            head = f"C{number:08d},A{number // 3:07d},{partner},{year}"
            money = f"{random.randint(100, 99_999_999) / 100:.2f}"
            if kind < 0.5:
                out.write(f"{head},B,ACTUAL,{currency},{money},{RATES[currency]},,,,,,,,\n")
            elif kind < 0.8:
                out.write(f"{head},B,NAT_SALARY,{currency},,{RATES[currency]},{random.randint(1, 9)},"
                          f"{random.randint(4, 400) / 4:.2f},{random.randint(50_000, 900_000) / 100:.2f},160,,,,\n")
            elif kind < 0.95:
                out.write(f"{head},A,FACE,{currency},{money},{RATES[currency]},,,,,"
                          f"{random.randint(0, 16) / 4:.2f},{random.randint(10, 30)},{random.randint(0, 9)},2\n")
            else:
                out.write(f"{head},C,NONE,,,,{random.randint(1, 30)},{random.randint(8, 160)}.00,,,,,,\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
