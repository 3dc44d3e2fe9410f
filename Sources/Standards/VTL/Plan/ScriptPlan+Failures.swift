// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension ScriptPlan.Step {
  /// What an engine's failure while it computes this step means in the terms of the language.
  ///
  /// Plans stop where the standard demands an error, with the code as the text of the failure; the
  /// engine's own words carry it back.
  ///
  /// - Parameter failure: what the engine threw.
  /// - Returns: the problem with the name of the result; `nil` where the failure is another one.
  public func meaning(of failure: Diagnostic) -> Diagnostic? {
    // The statement itself holds the code of every failure that it could have come to.
    let others = failure.arguments.values.map { $0.text(in: .english) }
    let definition =
      VTLDefinitions.runTime.first { definition in
        failure.cause.map { Self.holds($0, definition.code.rawValue) } ?? false
      }
      ?? VTLDefinitions.runTime.first { definition in
        others.contains { Self.holds($0, definition.code.rawValue) }
      }
    return definition?.at(location, ["result": .text(name)])
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}
