// SPDX-License-Identifier: Apache-2.0

/// The hour of a cell, in whole seconds, which is how spreadsheet programs show it.
enum ClockTime {
  /// `hh:mm:ss`.
  static func text(_ second: Int) -> String {
    [second / 3_600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Reads `Thh:mm`, `Thh:mm:ss` and `Thh:mm:ss.fff`, with or without `Z`; 0 where nothing stands there.
  ///
  /// - Returns: the second of the day; `nil` where the text is no hour.
  static func second(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty else { return 0 }
    guard text.first == "T" else { return nil }
    let clock = text.dropFirst().prefix { $0 != "Z" && $0 != "." }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0,
      (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }
}
