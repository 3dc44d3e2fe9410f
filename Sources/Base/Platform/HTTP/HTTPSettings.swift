// SPDX-License-Identifier: Apache-2.0

/// How patient and how trusting a client is.
public struct HTTPSettings: Sendable, Hashable {
  /// How long a connection may take to come about, in milliseconds.
  public var connectMilliseconds: Int = 15_000
  /// How long a server may send nothing, in seconds.
  public var silenceSeconds: Int = 60
  /// How many bytes are taken at the most, after decompression.
  public var maximumBytes: Int = 8 << 30
  /// How often a transfer is tried again that failed for a reason that may pass.
  public var retries: Int = 4
  /// How long the first pause before another try is, in milliseconds; each further one is twice as long.
  public var pauseMilliseconds: Int = 500
  /// How many redirections are followed, all within the server that was asked.
  public var redirections: Int = 5

  /// Takes what suits a slow line and a large answer.
  public init() {}
}

/// What a server answered, and where the answer is kept.
public struct HTTPAnswer: Sendable, Hashable {
  /// The file that holds the answer.
  public let path: String
  /// The type of content that the server named, without parameters.
  public let contentType: String
  /// Whether the server said that the copy which was there is still right.
  public let isUnchanged: Bool
}
