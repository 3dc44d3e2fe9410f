// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform

/// Areas with boundaries, as a GeoJSON collection of features holds them.
///
/// Polygons and collections of polygons are read; other geometries are passed over.
///
/// - Source: RFC 7946, "The GeoJSON Format", 2016.
struct GeoJSON: Sendable {
  /// An area: its properties as text and its rings of longitude and latitude.
  struct Feature: Sendable {
    let properties: [String: String]
    let rings: [[Point]]
  }

  /// A place in degrees.
  struct Point: Sendable, Hashable {
    let longitude: Double
    let latitude: Double
  }

  let features: [Feature]

  /// The largest file in bytes, and the most points; a page cannot show more.
  static let limits = (bytes: 64 << 20, points: 2_000_000)

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  /// - Throws: what reading gives; `publishing.bad-boundaries`.
  init(file path: String, named name: String) throws {
    guard try MappedFile(path).count <= GeoJSON.limits.bytes else {
      throw GeoJSON.bad(name, "> \(GeoJSON.limits.bytes >> 20) MiB")
    }
    try self.init(try WholeFile.bytes(path), named: name)
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - name: how messages name it.
  /// - Throws: `publishing.bad-boundaries`.
  init(_ bytes: [UInt8], named name: String) throws {
    let collection: Collection
    do {
      collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
    } catch {
      throw GeoJSON.bad(name, nil)
    }
    guard collection.type == "FeatureCollection" else { throw GeoJSON.bad(name, collection.type) }
    features = collection.features.map { feature in
      Feature(
        properties: (feature.properties ?? [:]).compactMapValues(\.text),
        rings: feature.geometry?.rings ?? []
      )
    }
    let points = features.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } }
    guard points > 0, points <= GeoJSON.limits.points else {
      throw GeoJSON.bad(name, "\(points) points")
    }
  }

  private static func bad(_ name: String, _ cause: String?) -> Diagnostic {
    PublishingDefinitions.badBoundaries.at(Location(name), ["file": .text(name)], cause: cause)
  }
}

private struct Collection: Decodable {
  let type: String
  let features: [Feature]

  struct Feature: Decodable {
    let properties: [String: Scalar]?
    let geometry: Geometry?
  }

  /// A property; only texts and numbers can be codes.
  enum Scalar: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int.self) {
        self = .text(String(number))
      } else {
        self = .other
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  struct Geometry: Decodable {
    let rings: [[GeoJSON.Point]]

    private enum Key: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let polygons: [[[[Double]]]] =
        switch try container.decode(String.self, forKey: .type) {
        case "Polygon": [try container.decode([[[Double]]].self, forKey: .coordinates)]
        case "MultiPolygon": try container.decode([[[[Double]]]].self, forKey: .coordinates)
        default: []
        }
      rings = polygons.flatMap { polygon in
        polygon.map { ring in
          ring.compactMap { pair in
            guard pair.count >= 2, abs(pair[0]) <= 540, abs(pair[1]) <= 90 else { return nil }
            return GeoJSON.Point(longitude: pair[0], latitude: pair[1])
          }
        }
      }
    }
  }
}
