// SPDX-License-Identifier: Apache-2.0

internal import Conversion
internal import Cooperation
internal import Diagnostics
internal import Engine
internal import Interchange
internal import Platform
internal import Project
internal import Publishing
internal import Relation
internal import SDMX
internal import Steps
internal import Structures
internal import VTL

/// What this Ayni is made of: one line a programme, a part, a gate.
enum Programmes {
  /// The version that `ayni --version` answers.
  static let version = "0.1.0"

  /// The kinds of steps.
  static let stepKinds: [StepKind] = [
    ImportStep.kind, UnionStep.kind, AggregateStep.kind, ReconcileStep.kind, ProtectStep.kind,
    ScriptStep.kind, CheckStep.kind, ValueStep.kind, DistributeStep.kind, ContributionStep.kind,
    ConvertStep.kind, MeasureStep.kind, RegionalStep.kind, SpreadStep.kind, MatchStep.kind,
  ]

  /// The templates of reports.
  static let reports: [ReportTemplate] = [
    NationalReport.template, PartnerBrief.template, ReviewChapter.template, OpenSDGFeed.template,
    SubmissionWorkbook.template,
  ]

  /// What a release holds besides its data.
  static let parts: [ReleasePart] = [
    MessagePart.part, SpreadsheetWriter.part(), IATIPart.part(),
    SiteWriter.part(boundaries: Installation.boundaries),
  ]

  /// What looks at a candidate before it is published.
  static let gates: [ReleaseGate] = [.soundData, .noPersonalData]

  /// All codes that can be reported.
  static let registry = DiagnosticRegistry([
    DiagnosticsDefinitions.all, PlatformDefinitions.all, ColumnsDefinitions.all,
    RelationDefinitions.all, EngineDefinitions.all, StructuresDefinitions.all,
    SDMXDefinitions.all, VTLDefinitions.all, InterchangeDefinitions.all,
    ConversionDefinitions.all, CooperationDefinitions.all,
    PublishingDefinitions.all,
    ProjectDefinitions.all, StepsDefinitions.all, CommandDefinitions.all,
  ])
}
