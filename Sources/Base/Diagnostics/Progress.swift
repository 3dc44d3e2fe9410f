// SPDX-License-Identifier: Apache-2.0

/// How far a long piece of work has come.
public struct Progress: Sendable, Hashable {
  /// What is being done, in the user's terms.
  public let activity: String
  /// Units done so far.
  public let done: Int
  /// Units in all; `nil` where nobody knows yet.
  public let total: Int?
  /// Time since the work began.
  public let elapsed: Duration

  /// States a point of progress.
  public init(_ activity: String, done: Int, of total: Int?, elapsed: Duration) {
    self.activity = activity
    self.done = done
    self.total = total
    self.elapsed = elapsed
  }

  /// The time that is left if the work goes on at its mean speed; `nil` until that can be said.
  ///
  /// - Method: elapsed × (total − done) / done, from one tenth of a second on.
  public var timeLeft: Duration? {
    guard let total, done > 0, done <= total, elapsed > .milliseconds(100) else { return nil }
    return elapsed * Double(total - done) / Double(done)
  }

  /// One line: activity, count, share, time left.
  public func line(in catalogue: Catalogue) -> String {
    let language = catalogue.language
    guard let total, total > 0 else { return "\(activity)  \(language.grouped(done))" }
    let share = done * 100 / total
    var line = "\(activity)  \(language.grouped(done))/\(language.grouped(total))  \(share) %"
    if let timeLeft, done < total {
      line += "  " + catalogue.text(Progress.left, ["time": .text(Progress.clock(timeLeft))])
    }
    return line
  }

  private static let left = Message("progress.left", en: "{time} left", fr: "reste {time}")

  /// Minutes and seconds, with hours where there are any: `0:07`, `12:30`, `1:02:05`.
  static func clock(_ duration: Duration) -> String {
    let seconds = max(0, Int(duration.components.seconds))
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(pad(minutes)):\(pad(rest))" : "\(minutes):\(pad(rest))"
  }
}

/// Something that shows progress: a bar on a terminal, lines elsewhere, nothing in tests.
public typealias ProgressReport = @Sendable (Progress) -> Void
