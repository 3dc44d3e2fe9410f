// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// Structures as JSON, in the forms of the field.
@Suite struct StructureDocumentTests {
  private let expected = DatasetStructure([
    DatasetComponent("area", .identifier, .string),
    DatasetComponent("period", .identifier, .timePeriod),
    DatasetComponent("value", .measure, .number),
    DatasetComponent("status", .viralAttribute, .string),
  ])

  @Test(arguments: [
    """
    {"name": "D", "components": [
      {"name": "area", "role": "Identifier", "data_type": "String"},
      {"name": "period", "role": "Identifier", "data_type": "TimePeriod"},
      {"name": "value", "role": "Measure", "data_type": "Number"},
      {"name": "status", "role": "ViralAttribute", "data_type": "String"}]}
    """,
    """
    {"datasets": [{"name": "D", "DataStructure": [
      {"name": "area", "role": "Identifier", "type": "String", "nullable": false},
      {"name": "period", "role": "Identifier", "type": "Time_Period", "nullable": false},
      {"name": "value", "role": "Measure", "type": "Number", "nullable": true},
      {"name": "status", "role": "Viral Attribute", "type": "String", "nullable": true}]}]}
    """,
    """
    {"datasets": [{"name": "D", "structure": "S"}], "structures": [{"name": "S", "components": [
      {"name": "area", "role": "identifier", "data_type": "string"},
      {"name": "period", "role": "identifier", "data_type": "time_period"},
      {"name": "value", "role": "measure", "data_type": "number"},
      {"name": "status", "role": "viral attribute", "data_type": "string"}]}]}
    """,
  ])
  func `a structure is read in each form`(text: String) throws {
    #expect(try StructureDocument(text, file: "s.json").datasets == ["D": expected])
  }

  @Test func `scalars and value domains are read, alone or in a list`() throws {
    let text = """
      [{"name": "x", "type": "integer"}, {"name": "V", "type": "String", "setlist": ["a", "b"]},
       {"name": "W", "type": "Integer", "setlist": [1, 2]}]
      """
    let document = try StructureDocument(text, file: "s.json")
    #expect(document.scalars == ["x": .integer])
    #expect(
      document.domains == [
        ValueDomain("V", .string, values: ["a", "b"]),
        ValueDomain("W", .integer, values: ["1", "2"]),
      ]
    )
    #expect(try StructureDocument("null", file: "s.json").domains.isEmpty)
    var environment = AnalysisEnvironment()
    environment.add(document)
    #expect(environment.domains["V"]?.values == ["a", "b"])
  }

  @Test(arguments: [
    ("{", "JSON"), (#"{"name": "D", "components": [{"name": "a", "role": "Key"}]}"#, "D.a.role"),
    (
      #"{"name": "D", "components": [{"name": "a", "role": "Measure", "type": "Money"}]}"#,
      "D.a.type"
    ),
    (#"{"datasets": [{"name": "D"}]}"#, "D.DataStructure"),
    (#"{"name": "x", "type": "?"}"#, "x.type"),
    (#"{"datasets": [{"DataStructure": []}]}"#, "datasets.name"),
  ])
  func `what is no structure is told with its place in the document`(text: String, reason: String) {
    let problem = #expect(throws: Diagnostic.self) {
      try StructureDocument(text, file: "s.json")
    }
    #expect(problem?.code.rawValue == "vtl.structure-file")
    #expect(problem?.arguments["reason"]?.text(in: .english) == reason)
    #expect(problem?.location?.file == "s.json")
  }
}
