// SPDX-License-Identifier: Apache-2.0

/// Finds the name that a person probably meant.
public enum NearestName {
  /// The candidate nearest to a name, or `nil` where none is near enough to be helpful.
  ///
  /// - Method: Damerau-Levenshtein distance over Unicode scalars without regard to case (optimal
  ///   string alignment: insertion, deletion, substitution, and transposition of neighbours). Near
  ///   means at most a third of the longer name, and at least one change is always allowed for names
  ///   of three letters or more. Of equally near candidates the first by name wins.
  /// - Parameters:
  ///   - name: what was written.
  ///   - candidates: what would have been valid.
  /// - Returns: the nearest candidate; `nil` where a suggestion would only mislead.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let valid = Array(candidate.lowercased().unicodeScalars)
      let longer = max(written.count, valid.count)
      let allowed = max(longer / 3, longer >= 3 ? 1 : 0)
      guard abs(written.count - valid.count) <= allowed else { continue }
      let distance = distance(written, valid)
      guard distance <= allowed else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let substitution = left[row - 1] == right[column - 1] ? 0 : 1
        var least = min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + substitution
        )
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, before[column - 2] + 1)
        }
        current[column] = least
      }
      (before, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
