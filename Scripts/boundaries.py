"""Turns Natural Earth's shapefile (1:110m, countries) into the GeoJSON that Ayni's maps read.

Usage: boundaries.py FOLDER/naturalearth_lowres OUT.geojson
Formats: ESRI Shapefile Technical Description (1998), polygon records; dBASE III table.
"""

import json
import os
import struct
import sys


def rings(path):
    """Yields, for each record of the .shp file, its list of rings of (longitude, latitude)."""
    with open(path, "rb") as file:
        data = file.read()
    position = 100
    while position < len(data):
        _, words = struct.unpack(">ii", data[position:position + 8])
        record = data[position + 8:position + 8 + 2 * words]
        position += 8 + 2 * words
        shape, = struct.unpack("<i", record[:4])
        if shape == 0:
            yield []
            continue
        if shape != 5:
            raise SystemExit(f"{path}: shape type {shape} is not a polygon")
        parts, points = struct.unpack("<ii", record[36:44])
        starts = struct.unpack(f"<{parts}i", record[44:44 + 4 * parts]) + (points,)
        xy = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts:44 + 4 * parts + 16 * points])
        yield [
            [(xy[2 * i], xy[2 * i + 1]) for i in range(starts[part], starts[part + 1])]
            for part in range(parts)
        ]


def table(path):
    """Yields the rows of the .dbf file as dictionaries; its .cpg names ISO-8859-1."""
    with open(path, "rb") as file:
        data = file.read()
    count, header, length = struct.unpack("<IHH", data[4:12])
    fields, position, offset = [], 32, 1
    while data[position] != 0x0D:
        name = data[position:position + 11].split(b"\0")[0].decode()
        size = data[position + 16]
        fields.append((name, offset, size))
        offset += size
        position += 32
    for row in range(count):
        record = data[header + row * length:header + (row + 1) * length]
        yield {name: record[at:at + size].decode("latin-1").strip() for name, at, size in fields}


def is_clockwise(ring):
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(ring, ring[1:])) > 0


def polygons(shape):
    """Groups rings: a clockwise ring begins a polygon, the others are its holes."""
    grouped = []
    for ring in shape:
        points = [[round(x, 3), round(y, 3)] for x, y in ring]
        if is_clockwise(ring) or not grouped:
            grouped.append([points])
        else:
            grouped[-1].append(points)
    return grouped


def main(folder, out):
    stem = os.path.join(folder, "naturalearth_lowres")
    features = []
    for shape, row in zip(rings(stem + ".shp"), table(stem + ".dbf")):
        features.append({
            "type": "Feature",
            "properties": {"iso_a3": row["iso_a3"], "name": row["name"]},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons(shape)},
        })
    collection = {
        "type": "FeatureCollection",
        "source": "Natural Earth 1:110m, public domain",
        "features": features,
    }
    with open(out + ".part", "w", encoding="utf-8") as file:
        json.dump(collection, file, ensure_ascii=False, separators=(",", ":"))
    os.replace(out + ".part", out)


if __name__ == "__main__":
    main(*sys.argv[1:])
