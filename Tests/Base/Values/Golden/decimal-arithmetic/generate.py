"""Writes expected.csv: arithmetic by Python's decimal module (libmpdec), seed 20240229."""

import csv
import decimal
import random
import sys

random.seed(20240229)
exact = decimal.Context(prec=400, Emax=9999, Emin=-9999)
MODES = {
    "halfUp": decimal.ROUND_HALF_UP,
    "halfEven": decimal.ROUND_HALF_EVEN,
    "halfDown": decimal.ROUND_HALF_DOWN,
    "up": decimal.ROUND_UP,
    "down": decimal.ROUND_DOWN,
    "ceiling": decimal.ROUND_CEILING,
    "floor": decimal.ROUND_FLOOR,
}
LIMIT = 10**38 - 1


def number():
    digits = random.choice([1, 2, 3, 5, 9, 17, 18, 19, 20, 30, 37, 38])
    unscaled = random.choice([-1, 1]) * random.randrange(10**digits)
    scale = random.choice([0, 0, 1, 2, 2, 4, 10, 18, 37, 38])
    return decimal.Decimal((int(unscaled < 0), tuple(map(int, str(abs(unscaled)))), -scale))


def text(value):
    return format(value, "f").replace("-0.", "-0.") if value else format(abs(value), "f")


def holds(value):
    """Whether a decimal of 38 digits and 38 decimals holds the value."""
    sign, digits, exponent = value.normalize(exact).as_tuple()
    unscaled = int("".join(map(str, digits)))
    if exponent > 0:
        return unscaled * 10**exponent <= LIMIT
    return unscaled <= LIMIT and -exponent <= 38


def result(value):
    return text(value) if holds(value) else "overflow"


def at_scale(value, scale, mode):
    """A fraction (numerator, denominator) at a scale, rounded once."""
    numerator, denominator = value
    sign = -1 if (numerator < 0) != (denominator < 0) else 1
    scaled = abs(numerator) * 10**scale
    whole, rest = divmod(scaled, abs(denominator))
    twice = 2 * rest - abs(denominator)
    grows = rest > 0 and (
        mode == "up"
        or (mode == "ceiling" and sign > 0)
        or (mode == "floor" and sign < 0)
        or (mode.startswith("half") and twice > 0)
        or (mode == "halfUp" and twice == 0)
        or (mode == "halfEven" and twice == 0 and whole % 2 == 1)
    )
    whole += grows
    if whole > LIMIT:
        return "overflow"
    return text(decimal.Decimal((int(sign < 0 and whole > 0), tuple(map(int, str(whole))), -scale)))


rows = []
for _ in range(150):
    a, b = number(), number()
    if random.random() < 0.2:
        b = a.scaleb(0, exact) if random.random() < 0.5 else exact.multiply(a, 1)
    rows.append(["add", a, b, "", "", result(exact.add(a, b))])
    rows.append(["multiply", a, b, "", "", result(exact.multiply(a, b))])
    order = exact.compare(a, b)
    rows.append(["compare", a, b, "", "", str(int(order))])
for _ in range(400):
    a, b = number(), number()
    if random.random() < 0.3:
        b = decimal.Decimal(random.choice([2, 4, 8, 16, 20, 200]))
    scale, mode = random.choice([0, 1, 2, 6, 18, 38]), random.choice(list(MODES))
    if b == 0:
        expected = "divisionByZero"
    else:
        ua, sa = int(a.scaleb(-a.as_tuple().exponent, exact)), -a.as_tuple().exponent
        ub, sb = int(b.scaleb(-b.as_tuple().exponent, exact)), -b.as_tuple().exponent
        expected = at_scale((ua * 10**sb, ub * 10**sa), scale, mode)
    rows.append(["divide", a, b, scale, mode, expected])
for _ in range(200):
    a = number()
    if random.random() < 0.4:
        a = decimal.Decimal(random.randrange(-9999, 9999)).scaleb(-1) + decimal.Decimal("0.05")
    scale, mode = random.choice([0, 1, 2, 6, 38]), random.choice(list(MODES))
    # quantize is the module's own rounding.
    value = a.quantize(decimal.Decimal(1).scaleb(-scale), MODES[mode], exact)
    unscaled = abs(int(value.scaleb(scale, exact)))
    rows.append(["round", a, "", scale, mode, "overflow" if unscaled > LIMIT else text(value)])

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["operation", "a", "b", "scale", "rounding", "expected"])
for operation, a, b, *rest in rows:
    writer.writerow([operation, text(a), text(b) if b != "" else "", *rest])
