// SPDX-License-Identifier: Apache-2.0

internal import CTomlPlusPlus
public import Diagnostics

/// A settings file in TOML 1.0.
public struct TOMLDocument: Sendable {
  /// The table of the whole file.
  public let root: TOMLValue

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: the settings.
  ///   - file: how messages name the file.
  /// - Throws: `platform.toml-syntax` with file, line and column.
  public init(_ text: String, file: String) throws(Diagnostic) {
    let builder = TOMLBuilder(file)
    var visitor = TOMLBuilder.visitor
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let context = Unmanaged.passUnretained(builder).toOpaque()
        ayni_toml_parse(characters.baseAddress, characters.count, &visitor, context)
      }
    }
    if let failure = builder.failure { throw failure }
    root = builder.root ?? TOMLValue(content: .table([]), location: Location(file))
  }

  /// Parses a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  /// - Throws: `platform.toml-syntax`, or what reading the file gives.
  public init(path: String, named name: String? = nil) throws(Diagnostic) {
    try self.init(try WholeFile.text(path), file: name ?? path)
  }

  /// Reads the file with a typed reader; problems gather in the collector.
  ///
  /// - Parameters:
  ///   - collector: takes missing, mistyped and unknown keys, all at once.
  ///   - body: asks the reader for every key that may stand in the file.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws.
  public func read<Result, Failure: Error>(
    _ collector: DiagnosticCollector,
    _ body: (TOMLTableReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try TOMLTableReader.read(root, collector, body)
  }
}

/// Builds the tree from what the C door tells.
private final class TOMLBuilder {
  private let file: String
  private var levels: [Level] = []
  private var keys: [(text: String, location: Location)] = []
  private(set) var root: TOMLValue?
  private(set) var failure: Diagnostic?

  private enum Level {
    case table([TOMLEntry], Location)
    case array([TOMLValue], Location)
  }

  init(_ file: String) { self.file = file }

  private func location(_ place: ayni_toml_place) -> Location {
    place.line == 0
      ? Location(file) : Location(file, line: Int(place.line), column: Int(place.column))
  }

  private func add(_ content: TOMLValue.Content, _ location: Location) {
    let value = TOMLValue(content: content, location: location)
    switch levels.popLast() {
    case .table(var entries, let start):
      if let key = keys.popLast() {
        entries.append(TOMLEntry(key: key.text, location: key.location, value: value))
      }
      levels.append(.table(entries, start))
    case .array(var values, let start):
      values.append(value)
      levels.append(.array(values, start))
    case nil: root = value
    }
  }

  private func end() {
    switch levels.popLast() {
    case .table(let entries, let start):
      // The library keeps keys by name; people read them in the order they wrote.
      add(.table(entries.sorted { $0.location < $1.location }), start)
    case .array(let values, let start): add(.array(values), start)
    case nil: break
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> TOMLBuilder? {
    context.map { Unmanaged<TOMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  static var visitor: ayni_toml_visitor {
    ayni_toml_visitor(
      key: { context, start, length, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.keys.append((TOMLBuilder.text(start, length), builder.location(place)))
      },
      begin_table: { context, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.levels.append(.table([], builder.location(place)))
      },
      end_table: { TOMLBuilder.of($0)?.end() },
      begin_array: { context, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.levels.append(.array([], builder.location(place)))
      },
      end_array: { TOMLBuilder.of($0)?.end() },
      string: { context, start, length, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.add(.string(TOMLBuilder.text(start, length)), builder.location(place))
      },
      integer: { context, value, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.add(.integer(Int(value)), builder.location(place))
      },
      floating: { context, value, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.add(.floating(value), builder.location(place))
      },
      boolean: { context, value, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.add(.boolean(value), builder.location(place))
      },
      date_time: { context, start, length, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.add(.dateTime(TOMLBuilder.text(start, length)), builder.location(place))
      },
      failure: { context, start, length, place in
        guard let builder = TOMLBuilder.of(context) else { return }
        builder.failure = PlatformDefinitions.tomlSyntax.at(
          builder.location(place),
          cause: TOMLBuilder.text(start, length)
        )
      }
    )
  }
}
