// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension Script {
  /// The script with the structure of every result.
  ///
  /// - Parameter environment: the datasets, scalars and value domains that the script may speak of.
  /// - Returns: its statements in an order in which they can run.
  /// - Throws: ``DiagnosticFailure`` with every problem of meaning, in the order of the text.
  public func analysed(
    in environment: AnalysisEnvironment
  ) throws(DiagnosticFailure) -> AnalysedScript {
    let (script, problems) = analysis(in: environment)
    if problems.contains(where: { $0.severity == .error }) { throw DiagnosticFailure(problems) }
    return script
  }

  /// What can be known of a script that may have problems.
  ///
  /// - Parameter environment: the datasets, scalars and value domains that the script may speak of.
  /// - Returns: the statements that were understood, and every problem in the order of the text.
  public func analysis(
    in environment: AnalysisEnvironment
  ) -> (script: AnalysedScript, problems: [Diagnostic]) {
    var analyser = Analyser(source, environment)
    let (script, problems) = analyser.analyse(self)
    return (script, problems)
  }
}
