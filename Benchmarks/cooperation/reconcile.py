"""Two registers of the same activities laid beside each other: reconcile.py RECORDS [FOLDER]

Nine of ten activities stand in both, with titles reworded, words swapped or dropped, amounts that differ a little, and one
year in twenty off by one; one in ten has an agreement number. Prints seconds, memory, and how many of the true pairs were
found. A full cross product would have RECORDS squared pairs.
"""

import csv
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
WORDS = """water schools nurses roads bridges registers census seeds terraces coffee tablets teachers customs ports rail
energy solar irrigation vaccines fisheries forests housing justice taxes statistics mapping buses malaria midwives dairy
cotton cocoa tourism museums archives language radio satellites earthquakes floods drought locusts soils wells pumps""".split()
FORMS = ["Support to {} and {} in {}", "{}: training on {} ({})", "Exchange on {} and {}, {}", "{} for {} of {}"]
PLACES = [f"{a}{b}" for a in ("North", "South", "Upper", "Lower", "New", "Old") for b in ("dale", "shore", "field", "port",
          "ville", "mount", "bridge", "lake", "wood", "gate")]
PARTNERS = ["BOL", "GHA", "HND", "KEN", "MOZ", "NPL", "PER", "SEN", "TLS", "VNM"]


def reworded(title, dice):
    words = title.split()
    if dice.randrange(3) == 0 and len(words) > 3:
        words.pop(dice.randrange(len(words)))
    if dice.randrange(3) == 0:
        one, two = dice.randrange(len(words)), dice.randrange(len(words))
        words[one], words[two] = words[two], words[one]
    return " ".join(words).upper() if dice.randrange(5) == 0 else " ".join(words)


def main(count, folder):
    dice = random.Random(5)
    folder = pathlib.Path(folder)
    project = folder / "reconcile"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(HERE / "reconcile", project)
    (project / "data").mkdir()
    ours, theirs, truth = [], [], {}
    for number in range(count):
        title = dice.choice(FORMS).format(dice.choice(WORDS), dice.choice(WORDS), dice.choice(PLACES))
        cents, year = dice.randrange(100_000, 90_000_000), 2015 + dice.randrange(10)
        partner = dice.choice(PARTNERS)
        agreement = f"AG-{number}" if dice.randrange(10) == 0 else ""
        ours.append((f"O{number}", f"{cents / 100:.2f}", partner, year, title, agreement))
        if dice.randrange(10):
            other = cents if dice.randrange(3) else cents + dice.randrange(-cents // 20, cents // 20)
            theirs.append((f"T{number}", f"{other / 100:.2f}", partner, year + (dice.randrange(20) == 0),
                           reworded(title, dice), agreement if dice.randrange(4) else ""))
            truth[f"O{number}"] = f"T{number}"
        else:
            theirs.append((f"X{number}", f"{dice.randrange(100_000, 90_000_000) / 100:.2f}", partner, year,
                           dice.choice(FORMS).format(dice.choice(WORDS), dice.choice(WORDS), dice.choice(PLACES)), ""))
    dice.shuffle(theirs)
    for name, rows in (("ours", ours), ("theirs", theirs)):
        with open(project / f"data/{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", "usd", "partner", "year", "title", "agreement"])
            writer.writerows(rows)
    start = time.monotonic()
    ayni = HERE.parent.parent / ".build/release/ayni"
    process = subprocess.Popen([str(ayni), "run", "--quiet", "--project", str(project)], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    right = wrong = asked = 0
    with open(next(project.glob("releases/*/sdmx/pairs.csv")), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["OUTCOME"] == "likely":
                asked += 1
            elif row["OURS"] != "_Z" and row["THEIRS"] != "_Z":
                if truth.get(row["OURS"]) == row["THEIRS"]:
                    right += 1
                else:
                    wrong += 1
    print(f"reconcile, {count} with {len(theirs)} records: {seconds:.1f} s wall, {usage.ru_utime + usage.ru_stime:.1f} s "
          f"processor, {usage.ru_maxrss / 1024:.0f} MiB; {right} of {len(truth)} true pairs, {wrong} wrong ones, "
          f"{asked} asked about")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
