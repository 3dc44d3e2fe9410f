// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Structures

/// A query of SDMX REST, understood.
public enum SDMXQuery: Hashable, Sendable {
  /// Data.
  case data(DataQuery)
  /// Which data there are.
  case availability(AvailabilityQuery)
  /// Structures.
  case structure(StructureQuery)
  /// A schema.
  case schema(SchemaQuery)
  /// Reference metadata.
  case metadata(MetadataQuery)

  /// Reads a query of version 1.5 or 2.2, alone or behind the address of a service.
  ///
  /// The version is known from the query itself: `/data/EXR/M.USD` is of version 1.5,
  /// `/data/dataflow/ECB/EXR` of version 2. Parts at the end of a path may be left out.
  ///
  /// - Parameter text: `data/dataflow/ECB/EXR?c[FREQ]=A`, or a whole address.
  /// - Throws: `sdmx.bad-query` with the position, and what is allowed there.
  public init(_ text: String) throws(Diagnostic) {
    let all = try QueryText(text)
    let (path, parameters) =
      all.cut("?") ?? (all, all.slice(all.characters.count, all.characters.count))
    self = try QueryParser(path, parameters, SDMXQuery.resourceStart(path)).query()
  }

  /// The position of the segment that names the resource, behind the address of the service.
  static func resourceStart(_ path: QueryText) -> Int {
    let segments = path.split("/")
    let isAddress = path.string.contains("://")
    let start = isAddress ? min(3, segments.count) : 0
    return segments.indices.first { $0 >= start && QueryParser.isResource(segments[$0].string) }
      ?? segments.indices.first { $0 >= start && !segments[$0].isEmpty } ?? start
  }
}
